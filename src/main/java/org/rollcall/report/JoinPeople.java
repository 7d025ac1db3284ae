package org.rollcall.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
 * <p>A name joins only rows that have nothing but that name: to each other, and to the one person who goes by it
 * otherwise. Where two people do, they stay by themselves.
 */
final class JoinPeople {
    private static final int NAME = Identity.FIELDS.indexOf(Field.USER_NAME);

    private final List<Identity> identities;
    /** By strength, then by identity: what it is compared by, made once as folding case takes its time. */
    private final String[][] values;

    private final Groups people;
    /** By root: a bit for each strength that somebody's identifiers have. */
    private final int[] strengths;
    /** By root: the weakest strength that joined it; negative if nothing did. */
    private final int[] weakest;

    private JoinPeople(List<Identity> identities) {
        this.identities = identities;
        this.values = new String[Identity.FIELDS.size()][identities.size()];
        this.people = new Groups(identities.size());
        this.strengths = new int[identities.size()];
        this.weakest = new int[identities.size()];
        for (int i = 0; i < identities.size(); i++) {
            weakest[i] = -1;
            for (int strength = 0; strength < Identity.FIELDS.size(); strength++) {
                if (identities.get(i).has(strength)) {
                    strengths[i] |= 1 << strength;
                    values[strength][i] = identities.get(i).value(strength);
                }
            }
        }
    }

    /** One entry a person, from one entry an identity that is not unknown. */
    static Collection<JoinedRows> join(Map<Identity, Sightings> known) {
        JoinPeople join = new JoinPeople(new ArrayList<>(known.keySet()));
        for (int strength = 0; strength < NAME; strength++) {
            join.joinThoseWithNothingStronger(strength);
            join.joinWhereNothingStrongerDiffers(strength);
        }
        join.joinThoseWithNothingStronger(NAME);
        join.joinNamesToTheOnlyOneWhoHasThem();
        return join.joined(known);
    }

    private void joinThoseWithNothingStronger(int strength) {
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < identities.size(); i++) {
            if (identities.get(i).strongest() == strength) {
                Integer other = first.putIfAbsent(values[strength][i], i);
                if (other != null) {
                    join(other, i, strength);
                }
            }
        }
    }

    private void joinWhereNothingStrongerDiffers(int strength) {
        Groups chains = people.copy();
        Map<String, Integer> first = new HashMap<>();
        List<Integer> linked = new ArrayList<>();
        for (int i = 0; i < identities.size(); i++) {
            String value = values[strength][i];
            if (value != null) {
                linked.add(i);
                Integer other = first.putIfAbsent(value, i);
                if (other != null) {
                    chains.join(other, i);
                }
            }
        }
        boolean[] differs = differing(chains, linked, (1 << strength) - 1);
        Map<Integer, Integer> firstOfChain = new HashMap<>();
        for (int i : linked) {
            int chain = chains.root(i);
            Integer other = firstOfChain.putIfAbsent(chain, i);
            if (other != null && !differs[chain]) {
                join(other, i, strength);
            }
        }
    }

    // Two people who both have an identifier of some strength were not joined by it, so that it tells them apart.
    private boolean[] differing(Groups chains, List<Integer> linked, int stronger) {
        boolean[] differs = new boolean[identities.size()];
        boolean[] seen = new boolean[identities.size()];
        int[] strengthsOfChain = new int[identities.size()];
        for (int i : linked) {
            int person = people.root(i);
            if (!seen[person]) {
                seen[person] = true;
                int chain = chains.root(i);
                differs[chain] |= (strengthsOfChain[chain] & strengths[person] & stronger) != 0;
                strengthsOfChain[chain] |= strengths[person];
            }
        }
        return differs;
    }

    private void joinNamesToTheOnlyOneWhoHasThem() {
        int several = -1;
        Map<String, Integer> owners = new HashMap<>();
        for (int i = 0; i < identities.size(); i++) {
            Identity identity = identities.get(i);
            if (identity.userName() != null && identity.strongest() < NAME) {
                owners.merge(values[NAME][i], people.root(i), (one, other) -> one.equals(other) ? one : several);
            }
        }
        for (int i = 0; i < identities.size(); i++) {
            if (identities.get(i).strongest() == NAME) {
                int owner = owners.getOrDefault(values[NAME][i], several);
                if (owner != several) {
                    join(owner, i, NAME);
                }
            }
        }
    }

    private void join(int one, int other, int strength) {
        int a = people.root(one);
        int b = people.root(other);
        if (a != b) {
            int root = people.join(a, b);
            strengths[root] = strengths[a] | strengths[b];
            weakest[root] = Math.max(strength, Math.max(weakest[a], weakest[b]));
        }
    }

    private Collection<JoinedRows> joined(Map<Identity, Sightings> known) {
        Map<Integer, JoinedRows> joined = new LinkedHashMap<>();
        for (int i = 0; i < identities.size(); i++) {
            Identity identity = identities.get(i);
            int root = people.root(i);
            int strength = weakest[root] < 0 ? identity.strongest() : weakest[root];
            joined.computeIfAbsent(root, any -> new JoinedRows(Identity.FIELDS.get(strength)))
                    .add(identity, known.get(identity));
        }
        return joined.values();
    }
}
