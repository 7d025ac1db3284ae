package org.rollcall.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RosterWithoutTest {
    private static final String ADA = "ada@example.edu";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '%',
            value = {
                "email~ada@example.edu~b@x.org~ | email~b@x.org~",
                "email~b@x.org~ada@example.edu | email~b@x.org~",
                "sep=;~name;email~Ada;ada@example.edu~B;b@x.org | sep=;~name;email~B;b@x.org",
                "name,email,note~B,b@x.org,%\"two~lines\"%~Ada,ada@example.edu,%\"two~lines\"%~C,c@x.org, | "
                        + "name,email,note~B,b@x.org,%\"two~lines\"%~C,c@x.org,",
                "email,name~ada@example.edu,Ada~~ada@example.edu,Ada L.~b@x.org,B~ | email,name~~b@x.org,B~"
            })
    void othersLinesStayAsTheyAre(String before, String after) {
        for (String end : new String[] {"\n", "\r\n", "\r"}) {
            assertThat(without(before.replace("~", end).replace("%", ""), StandardCharsets.UTF_8))
                    .contains("\uFEFF" + after.replace("~", end).replace("%", ""));
        }
    }

    @Test
    void itIsUtf8WhateverItWas() {
        String roster = "name;email\nZoë;z@x.org\nAda;" + ADA + "\n";

        for (Charset charset : new Charset[] {StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE}) {
            assertThat(without(roster, charset)).contains("\uFEFFname;email\nZoë;z@x.org\n");
        }
    }

    @Test
    void ofWhoIsNotInItNothingIsChanged() {
        assertThat(without("email\nb@x.org\n", StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void whatIsNoRosterIsRefused() {
        assertThatThrownBy(() -> without("nobody\n" + ADA, StandardCharsets.UTF_8))
                .isInstanceOf(InvalidRosterException.class);
    }

    private static Optional<String> without(String roster, Charset charset) {
        return RosterWithout.lines("rosters/1.csv", roster.getBytes(charset), line -> ADA.equals(line.email()))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
