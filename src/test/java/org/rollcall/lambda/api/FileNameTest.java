package org.rollcall.lambda.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.rollcall.format.AttendanceFormat;
import org.rollcall.format.CsvFormat;
import org.rollcall.format.HtmlFormat;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingKind;

class FileNameTest {
    private static final Instant LATE = Instant.parse("2026-11-19T23:30:00Z");

    @Test
    void hasTheTopicTheLocalDayAndTheContent() {
        Meeting meeting = new Meeting("1", "uuid", "Statistics 201", LATE, null, "Europe/Zurich");

        assertThat(FileName.of(meeting, new AttendanceFormat(), ZoneOffset.UTC))
                .isEqualTo("Statistics 201, 2026-11-20, attendance.csv");
        assertThat(FileName.of(meeting, new CsvFormat(), ZoneOffset.UTC))
                .isEqualTo("Statistics 201, 2026-11-20, participants.csv");
        assertThat(FileName.of(meeting, new HtmlFormat(), ZoneOffset.UTC))
                .isEqualTo("Statistics 201, 2026-11-20, report.html");
    }

    @Test
    void goesByTheSettingsZoneWhereTheMeetingsIsNotKnown() {
        for (String unknown : new String[] {null, "Nowhere"}) {
            Meeting meeting = new Meeting("1", "uuid", "A", LATE, null, unknown);

            assertThat(FileName.of(meeting, new CsvFormat(), ZoneId.of("Asia/Tokyo")))
                    .startsWith("A, 2026-11-20, ");
        }
    }

    @Test
    void hasTheIdWithoutATopic() {
        assertThat(FileName.of(Meeting.ofId(MeetingKind.WEBINAR, "123"), new CsvFormat(), ZoneOffset.UTC))
                .isEqualTo("Webinar 123, participants.csv");
    }

    @Test
    void cutsALongTopicBetweenCharacters() {
        Meeting meeting = new Meeting("1", "uuid", "📈".repeat(100), null, null, null);

        assertThat(FileName.of(meeting, new CsvFormat(), ZoneOffset.UTC))
                .isEqualTo("📈".repeat(60) + ", participants.csv");
    }
}
