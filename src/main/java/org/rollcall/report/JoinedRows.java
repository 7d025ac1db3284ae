package org.rollcall.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The rows of one person, found to be so. */
final class JoinedRows {
    private static final Comparator<Map.Entry<String, Long>> LONGEST = Map.Entry.<String, Long>comparingByValue()
            .thenComparing(Map.Entry.<String, Long>comparingByKey().reversed());

    /** One entry for most people, of whom a large meeting has ten thousands. */
    private final List<Known> known = new ArrayList<>(1);

    private final Field matchedBy;
    private Sightings sightings;

    JoinedRows(Field matchedBy) {
        this.matchedBy = matchedBy;
    }

    static JoinedRows ofUnknown(Sightings sightings) {
        JoinedRows rows = new JoinedRows(null);
        rows.sightings = sightings;
        return rows;
    }

    /** @param seen its own from now on */
    void add(Identity identity, Sightings seen) {
        known.add(new Known(identity, seen.present().length()));
        if (sightings == null) {
            sightings = seen;
        } else {
            sightings.addAll(seen);
        }
    }

    Sightings sightings() {
        return sightings;
    }

    /** @param meetingLength in milliseconds; 0 or less if unknown */
    Person toPerson(long meetingLength) {
        Intervals present = sightings.present();
        return new Person(
                longest(Identity::userName),
                longest(Identity::email),
                sightings.role(),
                matchedBy,
                sightings.firstJoin(),
                sightings.lastLeave(),
                present,
                Person.share(present.length(), meetingLength),
                sightings.onlyWaited(),
                sightings.stillThere(),
                sightings.unknownTimes(),
                sightings.backwardTimes());
    }

    private String longest(Function<Identity, String> text) {
        if (known.size() == 1) {
            return text.apply(known.get(0).identity);
        }
        Map<String, Long> lengths = new HashMap<>();
        for (Known one : known) {
            if (text.apply(one.identity) != null) {
                lengths.merge(text.apply(one.identity), one.length, Long::sum);
            }
        }
        return lengths.entrySet().stream().max(LONGEST).map(Map.Entry::getKey).orElse(null);
    }

    /** @param length how long they were there as that, in milliseconds */
    private record Known(Identity identity, long length) {}
}
