package org.rollcall.zoom.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingKind;

class MeetingDetailsTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void whatIsBlankIsUnknown(String blank) {
        assertThat(new MeetingDetails(blank, blank, "topic", blank, blank, blank, blank, blank, blank, blank)
                        .toMeeting(MeetingKind.MEETING, "93201235621"))
                .isEqualTo(new Meeting("93201235621", null, "topic", null, null, null));
    }
}
