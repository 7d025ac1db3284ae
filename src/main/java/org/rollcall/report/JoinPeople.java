package org.rollcall.report;

import java.util.Arrays;
import java.util.stream.IntStream;

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

    private final Identities identities;
    private final Groups people;
    /** By root: a bit for each strength that somebody's identifiers have. */
    private final int[] strengths;
    /** By root: the weakest strength that joined it; negative if nothing did. */
    private final int[] weakest;
    /**
     * By identity. Not asked of the groups, which change when they are asked, and people are made out by several
     * threads.
     */
    private final int[] roots;

    /** @param identities which can be of the same person */
    JoinPeople(Identities identities) {
        this.identities = identities;
        this.people = new Groups(identities.size());
        this.strengths = new int[identities.size()];
        this.weakest = new int[identities.size()];
        for (int i = 0; i < identities.size(); i++) {
            weakest[i] = -1;
            for (int strength = 0; strength < Identity.FIELDS.size(); strength++) {
                if (identities.has(i, strength)) {
                    strengths[i] |= 1 << strength;
                }
            }
        }
        joinThoseWithNothingStronger(0);
        for (int strength = 1; strength < NAME; strength++) {
            joinThoseWithNothingStronger(strength);
            joinWhereNothingStrongerDiffers(strength);
        }
        joinThoseWithNothingStronger(NAME);
        if (somebodyHasNothingButAName()) {
            joinNamesToTheOnlyOneWhoHasThem();
        }
        this.roots = people.roots();
    }

    /** The identity that stands for the person that an identity is of. */
    int person(int identity) {
        return roots[identity];
    }

    /** The weakest field that it took to join an identity's person; with nothing to join, the strongest there is. */
    Field matchedBy(int identity) {
        int person = person(identity);
        return Identity.FIELDS.get(weakest[person] < 0 ? identities.strongest(person) : weakest[person]);
    }

    private void joinThoseWithNothingStronger(int strength) {
        SameTexts texts = texts(strength);
        for (int i = 0; i < identities.size(); i++) {
            if (identities.strongest(i) == strength) {
                join(texts.add(i), i, strength);
            }
        }
    }

    private void joinWhereNothingStrongerDiffers(int strength) {
        SameTexts texts = texts(strength);
        Groups chains = people.copy();
        for (int i = 0; i < identities.size(); i++) {
            if (identities.has(i, strength)) {
                chains.join(texts.add(i), i);
            }
        }
        boolean[] differs = differing(chains, strength);
        int[] firstOfChain = new int[identities.size()];
        Arrays.fill(firstOfChain, -1);
        for (int i = 0; i < identities.size(); i++) {
            int chain = chains.root(i);
            if (identities.has(i, strength) && !differs[chain]) {
                if (firstOfChain[chain] < 0) {
                    firstOfChain[chain] = i;
                }
                join(firstOfChain[chain], i, strength);
            }
        }
    }

    // Two people who both have an identifier of some strength were not joined by it, so that it tells them apart.
    private boolean[] differing(Groups chains, int strength) {
        int stronger = (1 << strength) - 1;
        boolean[] differs = new boolean[identities.size()];
        boolean[] seen = new boolean[identities.size()];
        int[] strengthsOfChain = new int[identities.size()];
        for (int i = 0; i < identities.size(); i++) {
            int person = people.root(i);
            if (identities.has(i, strength) && !seen[person]) {
                seen[person] = true;
                int chain = chains.root(i);
                differs[chain] |= (strengthsOfChain[chain] & strengths[person] & stronger) != 0;
                strengthsOfChain[chain] |= strengths[person];
            }
        }
        return differs;
    }

    private boolean somebodyHasNothingButAName() {
        return IntStream.range(0, identities.size()).anyMatch(i -> identities.strongest(i) == NAME);
    }

    private void joinNamesToTheOnlyOneWhoHasThem() {
        int several = -1;
        SameTexts names = texts(NAME);
        int[] owners = new int[identities.size()];
        for (int i = 0; i < identities.size(); i++) {
            if (identities.has(i, NAME) && identities.strongest(i) < NAME) {
                int first = names.add(i);
                owners[first] = first == i || owners[first] == people.root(i) ? people.root(i) : several;
            }
        }
        for (int i = 0; i < identities.size(); i++) {
            if (identities.strongest(i) == NAME) {
                int first = names.first(i);
                if (first >= 0 && owners[first] != several) {
                    join(owners[first], i, NAME);
                }
            }
        }
    }

    private SameTexts texts(int strength) {
        return new SameTexts(i -> identities.compared(i, strength));
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
}
