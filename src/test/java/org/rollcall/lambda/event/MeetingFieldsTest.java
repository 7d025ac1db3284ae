package org.rollcall.lambda.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.report.MeetingId;
import org.rollcall.report.MeetingKind;

class MeetingFieldsTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            textBlock =
                    """
                    93201235621,                      93201235621
                    932 0123 5621,                    93201235621
                    932-0123-5621,                    93201235621
                    " 93201235621 ",                  93201235621
                    1,                                1
                    12345678901234567890,             12345678901234567890
                    /ajXp112QmuoKj4854875==,          /ajXp112QmuoKj4854875==
                    abc//defGHIjklMNOpqrstuv==,       abc//defGHIjklMNOpqrstuv==
                    %2FajXp112QmuoKj4854875%3D%3D,    /ajXp112QmuoKj4854875==
                    %252FajXp112QmuoKj4854875%253D%253D, /ajXp112QmuoKj4854875==
                    a+b/c_d-e==,                      a+b/c_d-e==
                    a%2Bb==,                          a+b==
                    https://zoom.us/j/93201235621,    93201235621
                    https://example.zoom.us/j/93201235621?pwd=c2VjcmV0#success, 93201235621
                    HTTPS://us02web.zoom.us/w/93201235621?tk=c2VjcmV0&pwd=x, 93201235621
                    https://zoom.us/s/93201235621,    93201235621
                    https://app.zoom.us/wc/93201235621/join?pwd=c2VjcmV0, 93201235621
                    https://zoom.us/wc/join/93201235621, 93201235621
                    """)
    void areWhatZoomHas(String written, String id) {
        assertThat(MeetingFields.id("meeting_id", MeetingKind.WEBINAR, written))
                .isEqualTo(new MeetingId(MeetingKind.WEBINAR, id));
    }

    /** What the wire has, read back. */
    @Test
    void areEverySpellingOfAPathsSegment() throws IOException {
        JsonNode vectors = new ObjectMapper()
                .readTree(Files.readString(Path.of("src/test/resources/zoom/meeting-id-vectors.json")));
        assertThat(vectors).isNotEmpty();
        for (JsonNode vector : vectors) {
            assertThat(MeetingFields.id(
                                    "meetingId",
                                    MeetingKind.MEETING,
                                    vector.path("pathSegmentOnTheWire").asText())
                            .text())
                    .isEqualTo(vector.path("meetingId").asText());
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\t"})
    void areNotNothing(String written) {
        assertThatThrownBy(() -> MeetingFields.id("meeting_id", MeetingKind.MEETING, written))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("meeting_id is missing or empty. It accepts a meeting's ID");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".",
                "..",
                "../users",
                "93201235621/../../users",
                "%2e%2e%2f",
                "a b-c",
                "a\nb",
                "a\u0000",
                "a\u007fb",
                "a?b",
                "a#b",
                "a=b",
                "a===",
                "é",
                "\u0661\u0662\u0663",
                "123456789012345678901",
                "https://zoom.us/rec/share/abc",
                "https://zoom.us/my/ada?pwd=c2VjcmV0",
                "https://zoom.us/j/?pwd=c2VjcmV0",
                "https://zoom.us/j/../users?pwd=c2VjcmV0"
            })
    void areNotWhatWouldMeanSomethingElseInARequest(String written) {
        assertThatThrownBy(() -> MeetingFields.id("payload.object.uuid", MeetingKind.MEETING, written))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("payload.object.uuid is not a meeting's. It accepts " + MeetingFields.ACCEPTS + ".");
    }

    @Test
    void areNotHalfEncoded() {
        assertThatThrownBy(() -> MeetingFields.id("meetingId", MeetingKind.MEETING, "abc%2"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("meetingId is not percent-encoded.");
    }

    @Test
    void areNotEndless() {
        assertThat(MeetingFields.id("meeting_id", MeetingKind.MEETING, "x".repeat(200))
                        .text())
                .hasSize(200);
        assertThatThrownBy(() -> MeetingFields.id("meeting_id", MeetingKind.MEETING, "x".repeat(203)))
                .isInstanceOf(InvalidRequestException.class);
    }
}
