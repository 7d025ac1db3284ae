package org.rollcall.report;

import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** The rows of a {@link RowLog} person by person, and of one person identity by identity. */
final class RowsByPerson {
    private final int[] rows;
    /** By person, where their rows begin; behind the last, where they end. */
    private final int[] begins;

    RowsByPerson(RowLog log, Identities identities, JoinPeople joined) {
        int[] people = new int[identities.size()];
        int known = 0;
        for (int identity = 0; identity < people.length; identity++) {
            if (joined.person(identity) == identity) {
                people[identity] = known++;
            }
        }
        int[] peopleOfRows = new int[log.size()];
        int count = known;
        for (int row = 0; row < log.size(); row++) {
            int identity = log.identity(row);
            peopleOfRows[row] = identity == RowLog.NOBODY ? count++ : people[joined.person(identity)];
        }
        int[] byIdentity = sorted(
                IntStream.range(0, log.size()).toArray(),
                // A row of nobody's may stand anywhere: it is a person of its own.
                row -> Math.max(0, log.identity(row)),
                new int[identities.size() + 1]);
        begins = new int[count + 1];
        rows = sorted(byIdentity, row -> peopleOfRows[row], begins);
    }

    // By counting, stably. Leaves in begins where the rows of each key begin.
    private static int[] sorted(int[] rows, IntUnaryOperator key, int[] begins) {
        for (int row : rows) {
            begins[key.applyAsInt(row)]++;
        }
        for (int i = 1; i < begins.length; i++) {
            begins[i] += begins[i - 1];
        }
        int[] sorted = new int[rows.length];
        for (int i = rows.length - 1; i >= 0; i--) {
            sorted[--begins[key.applyAsInt(rows[i])]] = rows[i];
        }
        return sorted;
    }

    /** How many people there are. */
    int people() {
        return begins.length - 1;
    }

    /** The place of a person's first row. */
    int begin(int person) {
        return begins[person];
    }

    /** The place behind a person's last row. */
    int end(int person) {
        return begins[person + 1];
    }

    /** The number of the row at a place. */
    int row(int place) {
        return rows[place];
    }
}
