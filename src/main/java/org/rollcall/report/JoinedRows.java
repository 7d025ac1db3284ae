package org.rollcall.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** The rows of one person, found to be so. */
final class JoinedRows {
    private static final Comparator<Map.Entry<String, Long>> LONGEST = Map.Entry.<String, Long>comparingByValue()
            .thenComparing(Map.Entry.<String, Long>comparingByKey().reversed());
    private static final int EMAIL = Identity.FIELDS.indexOf(Field.EMAIL);
    private static final int NAME = Identity.FIELDS.indexOf(Field.USER_NAME);

    private final Identities identities;
    private final Field matchedBy;
    private Sightings sightings;
    /** The first of the person's identities. */
    private int identity;
    /** How long they were there as whom, in milliseconds; {@code null} for most people, who have one identity. */
    private Map<Integer, Long> lengths;

    JoinedRows(Identities identities, Field matchedBy) {
        this.identities = identities;
        this.matchedBy = matchedBy;
    }

    /**
     * @param number of an identity, or {@link RowLog#NOBODY}
     * @param seen its own from now on
     */
    void add(int number, Sightings seen) {
        if (sightings == null) {
            identity = number;
            sightings = seen;
            return;
        }
        if (lengths == null) {
            lengths = new HashMap<>();
            lengths.put(identity, sightings.present().length());
        }
        lengths.put(number, seen.present().length());
        sightings.addAll(seen);
    }

    Sightings sightings() {
        return sightings;
    }

    /** @param meetingLength in milliseconds; 0 or less if unknown */
    Person toPerson(long meetingLength) {
        return new Person(
                longest(NAME),
                longest(EMAIL),
                sightings.role(),
                matchedBy,
                sightings.firstJoin(),
                sightings.lastLeave(),
                sightings.present(),
                meetingLength,
                sightings.onlyWaited(),
                sightings.stillThere(),
                sightings.unknownTimes(),
                sightings.backwardTimes());
    }

    private String longest(int strength) {
        if (lengths == null) {
            return identity == RowLog.NOBODY ? null : identities.text(identity, strength);
        }
        Map<String, Long> byText = new HashMap<>();
        lengths.forEach((number, length) -> {
            if (identities.has(number, strength)) {
                byText.merge(identities.text(number, strength), length, Long::sum);
            }
        });
        return byText.entrySet().stream().max(LONGEST).map(Map.Entry::getKey).orElse(null);
    }
}
