package org.rollcall.report;

import java.util.Arrays;

/** The identities that rows came with, each once: a number from 0 on, in the order in which they came. */
final class Identities {
    private static final int FIELDS = Identity.FIELDS.size();

    private final PackedTexts texts = new PackedTexts();
    /** By strength, then by number. */
    private final int[][] places = new int[FIELDS][64];

    private final NumberTable numbers = new NumberTable();
    private int size;

    int size() {
        return size;
    }

    /** The number of an identity that is not unknown: the same for the same. */
    int number(Identity identity) {
        int hash = identity.hashCode();
        int number = numbers.find(hash, known -> is(known, identity));
        if (number < 0) {
            numbers.add(hash, size);
            add(identity);
            return size - 1;
        }
        return number;
    }

    /** Whether it has the identifier of that strength, as a place in {@link Identity#FIELDS}. */
    boolean has(int number, int strength) {
        return places[strength][number] != PackedTexts.NONE;
    }

    /** The strength of its strongest identifier. */
    int strongest(int number) {
        int strength = 0;
        while (!has(number, strength)) {
            strength++;
        }
        return strength;
    }

    /** The identifier of that strength, or {@code null}. */
    String text(int number, int strength) {
        return texts.get(places[strength][number]);
    }

    /** What it is compared by in the field of that strength, or {@code null}. */
    String compared(int number, int strength) {
        return Identity.compared(strength, text(number, strength));
    }

    private boolean is(int number, Identity identity) {
        for (int strength = 0; strength < FIELDS; strength++) {
            if (!texts.is(places[strength][number], identity.text(strength))) {
                return false;
            }
        }
        return true;
    }

    private void add(Identity identity) {
        for (int strength = 0; strength < FIELDS; strength++) {
            if (size == places[strength].length) {
                places[strength] = Arrays.copyOf(places[strength], size * 2);
            }
            // An ID is most often there twice, of which one copy will do.
            boolean again = strength > 0 && identity.text(strength) == identity.text(strength - 1);
            places[strength][size] = again ? places[strength - 1][size] : texts.add(identity.text(strength));
        }
        size++;
    }
}
