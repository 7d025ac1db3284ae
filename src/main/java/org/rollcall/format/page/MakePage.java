package org.rollcall.format.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rollcall.report.Attendance;
import org.rollcall.report.Concurrency;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingType;
import org.rollcall.report.Person;
import org.rollcall.report.Report;

/** Puts a report into the words and drawings of the page. */
public final class MakePage {
    /** So many people get a line of their own; the others are in the attendance CSV. */
    static final int MAX_LINES = 1000;

    private final Report report;
    private final Attendance attendance;
    private final Attendance.Totals totals;
    private final Concurrency concurrency;
    private final boolean live;
    private final MeetingClock clock;
    private final Timeline timeline;

    private MakePage(Report report, boolean withTimes) {
        this.report = report;
        this.attendance = report.attendance();
        this.totals = attendance.totals();
        this.concurrency = attendance.concurrency();
        this.live = report.type() == MeetingType.LIVE;
        this.clock = MeetingClock.of(report.meeting().timezone(), firstOf(start(), report.generatedAt()));
        boolean hasLength = concurrency.from() != null && concurrency.from().isBefore(concurrency.to());
        this.timeline = withTimes && hasLength
                ? new Timeline(
                        concurrency.from().toEpochMilli(), concurrency.to().toEpochMilli())
                : null;
    }

    /**
     * The page of a report.
     *
     * @param withTimes whether it may show when somebody was there
     */
    public static ReportPage of(Report report, boolean withTimes) {
        return new MakePage(report, withTimes).page();
    }

    private ReportPage page() {
        Meeting meeting = report.meeting();
        String topic = firstOf(PageText.clean(meeting.topic()), "Meeting " + PageText.clean(meeting.id()));
        List<Person> shown = attendance
                .people()
                .subList(0, Math.min(MAX_LINES, attendance.people().size()));
        boolean hasTime = start() != null;
        return new ReportPage(
                topic + " · attendance",
                topic,
                PageText.clean(meeting.id()),
                hasTime ? clock.span(start(), live ? null : end()) : null,
                clock.zoneAt(firstOf(start(), report.generatedAt())),
                hasTime && !clock.isUtc() ? MeetingClock.utc(start()).span(start(), live ? null : end()) : null,
                live,
                figures(),
                Course.of(concurrency, clock),
                attendance.people().isEmpty() && attendance.leftOut() == 0,
                shown.stream().map(new PersonLine(clock, timeline)::of).toList(),
                timeline != null,
                clock.time(concurrency.from()),
                clock.time(concurrency.to()),
                notDrawn(attendance.people().size() - shown.size()),
                Summaries.of(attendance),
                Notes.of(report, totals),
                generated());
    }

    private Instant start() {
        return firstOf(report.meeting().startTime(), attendance.concurrency().from());
    }

    private Instant end() {
        return firstOf(report.meeting().endTime(), attendance.concurrency().to());
    }

    private List<ReportPage.Figure> figures() {
        List<ReportPage.Figure> figures = new ArrayList<>();
        int people = attendance.people().size();
        int waited = totals.onlyWaited();
        figures.add(new ReportPage.Figure(
                people == 1 ? "person" : "people",
                PageText.count(people),
                waited == 0 ? null : PageText.count(waited) + " never let in from the waiting room"));
        String peakAt = clock.time(concurrency.peakAt());
        figures.add(new ReportPage.Figure(
                "at once, at the most",
                PageText.count(concurrency.peak()),
                peakAt == null ? null : "first at " + peakAt));
        figures.add(new ReportPage.Figure(
                "at once, on average", String.format(Locale.ROOT, "%,.1f", concurrency.average()), null));
        if (start() != null && end() != null && end().isAfter(start())) {
            figures.add(new ReportPage.Figure(
                    live ? "so far" : "from beginning to end",
                    PageText.duration(Duration.between(start(), end()).toMillis()),
                    null));
        }
        return figures;
    }

    private static String notDrawn(int people) {
        return people == 0
                ? null
                : PageText.count(people, "more person is", "more people are")
                        + " not shown one by one. They are in the numbers above, and each has a line in the attendance"
                        + " CSV.";
    }

    private String generated() {
        Instant made = report.generatedAt();
        String utc = MeetingClock.utc(made).dayAndTime(made) + " UTC";
        return clock.isUtc() ? utc : clock.dayAndTime(made) + " (" + clock.zone() + "), " + utc;
    }

    private static <T> T firstOf(T value, T other) {
        return value != null ? value : other;
    }
}
