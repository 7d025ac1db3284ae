package org.rollcall.report;

import java.util.function.IntPredicate;

/** Finds numbers by what they stand for. It keeps hash codes alone, and asks whether two things are the same. */
final class NumberTable {
    /** Numbers, counted from 1, at or behind the slot that their hash code names; 0 where there is none. */
    private int[] numbers = new int[256];
    /** By slot. */
    private int[] hashes = new int[256];

    private int size;

    /**
     * The number of a thing; negative if it has none.
     *
     * @param hash the thing's hash code
     * @param same whether what a number stands for is the thing
     */
    int find(int hash, IntPredicate same) {
        int slot = slot(hash);
        while (numbers[slot] != 0 && !(hashes[slot] == hash && same.test(numbers[slot] - 1))) {
            slot = next(slot);
        }
        return numbers[slot] - 1;
    }

    /** @param hash the hash code of what the number stands for, which has no number yet */
    void add(int hash, int number) {
        size++;
        if (size * 2 > numbers.length) {
            grow();
        }
        put(hash, number + 1);
    }

    private void grow() {
        int[] oldNumbers = numbers;
        int[] oldHashes = hashes;
        numbers = new int[oldNumbers.length * 2];
        hashes = new int[oldNumbers.length * 2];
        for (int slot = 0; slot < oldNumbers.length; slot++) {
            if (oldNumbers[slot] != 0) {
                put(oldHashes[slot], oldNumbers[slot]);
            }
        }
    }

    private void put(int hash, int numberFrom1) {
        int slot = slot(hash);
        while (numbers[slot] != 0) {
            slot = next(slot);
        }
        numbers[slot] = numberFrom1;
        hashes[slot] = hash;
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 16) & numbers.length - 1;
    }

    private int next(int slot) {
        return slot + 1 & numbers.length - 1;
    }
}
