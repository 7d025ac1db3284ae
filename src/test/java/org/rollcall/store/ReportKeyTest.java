package org.rollcall.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.format.CsvFormat;
import org.rollcall.format.JsonFormat;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingKind;
import org.rollcall.report.MeetingType;
import org.rollcall.report.Report;
import org.rollcall.report.Source;
import org.rollcall.report.attendance.Attendance;
import org.rollcall.report.attendance.AttendanceContext;
import org.rollcall.report.attendance.AttendanceCurve;
import org.rollcall.report.attendance.AttendanceFilter;

class ReportKeyTest {
    private static final Instant START = Instant.parse("2026-11-22T23:59:59Z");

    @Test
    void isOnePrefixAFormatAndADay() {
        assertThat(key("93201235621", "/ajXp112QmuoKj4854875==", START))
                .isEqualTo("json/date=2026-11-22/93201235621_L2FqWHAxMTJRbXVvS2o0ODU0ODc1PT0.json");
        assertThat(ReportKey.of(report(new Meeting("1", "u", null, START, null, null)), new CsvFormat()))
                .isEqualTo("csv/date=2026-11-22/1_dQ.csv");
    }

    @Test
    void goesByTheStartInUtc() {
        assertThat(key("1", "u", Instant.parse("2026-11-23T00:00:00Z"))).startsWith("json/date=2026-11-23/");
    }

    @Test
    void goesByTheFirstToComeWhereTheStartIsUnknown() {
        AttendanceCurve curve = new AttendanceCurve(START, START, 1, START, 1, List.of());
        Attendance attendance = new Attendance(
                List.of(),
                Attendance.NONE.totals(),
                curve,
                Map.of(),
                Map.of(),
                Map.of(),
                AttendanceContext.UNKNOWN,
                AttendanceFilter.NONE,
                0);

        assertThat(ReportKey.of(
                        report(Meeting.ofId(MeetingKind.MEETING, "1")).with(() -> attendance), new JsonFormat()))
                .startsWith("json/date=2026-11-22/");
    }

    @Test
    void goesByTheDayOfTheReportWhereNobodyCame() {
        assertThat(key("1", "u", null)).startsWith("json/date=2026-12-01/");
    }

    @Test
    void isTheSameForTheSameInstanceAndAnotherForAnother() {
        assertThat(key("1", "a", START)).isEqualTo(key("1", "a", START)).isNotEqualTo(key("1", "b", START));
    }

    @Test
    void takesTheIdWhereTheUuidIsUnknown() {
        assertThat(key("93201235621", null, START)).endsWith("/93201235621_OTMyMDEyMzU2MjE.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc", "/", "a/b", "..", "é🎓", "a b", "?>~"})
    void letsNoIdChooseTheFolder(String id) {
        assertThat(key(id, id, START)).matches("json/date=2026-11-22/[A-Za-z0-9_-]+_[A-Za-z0-9_-]+\\.json");
    }

    private static String key(String id, String uuid, Instant start) {
        return ReportKey.of(report(new Meeting(id, uuid, null, start, null, null)), new JsonFormat());
    }

    private static Report report(Meeting meeting) {
        return new Report(
                meeting,
                Source.DASHBOARD,
                MeetingType.PAST,
                1,
                true,
                Instant.parse("2026-12-01T10:00:00Z"),
                Collections.emptySortedMap(),
                () -> Attendance.NONE);
    }
}
