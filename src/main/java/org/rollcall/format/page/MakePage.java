package org.rollcall.format.page;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.rollcall.report.Attendance;
import org.rollcall.report.AttendanceFilter;
import org.rollcall.report.Concurrency;
import org.rollcall.report.Intervals;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingType;
import org.rollcall.report.Person;
import org.rollcall.report.Report;

/** Puts a report into the words and drawings of the page. */
public final class MakePage {
    /** So many people get a line of their own; the others are in the attendance CSV. */
    static final int MAX_LINES = 1000;

    private static final int MAX_KINDS = 6;
    private static final int MAX_TIMES = 6;

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
                shown.stream().map(this::line).toList(),
                timeline != null,
                clock.time(concurrency.from()),
                clock.time(concurrency.to()),
                notDrawn(attendance.people().size() - shown.size()),
                summaries(),
                notes(),
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

    private ReportPage.Line line(Person person) {
        BigDecimal share = person.share();
        return new ReportPage.Line(
                firstOf(PageText.clean(person.name()), "Name unknown"),
                PageText.clean(person.email()),
                PageText.clean(person.role()),
                "attendee".equalsIgnoreCase(person.role()),
                clock.time(person.firstJoin()),
                person.stillThere() ? "still there" : clock.time(person.lastLeave()),
                PageText.duration(person.present().length()),
                person.sessions() > 1 ? PageText.count(person.sessions(), "stay", "stays") : null,
                share == null ? null : share.movePointRight(2).intValue() + " %",
                timeline == null ? null : timeline.path(person.present()),
                timeline == null ? null : times(person.present()),
                remarks(person));
    }

    private String times(Intervals present) {
        StringJoiner times = new StringJoiner(", ");
        for (int i = 0; i < Math.min(present.count(), MAX_TIMES); i++) {
            times.add(clock.time(Instant.ofEpochMilli(present.start(i))) + " to "
                    + clock.time(Instant.ofEpochMilli(present.end(i))));
        }
        int more = present.count() - MAX_TIMES;
        return more > 0 ? times + " and " + PageText.count(more, "more stay", "more stays") : times.toString();
    }

    private static List<String> remarks(Person person) {
        List<String> remarks = new ArrayList<>();
        if (person.onlyWaited()) {
            remarks.add("never let in from the waiting room");
        }
        if (person.unknownTimes() > 0) {
            remarks.add(PageText.count(person.unknownTimes(), "stay", "stays") + " of unknown length");
        }
        if (person.backwardTimes() > 0) {
            remarks.add(PageText.count(person.backwardTimes(), "stay", "stays") + " that ended before it began");
        }
        return remarks;
    }

    private static String notDrawn(int people) {
        return people == 0
                ? null
                : PageText.count(people, "more person is", "more people are")
                        + " not shown one by one. They are in the numbers above, and each has a line in the attendance"
                        + " CSV.";
    }

    private List<ReportPage.Summary> summaries() {
        List<ReportPage.Summary> summaries = new ArrayList<>();
        int people = Math.max(1, attendance.people().size() + attendance.leftOut());
        summaries.add(summary("Devices", attendance.devices(), people));
        summaries.add(summary("Locations", attendance.locations(), people));
        summaries.add(summary("Networks", attendance.networks(), people));
        summaries.removeIf(summary -> summary.kinds().isEmpty());
        return summaries;
    }

    private static ReportPage.Summary summary(String title, Map<String, Integer> counts, int people) {
        List<Map.Entry<String, Integer>> sorted = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        List<ReportPage.Kind> kinds = sorted.stream()
                .limit(MAX_KINDS)
                .map(kind -> new ReportPage.Kind(
                        PageText.clean(kind.getKey()), PageText.count(kind.getValue()), Math.max(1, (int)
                                Math.round(100.0 * kind.getValue() / people))))
                .toList();
        int others = sorted.size() - kinds.size();
        return new ReportPage.Summary(title, kinds, others == 0 ? null : "and " + PageText.count(others) + " more");
    }

    private List<ReportPage.Note> notes() {
        List<ReportPage.Note> notes = new ArrayList<>();
        String rows = PageText.count(report.rows(), "row", "rows");
        notes.add(
                report.complete()
                        ? new ReportPage.Note("Complete: all " + rows + " that Zoom counted.", false)
                        : new ReportPage.Note(
                                "Not complete: " + rows + ", read while the meeting was going on.", true));
        AttendanceFilter filter = attendance.filter();
        if (!filter.isNone()) {
            notes.add(new ReportPage.Note(
                    "Only people who were there for at least "
                            + filter.minimumMinutes().toPlainString() + " minutes and "
                            + filter.minimumShare()
                                    .movePointRight(2)
                                    .stripTrailingZeros()
                                    .toPlainString()
                            + " % of the meeting; "
                            + PageText.count(attendance.leftOut(), "other is", "others are") + " left out.",
                    true));
        }
        if (totals.unknownTimes() > 0) {
            notes.add(new ReportPage.Note(
                    "The time of " + PageText.count(totals.unknownTimes(), "row", "rows")
                            + " is unknown and counts for nothing.",
                    true));
        }
        if (totals.backwardTimes() > 0) {
            notes.add(new ReportPage.Note(
                    PageText.count(totals.backwardTimes(), "row", "rows")
                            + " ended before it began; that time counts for nothing.",
                    true));
        }
        notes.add(new ReportPage.Note(
                "Two devices at once count once. Breakout rooms count, the waiting room does not.", false));
        return notes;
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
