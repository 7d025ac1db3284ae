package org.rollcall.report;

import java.util.Arrays;

/** The identities that rows came with, each once: a number from 0 on, in the order in which they came. */
final class Identities {
    private static final int FIELDS = Identity.FIELDS.size();

    private final PackedTexts texts = new PackedTexts();
    /** By strength, then by number. */
    private final int[][] places = new int[FIELDS][64];

    private int[] hashes = new int[64];
    /** Numbers, counted from 1, at or behind the place that their hash names; 0 where there is none. */
    private int[] table = new int[256];

    private int size;

    int size() {
        return size;
    }

    /** The number of an identity that is not unknown: the same for the same. */
    int number(Identity identity) {
        int hash = identity.hashCode();
        int slot = slot(hash);
        for (; table[slot] != 0; slot = slot + 1 & table.length - 1) {
            int number = table[slot] - 1;
            if (hashes[number] == hash && is(number, identity)) {
                return number;
            }
        }
        table[slot] = size + 1;
        add(identity, hash);
        return size - 1;
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

    private void add(Identity identity, int hash) {
        if (size == hashes.length) {
            grow();
        }
        for (int strength = 0; strength < FIELDS; strength++) {
            // An ID is most often there twice, of which one copy will do.
            boolean again = strength > 0 && identity.text(strength) == identity.text(strength - 1);
            places[strength][size] = again ? places[strength - 1][size] : texts.add(identity.text(strength));
        }
        hashes[size++] = hash;
        if (size * 2 > table.length) {
            table = new int[table.length * 2];
            for (int number = 0; number < size; number++) {
                int slot = slot(hashes[number]);
                while (table[slot] != 0) {
                    slot = slot + 1 & table.length - 1;
                }
                table[slot] = number + 1;
            }
        }
    }

    private void grow() {
        hashes = Arrays.copyOf(hashes, size * 2);
        for (int strength = 0; strength < FIELDS; strength++) {
            places[strength] = Arrays.copyOf(places[strength], size * 2);
        }
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 16) & table.length - 1;
    }
}
