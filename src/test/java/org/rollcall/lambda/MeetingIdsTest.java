package org.rollcall.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeetingIdsTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            textBlock =
                    """
                    93201235621,                93201235621
                    932 0123 5621,              93201235621
                    932-0123-5621,              93201235621
                    " 93201235621 ",            93201235621
                    1,                          1
                    /ajXp112QmuoKj4854875==,    /ajXp112QmuoKj4854875==
                    abc//defGHIjklMNOpqrstuv==, abc//defGHIjklMNOpqrstuv==
                    a b-c,                      a b-c
                    """)
    void areWhatZoomKnows(String written, String id) {
        assertThat(MeetingIds.check("meeting_id", written)).isEqualTo(id);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\t"})
    void areNotNothing(String written) {
        assertThatThrownBy(() -> MeetingIds.check("meeting_id", written))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("meeting_id is missing or empty. It accepts a meeting's ID");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "a\nb", "a\u0000", "a\u007fb"})
    void areNotWhatWouldMeanSomethingElseInARequest(String written) {
        assertThatThrownBy(() -> MeetingIds.check("payload.object.uuid", written))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("payload.object.uuid is not a meeting's. It accepts");
    }

    @Test
    void areNotEndless() {
        assertThat(MeetingIds.check("meeting_id", "x".repeat(200))).hasSize(200);
        assertThatThrownBy(() -> MeetingIds.check("meeting_id", "x".repeat(201)))
                .isInstanceOf(InvalidRequestException.class);
    }
}
