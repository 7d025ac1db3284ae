package org.rollcall.format.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingType;
import org.rollcall.report.Report;
import org.rollcall.report.attendance.Attendance;
import org.rollcall.report.attendance.AttendanceContext;
import org.rollcall.report.attendance.AttendanceCurve;

/** Puts a report into the words and drawings of the page. */
public final class MakePage {
    private final Report report;
    private final Messages messages;
    private final Attendance attendance;
    private final AttendanceCurve curve;
    private final boolean live;
    private final MeetingClock clock;
    private final Timeline timeline;
    private final Answers answers;

    private MakePage(Report report, boolean withTimes, Messages messages) {
        this.report = report;
        this.messages = messages;
        this.attendance = report.attendance();
        this.curve = attendance.curve();
        this.live = report.type() == MeetingType.LIVE;
        this.clock = MeetingClock.of(
                attendance.context(), firstOf(start(), report.generatedAt()), live ? curve.to() : end(), messages);
        boolean hasLength = curve.from() != null && curve.from().isBefore(curve.to());
        this.timeline = withTimes && hasLength
                ? new Timeline(curve.from().toEpochMilli(), curve.to().toEpochMilli())
                : null;
        this.answers = new Answers(attendance, live, withTimes, clock, messages);
    }

    /**
     * Returns the page of a report.
     *
     * @param withTimes whether it may show when somebody was there
     */
    public static ReportPage of(Report report, boolean withTimes, Messages messages) {
        return new MakePage(report, withTimes, messages).page();
    }

    private ReportPage page() {
        ReportPage.Head head = head();
        return new ReportPage(
                messages.text("page_title", head.topic()),
                head,
                answers.all(),
                figures(),
                Course.of(curve, clock, messages),
                attendance.people().isEmpty() && attendance.leftOut() == 0,
                new PeopleList(clock, timeline, messages).of(attendance.people(), curve),
                Summaries.of(attendance, messages),
                Notes.of(report, messages),
                messages.text("made", made()));
    }

    private ReportPage.Head head() {
        Meeting meeting = report.meeting();
        AttendanceContext context = attendance.context();
        String kind = meeting.kind().value();
        String number = PageText.clean(meeting.id());
        Instant start = start();
        Instant end = live ? null : end();
        Instant scheduled = context.scheduledStart();
        return new ReportPage.Head(
                messages.text("kind_" + kind),
                live,
                firstOf(PageText.clean(meeting.topic()), messages.text("untitled_" + kind, number)),
                start == null ? null : clock.span(start, end),
                clock.zone(),
                start == null || clock.isUtc()
                        ? null
                        : messages.text("utc", clock.utc().span(start, end)),
                scheduled == null ? null : messages.text("scheduled", clock.span(scheduled, context.scheduledEnd())),
                Stream.of(
                                clock.change(),
                                context.zoneKnown() ? null : messages.text("zone_unknown", context.zoneName()))
                        .filter(Objects::nonNull)
                        .toList(),
                messages.text("number_" + kind, number),
                firstOf(PageText.clean(meeting.host()), PageText.clean(meeting.hostEmail())));
    }

    private List<ReportPage.Figure> figures() {
        List<ReportPage.Figure> figures = new ArrayList<>();
        String peak = messages.number(curve.peak());
        String peakAt = clock.time(curve.peakAt());
        figures.add(figure("figure_peak", peakAt == null ? peak : messages.text("figure_peak_at", peak, peakAt)));
        figures.add(figure("figure_average", messages.text("average", curve.average())));
        Instant from = start();
        Instant to = end();
        if (from != null && to != null && to.isAfter(from)) {
            figures.add(figure(
                    live ? "figure_duration_live" : "figure_duration",
                    messages.duration(Duration.between(from, to).toMillis())));
        }
        return figures;
    }

    private ReportPage.Figure figure(String key, String value) {
        return new ReportPage.Figure(messages.text(key), value);
    }

    private Instant start() {
        return firstOf(report.meeting().startTime(), curve.from());
    }

    private Instant end() {
        return firstOf(report.meeting().endTime(), curve.to());
    }

    private String made() {
        Instant made = report.generatedAt();
        String time = clock.dayAndTime(made);
        return messages.text("zone_of_time", time, clock.zoneAt(made));
    }

    private static <T> T firstOf(T value, T other) {
        return value != null ? value : other;
    }
}
