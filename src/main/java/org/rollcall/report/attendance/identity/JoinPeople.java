package org.rollcall.report.attendance.identity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.rollcall.report.row.Field;

/**
 * Joins the rows of one person.
 *
 * <p>Rows are compared by the strongest identifier that they both have, in the order of {@link Identity#FIELDS}: the
 * same value joins them, another value keeps them apart whatever the weaker ones say. So two people of one name with
 * two e-mail addresses stay two, and somebody who was there signed in and once more with the same e-mail address alone
 * is one.
 *
 * <p>Joining goes on through a third row: if A has an ID and an e-mail address, B the same address and C the same ID,
 * all three are one person. Where such a chain would make one of people whom a stronger identifier tells apart, none of
 * its links of that strength counts: rows that could be either's are a person of their own. It is decided for whole
 * groups, strength by strength, and therefore never by the order in which rows came.
 *
 * <p>An equal {@code participant_uuid} joins rows whose IDs do not differ; a different one never keeps them apart. What
 * a name joins is said at {@link JoinByName}.
 */
public final class JoinPeople {
    /** What joined by {@code participant_uuid}: weaker than an e-mail address, stronger than a name. */
    private static final int UUID = Identity.EMAIL + 1;
    /** What joined by name, behind {@link #UUID}. */
    private static final int NAME = UUID + 1;

    private final JoinableRows rows;
    private final DisjointSets people;
    /** By root: a bit for each strength that somebody's identifiers have, the name's aside. */
    private final int[] strengths;
    /** By root: the weakest link that joined it; negative if nothing did. */
    private final int[] weakest;
    /** By root: whether the name that joined it is a device's. */
    private final boolean[] byDevice;

    /** Joins them. */
    public JoinPeople(JoinableRows rows) {
        this.rows = rows;
        this.people = new DisjointSets(rows.size());
        this.strengths = new int[rows.size()];
        this.weakest = none();
        this.byDevice = new boolean[rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            for (int strength = 0; strength < Identity.NAME; strength++) {
                strengths[row] |= rows.identity(row).text(strength) == null ? 0 : 1 << strength;
            }
        }
        for (int i = 0; i < Identity.NAME; i++) {
            int strength = i;
            join(row -> rows.identity(row).key(strength), strength, strength);
        }
        join(rows::participantUuid, Identity.EMAIL, UUID);
        new JoinByName(rows, people, row -> strengths[people.root(row)] != 0, this::joinByName).join();
    }

    /** The row that stands for the person that a row is of. */
    public int person(int row) {
        return people.root(row);
    }

    /**
     * The weakest field that it took to join a row's person; with nothing to join, the strongest there is; {@code null}
     * where nothing says whose the row is.
     */
    public Field matchedBy(int row) {
        int link = weakest[person(row)];
        if (link == UUID) {
            return Field.PARTICIPANT_UUID;
        }
        int strength =
                link == NAME ? Identity.NAME : link < 0 ? rows.identity(row).strongest() : link;
        if (strength <= Identity.NAME) {
            return Identity.FIELDS.get(strength);
        }
        return rows.participantUuid(row) == null ? null : Field.PARTICIPANT_UUID;
    }

    /** Whether a row's person was joined by a name alone, which is a guess. */
    public boolean isByNameAlone(int row) {
        return weakest[person(row)] == NAME;
    }

    /** Whether a row's person was joined by the name of a device. */
    public boolean isByDeviceName(int row) {
        return byDevice[person(row)];
    }

    /**
     * Joins rows of equal keys, first those that have nothing stronger, then all where nothing stronger differs.
     *
     * @param stronger the identifiers below this strength are stronger
     */
    private void join(IntFunction<String> keys, int stronger, int link) {
        int mask = (1 << stronger) - 1;
        int[] firsts = firsts(keys);
        if (firsts == null) {
            return;
        }
        joinThoseWithNothingStronger(firsts, mask, link);
        if (mask == 0) {
            return;
        }
        DisjointSets chains = people.copy();
        for (int row = 0; row < firsts.length; row++) {
            if (firsts[row] >= 0) {
                chains.join(firsts[row], row);
            }
        }
        boolean[] differs = differing(chains, firsts, mask);
        int[] firstOfChain = none();
        for (int row = 0; row < firsts.length; row++) {
            int chain = chains.root(row);
            if (firsts[row] >= 0 && !differs[chain]) {
                if (firstOfChain[chain] < 0) {
                    firstOfChain[chain] = row;
                }
                join(firstOfChain[chain], row, link);
            }
        }
    }

    /** By row: the first row that has the same key; negative where there is no key. Null where each has its own. */
    private int[] firsts(IntFunction<String> keys) {
        Map<String, Integer> rowOfKey = new HashMap<>(rows.size());
        int[] firsts = none();
        boolean repeated = false;
        for (int row = 0; row < firsts.length; row++) {
            String key = keys.apply(row);
            if (key != null) {
                Integer first = rowOfKey.putIfAbsent(key, row);
                firsts[row] = first == null ? row : first;
                repeated |= first != null;
            }
        }
        return repeated ? firsts : null;
    }

    private void joinThoseWithNothingStronger(int[] firsts, int mask, int link) {
        int[] firstOfThem = none();
        for (int row = 0; row < firsts.length; row++) {
            if (firsts[row] >= 0 && (strengths[people.root(row)] & mask) == 0) {
                if (firstOfThem[firsts[row]] < 0) {
                    firstOfThem[firsts[row]] = row;
                }
                join(firstOfThem[firsts[row]], row, link);
            }
        }
    }

    // Two people who both have an identifier of some strength were not joined by it, so that it tells them apart.
    private boolean[] differing(DisjointSets chains, int[] firsts, int mask) {
        boolean[] differs = new boolean[firsts.length];
        boolean[] seen = new boolean[firsts.length];
        int[] strengthsOfChain = new int[firsts.length];
        for (int row = 0; row < firsts.length; row++) {
            int person = people.root(row);
            if (firsts[row] >= 0 && !seen[person]) {
                seen[person] = true;
                int chain = chains.root(row);
                differs[chain] |= (strengthsOfChain[chain] & strengths[person] & mask) != 0;
                strengthsOfChain[chain] |= strengths[person];
            }
        }
        return differs;
    }

    private int[] none() {
        int[] none = new int[rows.size()];
        Arrays.fill(none, -1);
        return none;
    }

    private void joinByName(int one, int other, boolean device) {
        if (people.root(one) != people.root(other)) {
            join(one, other, NAME);
            byDevice[people.root(one)] |= device;
        }
    }

    private void join(int one, int other, int link) {
        int a = people.root(one);
        int b = people.root(other);
        if (a != b) {
            int root = people.join(a, b);
            strengths[root] = strengths[a] | strengths[b];
            weakest[root] = Math.max(link, Math.max(weakest[a], weakest[b]));
            byDevice[root] = byDevice[a] | byDevice[b];
        }
    }
}
