package org.rollcall.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.report.AttendanceFilter;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingType;

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
        assertTrue(page.contains("(Europe/Paris, UTC+01:00)"));
        assertTrue(page.contains("Friday, 20 November 2026, 09:00 – 10:00 (UTC)"));
        assertTrue(
                page.contains("Friday, 20 November 2026, 12:05 (Europe/Paris), Friday, 20 November 2026, 11:05 UTC"));
        assertTrue(page.contains("Complete: all 2 rows that Zoom counted."));
    }

    @Test
    void countsPeopleAndDrawsThem() {
        String page = WrittenReport.ofPast().text(HTML, LEE, KIM);
        assertTrue(page.contains("<b>2</b> <span>people</span>"));
        assertTrue(page.contains("<b>2</b> <span>at once, at the most</span> <small>first at 10:10</small>"));
        assertTrue(page.contains("<b>0.7</b> <span>at once, on average</span>"));
        assertTrue(page.indexOf("<bdi>Kim</bdi>") < page.indexOf("<bdi>Lee</bdi>"));
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
        assertTrue(
                WrittenReport.of(MeetingType.PAST, Meeting.ofId("1")).text(HTML).contains("Nobody was there"));
    }

    @Test
    void aLiveMeetingSaysSo() {
        Meeting live = new Meeting("1", "u", "T", Instant.parse("2026-11-20T10:05:00Z"), null, null);
        String page = WrittenReport.of(MeetingType.LIVE, live)
                .text(HTML, "{\"id\":\"a\",\"user_name\":\"Ann\",\"join_time\":\"2026-11-20T10:35:00Z\"}");
        assertTrue(page.contains("live: still going on"));
        assertTrue(page.contains("still there"));
        assertTrue(page.contains("Not complete: 1 row, read while the meeting was going on."));
        assertTrue(page.contains("<b>1 h</b> <span>so far</span>"));
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
        assertTrue(page.contains("1 stay of unknown length"));
        assertTrue(page.contains("1 stay that ended before it began"));
        assertTrue(page.contains("never let in from the waiting room"));
        assertTrue(page.contains("Name unknown"));
        assertTrue(page.contains("The time of 2 rows is unknown"));
        assertTrue(page.contains("1 row ended before it began"));
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
        assertEquals(field.equals("leave_time"), page.contains(">10:10<"));
        assertEquals(field.equals("join_time"), page.contains(">10:20<"));
        assertTrue(page.contains("30 min"));
    }

    @Test
    void redactedFieldsAreNotShown() {
        Redaction redaction = new Redaction(
                Set.of("user_name", "email", "role", "device", "location", "network_type", "join_time", "leave_time"));
        String page = WrittenReport.of(MeetingType.PAST, Meeting.ofId("1"))
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
        assertTrue(page.contains("at least 15 minutes and 25 % of the meeting; 1 other is left out."));
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
        assertTrue(page.contains("<b>20,000</b> <span>people</span>"));
        assertTrue(page.contains("19,000 more people are not shown one by one."));
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

    private static String named(String name) {
        return "{\"user_name\":\"" + name
                + "\",\"join_time\":\"2026-11-20T09:10:00Z\",\"leave_time\":\"2026-11-20T09:20:00Z\"}";
    }

    private static int occurrences(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
