package org.rollcall.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingKind;
import org.rollcall.report.MeetingType;
import org.rollcall.report.attendance.AttendanceFilter;
import org.rollcall.report.attendance.ExpectedPerson;

class HtmlFormatTest {
    private static final HtmlFormat HTML = new HtmlFormat();
    private static final String KIM =
            """
            {"id":"k","user_name":"Kim","email":"kim@a.example","role":"host","device":"Mac","location":"Lyon (FR)",
             "network_type":"Wifi","join_time":"2026-11-20T09:00:07Z","leave_time":"2026-11-20T09:30:07Z"}""";
    private static final String LEE =
            """
            {"id":"l","user_name":"Lee","role":"attendee",
             "join_time":"2026-11-20T09:10:00Z","leave_time":"2026-11-20T09:20:00Z"}""";

    @Test
    void saysWhatAndWhenInTheMeetingsZoneAndInUtc() {
        String page = WrittenReport.ofPast().text(HTML, KIM, LEE);
        assertTrue(page.contains("<h1><bdi>Topic</bdi></h1>"));
        assertTrue(page.contains("Friday, 20 November 2026, 10:00 – 11:00 "));
        assertTrue(page.contains("(Europe/Paris, UTC+1)"));
        assertTrue(page.contains("Friday, 20 November 2026, 09:00 – 10:00\u00a0UTC"));
        assertTrue(page.contains("Made Friday, 20 November 2026, 12:05 (Europe/Paris, UTC+1)."));
        assertTrue(page.contains("Complete: all 2 rows that Zoom counted."));
        assertFalse(page.contains("time zone is not known"));
    }

    @Test
    void beginsWithWhoWasMissingWhoWasLateAndHowManyCame() {
        Classroom room = new Classroom()
                .expecting(ExpectedPerson.of("Ann Lee", null))
                .expecting(ExpectedPerson.of("Bo Smith", null))
                .expecting(ExpectedPerson.of("Cy Young", "cy@a.example"))
                .expecting(new ExpectedPerson("Di Park", null, null, List.of(), true, Map.of()))
                .row("Ann Lee", 12, 92)
                .row("Bo Smith", 0, 70)
                .row("Eve Late", 20, 40)
                .row("{\"user_name\":\"Wim\",\"status\":\"in_waiting_room\"}");
        String page = room.text(HTML);
        String missing = between(page, "id=\"answer-missing\"", "</section>");
        assertTrue(missing.contains("<b>1</b> <span>missing</span>"), missing);
        assertTrue(
                missing.contains("<h3 class=\"st absent\">1 absent</h3><ul class=\"names\"><li><bdi>Cy Young</bdi>"));
        assertTrue(
                missing.contains("<h3 class=\"st excused\">1 excused</h3><ul class=\"names\"><li><bdi>Di Park</bdi>"));
        assertTrue(missing.contains("1 never let in from the waiting room</h3><ul class=\"names\"><li><bdi>Wim</bdi>"));
        String late = between(page, "id=\"answer-late\"", "</section>");
        assertTrue(late.contains("<b>3</b> <span>late or left early</span>"), late);
        assertTrue(late.contains("Late: more than 5\u00a0min after the start, 10:00."));
        assertTrue(late.contains("Early: more than 5\u00a0min before the end, 11:32."));
        assertTrue(late.contains("1 late</h3><ul class=\"names\"><li><bdi>Ann Lee</bdi> <span>12\u00a0min</span>"));
        assertTrue(
                late.contains("1 left early</h3><ul class=\"names\"><li><bdi>Bo Smith</bdi> <span>22\u00a0min</span>"));
        assertTrue(late.contains("<bdi>Eve Late</bdi> <span>20\u00a0min late, 52\u00a0min early</span>"));
        String came = between(page, "id=\"answer-came\"", "</section>");
        assertTrue(came.contains("<b>3</b> <span>came</span>"), came);
        assertTrue(came.contains("2 of 4 expected"));
        assertTrue(came.contains("1 other"));
        assertTrue(page.indexOf("id=\"answer-missing\"") < page.indexOf("id=\"answer-late\""));
        assertTrue(page.indexOf("id=\"answer-late\"") < page.indexOf("id=\"answer-came\""));
        assertTrue(page.indexOf("id=\"answer-came\"") < page.indexOf("<svg role=\"img\""));
        assertTrue(page.indexOf("<svg role=\"img\"") < page.indexOf("<h2 id=\"people\""));
    }

    @Test
    void eachPersonHasAStatusInWordsAndWhoDidNotComeALine() {
        String page = new Classroom()
                .expecting(ExpectedPerson.of("Ann Lee", null))
                .expecting(ExpectedPerson.of("Cy Young", "cy@a.example"))
                .row("Ann Lee", 12, 92)
                .text(HTML);
        assertTrue(page.contains("<span class=\"st late\">Late by 12\u00a0min</span>"));
        String missing = between(page, "<tbody class=\"missing-people\"", "</tbody>");
        assertTrue(missing.contains("Did not come"));
        assertTrue(missing.contains("<bdi>Cy Young</bdi>"));
        assertTrue(missing.contains("<bdi>cy@a.example</bdi>"));
        assertTrue(missing.contains("<span class=\"st absent\">Absent</span>"));
        assertFalse(missing.contains("0\u00a0min"), "no time is not a time of 0");
    }

    @Test
    void whereNobodySaidWhoWasExpectedNobodyIsMissing() {
        String page = WrittenReport.ofPast().text(HTML, KIM, LEE);
        String missing = between(page, "id=\"answer-missing\"", "</section>");
        assertTrue(missing.contains("<b>–</b> <span>missing</span>"), missing);
        assertTrue(missing.contains("Nobody said who was expected."));
        String all = new Classroom()
                .expecting(ExpectedPerson.of("Ann Lee", null))
                .row("Ann Lee", 0, 92)
                .text(HTML);
        assertTrue(all.contains("<b>0</b> <span>missing</span>"));
        assertTrue(all.contains("Everybody who was expected came."));
        assertTrue(all.contains("Everybody was there from beginning to end."));
    }

    @Test
    void lateIsCountedFromTheScheduleWhereItIsKnown() {
        String page = new Classroom()
                .row("Ann Lee", 2, 92)
                .with(context ->
                        context.withSchedule(Classroom.START.minusSeconds(600), Classroom.START.plusSeconds(80 * 60)))
                .text(HTML);
        assertTrue(page.contains("Late: more than 5\u00a0min after the scheduled start, 09:50."));
        assertTrue(page.contains("Early: more than 5\u00a0min before the scheduled end, 11:20."));
        assertTrue(page.contains("Scheduled: Friday, 20 November 2026, 09:50 – 11:20"));
        assertTrue(page.contains("Late by 12\u00a0min"));
    }

    @Test
    void saysHowElsePeopleWereThere() {
        String page = new Classroom()
                .row(
                        "{\"id\":\"a\",\"user_name\":\"Ann Lee\",\"bo_mtg_id\":\"x\",\"join_time\":\"2026-11-20T09:00:00Z\","
                                + "\"leave_time\":\"2026-11-20T10:00:00Z\"}")
                .row("{\"id\":\"a\",\"user_name\":\"Annie\",\"join_time\":\"2026-11-20T10:00:00Z\","
                        + "\"leave_time\":\"2026-11-20T10:20:00Z\"}")
                .row("{\"user_name\":\"Hall 3\",\"in_room_participants\":7,\"join_time\":\"2026-11-20T09:00:00Z\","
                        + "\"leave_time\":\"2026-11-20T10:32:00Z\"}")
                .row("{\"user_name\":\"Caller\",\"audio_call\":[{\"call_number\":\"+33472001001\"}],"
                        + "\"join_time\":\"2026-11-20T09:00:00Z\",\"leave_time\":\"2026-11-20T10:32:00Z\"}")
                .text(HTML);
        assertTrue(page.contains("<span>also as <bdi>Annie</bdi></span>"));
        assertTrue(page.contains("<span>1\u00a0breakout\u00a0room</span>"));
        assertTrue(page.contains("<span>7\u00a0people\u00a0in\u00a0the\u00a0room</span>"));
        assertTrue(page.contains("<span>called from <bdi>+33472001001</bdi></span>"));
        assertTrue(page.contains("1 in breakout rooms"));
        assertTrue(page.contains("1 by phone"));
        assertTrue(page.contains("1 room with 7 people, counted as 1"));
    }

    @Test
    void acrossAChangeOfTheClocksItReadsForwards() {
        String page = new Classroom()
                .at(Instant.parse("2026-10-25T00:00:00Z"), Duration.ofMinutes(120), ZoneId.of("Europe/Paris"))
                .row("Ann Lee", 0, 120)
                .row("Bo Smith", 20, 80)
                .text(HTML);
        assertTrue(page.contains("Sunday, 25 October 2026, 02:00\u00a0UTC+2 – 03:00\u00a0UTC+1"));
        assertTrue(page.contains("(Europe/Paris, UTC+2, then UTC+1)"));
        assertTrue(page.contains("03:00\u00a0UTC+2 is followed by 02:00\u00a0UTC+1."));
        assertTrue(page.contains(">02:20\u00a0UTC+2</td><td class=\"out\" role=\"cell\">02:20\u00a0UTC+1</td>"));
        String axis = between(page, "<div class=\"times\"", "</div>");
        assertEquals(
                List.of("02:00\u00a0UTC+2", "02:30", "02:00\u00a0UTC+1", "02:30", "03:00"),
                Pattern.compile("%\">([^<]+)<")
                        .matcher(axis)
                        .results()
                        .map(label -> label.group(1))
                        .toList());
        assertTrue(page.contains("<path class=\"change\" d=\"M120 0V100\"/>"));
    }

    @Test
    void aZoneThatIsNotKnownIsSaidToBeUnknown() {
        String page = new Classroom().withZoneUnknown().row("Ann Lee", 0, 92).text(HTML);
        assertTrue(page.contains("The meeting’s own time zone is not known; all times are in UTC."));
    }

    @Test
    void countsPeopleAndDrawsThem() {
        String page = WrittenReport.ofPast().text(HTML, LEE, KIM);
        assertTrue(page.contains("<b>2</b> <span>came</span>"));
        assertTrue(page.contains("<dt>Most at once</dt> <dd>2, first at 10:10</dd>"));
        assertTrue(page.contains("<dt>On average</dt> <dd>0.7</dd>"));
        assertTrue(page.contains("<dt>Duration</dt> <dd>1\u00a0h</dd>"));
        String people = page.substring(page.indexOf("<h2 id=\"people\""));
        assertTrue(people.indexOf("<bdi>Kim</bdi>") < people.indexOf("<bdi>Lee</bdi>"));
        assertTrue(page.contains("<path d=\"M1 0h501v10h-501z\"/>"), "half an hour of an hour is half the width");
        assertTrue(page.contains("10:10 to 10:20"));
        assertTrue(page.contains("From 10:00 to 11:00: 1 at the beginning, 2 at the most (10:10), 1 half way"));
        assertTrue(page.contains("<bdi>Lyon (FR)</bdi> <span>1</span>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Mars/Olympus", "UTC"})
    void withoutAZoneOfItsOwnTimesAreInUtcOnce(String zone) {
        Meeting meeting = new Meeting(
                "1",
                "u",
                null,
                WrittenReport.MEETING.startTime(),
                WrittenReport.MEETING.endTime(),
                zone.isEmpty() ? null : zone);
        String page = WrittenReport.of(MeetingType.PAST, meeting).text(HTML, KIM);
        assertTrue(page.contains("<h1><bdi>Meeting 1</bdi></h1>"));
        assertTrue(page.contains("Friday, 20 November 2026, 09:00 – 10:00 <span class=\"soft\">(UTC)</span>"));
        assertEquals(1, occurrences(page, "09:00 – 10:00"));
    }

    @Test
    void anEmptyMeetingSaysSo() {
        String page = WrittenReport.ofPast().text(HTML);
        assertTrue(page.contains("Nobody was there"));
        assertFalse(page.contains("<svg"));
        assertTrue(WrittenReport.of(MeetingType.PAST, Meeting.ofId(MeetingKind.MEETING, "1"))
                .text(HTML)
                .contains("Nobody was there"));
    }

    @Test
    void aLiveMeetingSaysSo() {
        Meeting live = new Meeting("1", "u", "T", Instant.parse("2026-11-20T10:05:00Z"), null, null);
        String page = WrittenReport.of(MeetingType.LIVE, live)
                .text(HTML, "{\"id\":\"a\",\"user_name\":\"Ann\",\"join_time\":\"2026-11-20T10:35:00Z\"}");
        assertTrue(page.contains("live: still going on"));
        assertTrue(page.contains("still there"));
        assertTrue(page.contains("Not complete: 1 row, read while the meeting was going on."));
        assertTrue(page.contains("<dt>So far</dt> <dd>1\u00a0h</dd>"));
        assertTrue(page.contains("Who leaves early is only known after the end."));
    }

    @Test
    void whatIsWrongWithTimesIsShown() {
        String page = WrittenReport.ofPast()
                .text(
                        HTML,
                        "{\"user_name\":\"Ann\",\"join_time\":\"noon\"}",
                        "{\"user_name\":\"Ben\",\"join_time\":\"2026-11-20T09:10:00Z\",\"leave_time\":\"2026-11-20T09:00:00Z\"}",
                        "{\"user_name\":\"Cat\",\"status\":\"in_waiting_room\"}",
                        "null");
        assertTrue(page.contains("<span class=\"remark\">a time is missing or unreadable</span>"));
        assertTrue(page.contains("<span class=\"remark\">left before joining, says Zoom</span>"));
        assertTrue(page.contains("Times unknown"));
        assertTrue(page.contains("Waiting room only"));
        assertTrue(page.contains("never let in from the waiting room"));
        assertTrue(page.contains("Name unknown"));
        assertTrue(page.contains("The times of 2 rows are unknown"));
        assertTrue(page.contains("1 row ended before it began; its time counts for nothing."));
    }

    @Test
    void hostileNamesAreOnlyText() {
        String page = WrittenReport.ofPast()
                .text(
                        HTML,
                        named("<script>alert(1)</script>"),
                        named("\\\"><img src=x onerror=alert(1)>"),
                        named("{page.title} {#if true}"),
                        named("\\u202Egnp.exe\\u0000\\ud83d"),
                        named("x".repeat(10_000)));
        assertFalse(page.contains("<script"));
        assertFalse(page.contains("<img"));
        assertTrue(page.contains("<bdi>&lt;script&gt;alert(1)&lt;/script&gt;</bdi>"));
        assertTrue(page.contains("<bdi>&quot;&gt;&lt;img src=x onerror=alert(1)&gt;</bdi>"));
        assertTrue(page.contains("<bdi>{page.title} {#if true}</bdi>"));
        assertTrue(page.contains("<bdi>\uFFFDgnp.exe\uFFFD\uFFFD</bdi>"));
        assertTrue(page.contains("<bdi>" + "x".repeat(80) + "…</bdi>"));
        assertFalse(page.contains("x".repeat(81)));
    }

    @Test
    void asksForNothingFromAnywhere() {
        String page = WrittenReport.ofPast().text(HTML, KIM);
        assertFalse(Pattern.compile("(?i)https?://|<script|@import|url\\(|\\son\\w+=|<iframe|<img")
                .matcher(page)
                .find());
        assertTrue(page.contains("default-src 'none'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"join_time", "leave_time"})
    void redactedTimesAreNeitherWrittenNorDrawn(String field) {
        String page =
                WrittenReport.ofPast().without(new Redaction(Set.of(field))).text(HTML, KIM, LEE);
        assertFalse(page.contains("<svg"));
        assertFalse(page.contains("first at"));
        assertFalse(page.contains(">10:10<"));
        assertFalse(page.contains(">10:20<"));
        assertTrue(page.contains("30\u00a0min"));
    }

    @Test
    void redactedFieldsAreNotShown() {
        Redaction redaction = new Redaction(
                Set.of("user_name", "email", "role", "device", "location", "network_type", "join_time", "leave_time"));
        String page = WrittenReport.of(MeetingType.PAST, Meeting.ofId(MeetingKind.MEETING, "1"))
                .without(redaction)
                .text(HTML, KIM, LEE);
        for (String secret : List.of("Kim", "kim@", ">host<", "Mac<", "Lyon", "Wifi", "09:00", "09:30", "09:10")) {
            assertFalse(page.contains(secret), secret);
        }
        assertTrue(page.contains("Name unknown"));
    }

    @Test
    void aFilterIsSaid() {
        String page = WrittenReport.ofPast()
                .with(new AttendanceFilter(new BigDecimal("15"), new BigDecimal("0.25")))
                .text(HTML, KIM, LEE);
        assertTrue(page.contains("at least 15 minutes and 25% of the meeting; 1 other is left out."));
        assertFalse(page.contains("<bdi>Lee</bdi>"));
        String none = WrittenReport.ofPast()
                .with(new AttendanceFilter(new BigDecimal("50"), BigDecimal.ZERO))
                .text(HTML, KIM, LEE);
        assertFalse(none.contains("Nobody was there"));
        assertTrue(none.contains("2 others are left out"));
    }

    @Test
    void aHallOfThousandsStaysAPageThatOpens() {
        List<String> pages = new ArrayList<>();
        LargeMeeting.forEachPage(pages::add);
        byte[] html = WrittenReport.ofPast().ofPages(HTML, pages);
        String page = new String(html, StandardCharsets.UTF_8);
        assertTrue(html.length < 5_000_000, () -> html.length + " bytes");
        assertTrue(page.contains("<b>20,000</b> <span>came</span>"));
        assertTrue(page.contains("1,000 of 20,000 people are listed here"));
        assertEquals(1000, occurrences(page, "<svg class=\"bar\""));
    }

    @Test
    void theWorstNamesAndComingsAndGoingsStayBelowFiveMegabytes() {
        List<String> rows = new ArrayList<>();
        for (int person = 0; person < 1500; person++) {
            for (int stay = 0; stay < 60; stay++) {
                Instant join = WrittenReport.MEETING.startTime().plusSeconds(60L * stay + person % 7);
                rows.add("{\"id\":\"" + person + "\",\"user_name\":\"" + "\\\"".repeat(200) + "\",\"email\":\""
                        + "'".repeat(200) + "\",\"role\":\"" + "&".repeat(200) + "\",\"join_time\":\"" + join
                        + "\",\"leave_time\":\"" + join.plusSeconds(20) + "\"}");
            }
        }
        byte[] html = WrittenReport.ofPast().of(HTML, rows.toArray(String[]::new));
        assertTrue(html.length < 5_000_000, () -> html.length + " bytes");
    }

    @Test
    void ofVeryManyThoseAreListedThereIsSomethingToSayOf() {
        Classroom room = new Classroom();
        for (int person = 0; person < 1200; person++) {
            room.row("Early %04d".formatted(person), 0, 92);
        }
        room.row("Zed Late", 30, 92);
        room.expecting(ExpectedPerson.of("Zoe Missing", null));
        String page = room.text(HTML);
        assertTrue(page.contains("1,000 of 1,202 people are listed here"));
        assertTrue(page.contains("the attendance CSV, the people NDJSON, the workbook and the JSON"));
        String people = page.substring(page.indexOf("<h2 id=\"people\""));
        assertTrue(people.contains("<bdi>Zed Late</bdi>"));
        assertTrue(people.contains("<bdi>Zoe Missing</bdi>"));
        assertFalse(people.contains("Early 1199"));
    }

    private static String between(String page, String from, String to) {
        int start = page.indexOf(from);
        assertTrue(start >= 0, from);
        return page.substring(start, page.indexOf(to, start));
    }

    private static String named(String name) {
        return "{\"user_name\":\"" + name
                + "\",\"join_time\":\"2026-11-20T09:10:00Z\",\"leave_time\":\"2026-11-20T09:20:00Z\"}";
    }

    private static int occurrences(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
