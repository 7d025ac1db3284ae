package org.rollcall.report;

import java.util.function.IntFunction;

/** Finds those of some numbers whose texts are the same; the texts themselves it does not keep. */
final class SameTexts {
    private final IntFunction<String> texts;
    /** Numbers, counted from 1, at or behind the place that their text's hash names; 0 where there is none. */
    private final int[] table;

    /**
     * @param size how many numbers there are at most
     * @param texts tells a number's text; asked often
     */
    SameTexts(int size, IntFunction<String> texts) {
        this.texts = texts;
        this.table = new int[Integer.highestOneBit(Math.max(1, size)) * 4];
    }

    /** Takes a number in, and answers with the first that has the same text: itself if there was none before. */
    int add(int number) {
        int slot = slot(texts.apply(number));
        if (table[slot] == 0) {
            table[slot] = number + 1;
        }
        return table[slot] - 1;
    }

    /** The first number taken in that has the same text; negative if there is none. */
    int first(int number) {
        return table[slot(texts.apply(number))] - 1;
    }

    // Where the first that has the text is, or would be.
    private int slot(String text) {
        int hash = text.hashCode();
        int slot = (hash ^ hash >>> 16) & table.length - 1;
        while (table[slot] != 0 && !text.equals(texts.apply(table[slot] - 1))) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }
}
