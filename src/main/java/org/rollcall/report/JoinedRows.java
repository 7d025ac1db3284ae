package org.rollcall.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The rows of one person, found to be so. */
final class JoinedRows {
    private static final Comparator<Map.Entry<String, Long>> LONGEST = Map.Entry.<String, Long>comparingByValue()
            .thenComparing(Map.Entry.<String, Long>comparingByKey().reversed());

    private final Sightings sightings = new Sightings();
    private final Map<Identity, Long> identities = new HashMap<>();
    private final Field matchedBy;

    JoinedRows(Field matchedBy) {
        this.matchedBy = matchedBy;
    }

    static JoinedRows ofUnknown(Sightings sightings) {
        JoinedRows rows = new JoinedRows(null);
        rows.sightings.addAll(sightings);
        return rows;
    }

    void add(Identity identity, Sightings seen) {
        identities.put(identity, seen.present().length());
        sightings.addAll(seen);
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
        Map<String, Long> lengths = new HashMap<>();
        identities.forEach((identity, length) -> {
            if (text.apply(identity) != null) {
                lengths.merge(text.apply(identity), length, Long::sum);
            }
        });
        return lengths.entrySet().stream().max(LONGEST).map(Map.Entry::getKey).orElse(null);
    }
}
