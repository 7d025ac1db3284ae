package org.rollcall.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class PackedTextsPropertiesTest {

    @Property
    void giveBackWhatTheyWereGiven(@ForAll("texts") List<String> texts) {
        PackedTexts packed = new PackedTexts();
        List<Integer> places = texts.stream().map(packed::add).toList();
        for (int i = 0; i < texts.size(); i++) {
            assertEquals(texts.get(i), packed.get(places.get(i)));
            for (String other : texts) {
                assertEquals(texts.get(i).equals(other), packed.is(places.get(i), other));
            }
        }
    }

    @Example
    void knowNothingFromAnEmptyText() {
        PackedTexts packed = new PackedTexts();
        int nothing = packed.add(null);
        int empty = packed.add("");
        assertNotEquals(nothing, empty);
        assertNull(packed.get(nothing));
        assertTrue(packed.is(nothing, null));
        assertFalse(packed.is(nothing, ""));
        assertFalse(packed.is(empty, null));
    }

    // One to four bytes long in UTF-8, half a surrogate pair among them; some longer than what is kept in one piece.
    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> characters = Arbitraries.strings()
                .withChars('a', 'B', '\u0000', 'é', '\u00FF', '\u0100', '漢', '\ud83c', '\udf93')
                .ofMaxLength(200);
        Arbitrary<String> repeated =
                Arbitraries.integers().between(1, 700).flatMap(times -> characters.map(text -> text.repeat(times)));
        return Arbitraries.frequencyOf(Tuple.of(9, characters), Tuple.of(1, repeated))
                .list()
                .ofMaxSize(30);
    }
}
