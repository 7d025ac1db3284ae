package org.rollcall.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Identities by number, and texts by number, against what maps say. */
class IdentitiesPropertiesTest {

    @Property
    void areNumberedInTheirOrderEachOnce(@ForAll("identities") List<Identity> given) {
        Identities identities = new Identities();
        Map<Identity, Integer> numbers = new HashMap<>();
        for (Identity identity : given) {
            numbers.putIfAbsent(identity, numbers.size());
            assertEquals(numbers.get(identity), identities.number(identity));
        }
        assertEquals(numbers.size(), identities.size());
        numbers.forEach((identity, number) -> {
            for (int strength = 0; strength < Identity.FIELDS.size(); strength++) {
                assertEquals(identity.text(strength), identities.text(number, strength));
            }
            assertEquals(strongest(identity), identities.strongest(number));
        });
    }

    @Property
    void theFirstOfTheSameTextIsFound(@ForAll("words") List<String> words) {
        SameTexts same = new SameTexts(words::get);
        for (int i = 0; i < words.size(); i += 2) {
            assertEquals(firstEven(words, i), same.add(i));
        }
        for (int i = 0; i < words.size(); i++) {
            assertEquals(firstEven(words, i), same.first(i));
        }
    }

    private static int firstEven(List<String> words, int number) {
        for (int i = 0; i < words.size(); i += 2) {
            if (words.get(i).equals(words.get(number))) {
                return i;
            }
        }
        return -1;
    }

    private static int strongest(Identity identity) {
        int strength = 0;
        while (identity.text(strength) == null) {
            strength++;
        }
        return strength;
    }

    // "Aa" and "BB" have one hash code.
    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.of("", "a", "Aa", "BB", "AaAa", "AaBB", "BBBB", "é", "漢")
                .list()
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<List<Identity>> identities() {
        Arbitrary<String> text = Arbitraries.integers()
                .between(-2, 30)
                .map(number -> number < 0 ? null : number % 2 == 0 ? "Aa" + number : "BB" + (number - 1));
        return Combinators.combine(text, text, text, text, text)
                .as((user, id, registrant, email, name) -> new Identity(user, id, registrant, email, name))
                .filter(identity -> !identity.isUnknown())
                .list()
                .ofMaxSize(400);
    }
}
