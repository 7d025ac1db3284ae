package org.rollcall.format;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Text for a spreadsheet, against the rule as one regular expression. */
class SpreadsheetTextPropertiesTest {
    @Property(tries = 5000)
    void isHarmlessWhereverACellBegins(@ForAll("texts") String text) {
        String inside = text.replaceAll("([;\\t\\r\\n][; \"\\t\\r\\n]*)([=+\\-@\uFF1D\uFF0B\uFF0D\uFF20])", "$1'$2");
        String whole = inside.replaceAll("^(?=[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20])", "'");

        assertThat(SpreadsheetText.harmless(text)).isEqualTo(whole);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("a1\u00E9 ;\"\t\r\n=+-@\uFF1D\uFF0B\uFF0D\uFF20\uD83C\uDF93")
                .ofMaxLength(10);
    }
}
