package org.rollcall.zoom.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.zoom.call.MeetingIdOnTheWireTest;

class MeetingIdSegmentTest {

    static Stream<Arguments> vectors() throws IOException {
        return MeetingIdOnTheWireTest.vectors();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void isEncodedAsZoomWantsIt(String meetingId, String segment) {
        assertThat(MeetingIdSegment.of(meetingId)).isEqualTo(segment);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            textBlock =
                    """
                    a b,    a%20b
                    a*b~c,  a%2Ab~c
                    a%2Fb,  a%252Fb
                    ?x=1#y, %3Fx%3D1%23y
                    é🎓,    %C3%A9%F0%9F%8E%93
                    a/,     a%2F
                    a//b,   a%252F%252Fb
                    /,      %252F
                    """)
    void leavesNothingThatMeansSomethingInAPath(String meetingId, String segment) {
        assertThat(MeetingIdSegment.of(meetingId)).isEqualTo(segment);
    }

    @RepeatedTest(200)
    void isTheIdAgainWhenDecodedAsOftenAsItWasEncoded(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String alphabet = "/+=ab9 %~*é🎓";
        StringBuilder id = new StringBuilder();
        for (int i = random.nextInt(1, 25); i > 0; i--) {
            id.appendCodePoint(alphabet.codePoints()
                    .skip(random.nextInt(alphabet.codePointCount(0, alphabet.length())))
                    .findFirst()
                    .orElseThrow());
        }
        String meetingId = id.toString();
        boolean twice = meetingId.startsWith("/") || meetingId.contains("//");

        String segment = MeetingIdSegment.of(meetingId);

        assertThat(segment).matches("(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})+");
        String once = decode(segment);
        assertThat(twice ? decode(once) : once).isEqualTo(meetingId);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
