package org.rollcall.report;

import java.util.function.IntFunction;

/** Finds those of some numbers whose texts are the same; the texts themselves it does not keep. */
final class SameTexts {
    private final IntFunction<String> texts;
    private final NumberTable firsts = new NumberTable();

    /** @param texts tells a number's text; asked often */
    SameTexts(IntFunction<String> texts) {
        this.texts = texts;
    }

    /** Takes a number in, and answers with the first that has the same text: itself if there was none before. */
    int add(int number) {
        String text = texts.apply(number);
        int first = first(text);
        if (first < 0) {
            firsts.add(text.hashCode(), number);
            return number;
        }
        return first;
    }

    /** The first number taken in that has the same text; negative if there is none. */
    int first(int number) {
        return first(texts.apply(number));
    }

    private int first(String text) {
        return firsts.find(text.hashCode(), number -> text.equals(texts.apply(number)));
    }
}
