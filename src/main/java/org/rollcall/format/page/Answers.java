package org.rollcall.format.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.rollcall.report.attendance.Attendance;
import org.rollcall.report.attendance.AttendanceContext;
import org.rollcall.report.attendance.AttendanceStatus;
import org.rollcall.report.attendance.Person;
import org.rollcall.report.attendance.PersonDetails;
import org.rollcall.report.attendance.Remark;

/** The three questions that a report is opened with: who was missing, who came late or left early, how many came. */
final class Answers {
    private final Attendance attendance;
    private final AttendanceContext context;
    private final boolean live;
    private final boolean withTimes;
    private final MeetingClock clock;
    private final Messages messages;
    private final StatusGroups groups;

    /** @param withTimes whether the page may show when somebody was there */
    Answers(Attendance attendance, boolean live, boolean withTimes, MeetingClock clock, Messages messages) {
        this.attendance = attendance;
        this.context = attendance.context();
        this.live = live;
        this.withTimes = withTimes;
        this.clock = clock;
        this.messages = messages;
        this.groups = new StatusGroups(attendance, messages);
    }

    /** Returns them in that order. */
    List<ReportPage.Answer> all() {
        return List.of(missing(), lateOrEarly(), came());
    }

    private ReportPage.Answer missing() {
        int absent = count(AttendanceStatus.ABSENT);
        boolean filtered = !attendance.filter().isNone();
        boolean known = context.expected() != null && !filtered;
        String more = null;
        if (filtered) {
            more = messages.text("missing_filtered");
        } else if (!known) {
            more = messages.text("missing_unknown");
        } else if (!context.expected().isEmpty()
                && absent + count(AttendanceStatus.EXCUSED) + count(AttendanceStatus.WAITING_ROOM_ONLY) == 0) {
            more = messages.text("missing_all_came");
        }
        return new ReportPage.Answer(
                "missing",
                known ? messages.number(absent) : messages.text("unknown_number"),
                messages.text("missing"),
                Stream.ofNullable(more).toList(),
                groups.of(AttendanceStatus.ABSENT, AttendanceStatus.EXCUSED, AttendanceStatus.WAITING_ROOM_ONLY));
    }

    private ReportPage.Answer lateOrEarly() {
        int number = count(AttendanceStatus.LATE)
                + count(AttendanceStatus.LEFT_EARLY)
                + count(AttendanceStatus.LATE_AND_LEFT_EARLY);
        // Redacted times take the minutes with them, but not the status that comes of them.
        boolean known = attendance.people().stream()
                .anyMatch(person -> person.isAttending()
                        && (person.presence().late() != null
                                || person.presence().timesHidden()));
        List<String> more = new ArrayList<>();
        if (!known) {
            more.add(messages.text("late_or_early_unknown"));
        } else {
            if (number == 0 && count(AttendanceStatus.SHORT) == 0) {
                more.add(messages.text("late_or_early_nobody"));
            }
            more.add(messages.text(
                    "late_rule", messages.duration(context.rules().lateAfter().toMillis()), start()));
            more.add(
                    live
                            ? messages.text("early_rule_live")
                            : messages.text(
                                    "early_rule",
                                    messages.duration(
                                            context.rules().leftEarlyBefore().toMillis()),
                                    end()));
        }
        return new ReportPage.Answer(
                "late",
                known ? messages.number(number) : messages.text("unknown_number"),
                messages.text("late_or_early"),
                more,
                groups.of(
                        AttendanceStatus.LATE,
                        AttendanceStatus.LEFT_EARLY,
                        AttendanceStatus.LATE_AND_LEFT_EARLY,
                        AttendanceStatus.SHORT));
    }

    private ReportPage.Answer came() {
        List<String> more = new ArrayList<>();
        if (context.expected() != null && attendance.filter().isNone()) {
            int others = number(person -> person.isAttending()
                    && (person.remarks().contains(Remark.NOT_EXPECTED)
                            || person.remarks().contains(Remark.NAME_OF_EXPECTED)));
            more.add(messages.text(
                    "came_of_expected",
                    attendance.totals().people() - others,
                    context.expected().size()));
            if (others > 0) {
                more.add(messages.text("came_not_expected", others));
            }
        }
        List<ReportPage.Group> all = new ArrayList<>();
        int present = count(AttendanceStatus.PRESENT);
        if (present > 0) {
            all.add(new ReportPage.Group(
                    AttendanceStatus.PRESENT.value(),
                    messages.text(live ? "group_present_live" : "group_present", present),
                    List.of(),
                    null));
        }
        all.addAll(groups.of(AttendanceStatus.UNKNOWN_TIMES));
        addWays(all);
        return new ReportPage.Answer(
                "came",
                messages.number(attendance.totals().people()),
                messages.text(live ? "came_live" : "came"),
                more,
                all);
    }

    private void addWays(List<ReportPage.Group> all) {
        int phones = number(person -> !person.details().callNumbers().isEmpty());
        int breakouts = number(person -> person.details().breakoutRooms() > 0);
        List<Integer> rooms = attendance.people().stream()
                .map(Person::details)
                .map(PersonDetails::inRoom)
                .filter(people -> people > 1)
                .toList();
        if (phones > 0) {
            all.add(new ReportPage.Group(null, messages.text("by_phone", phones), List.of(), null));
        }
        if (breakouts > 0) {
            all.add(new ReportPage.Group(null, messages.text("in_breakout_rooms", breakouts), List.of(), null));
        }
        if (!rooms.isEmpty()) {
            int people = rooms.stream().mapToInt(Integer::intValue).sum();
            all.add(new ReportPage.Group(null, messages.text("in_rooms", rooms.size(), people), List.of(), null));
        }
    }

    private String start() {
        Instant scheduled = context.scheduledStart();
        Instant actual = context.start() == null ? attendance.curve().from() : context.start();
        return moment(scheduled == null ? "actual_start" : "scheduled_start", scheduled == null ? actual : scheduled);
    }

    // As attendance counts it: before its time a meeting is left early by nobody who was there to its end.
    private String end() {
        Instant scheduled = context.scheduledEnd();
        Instant actual = context.end() == null ? attendance.curve().to() : context.end();
        boolean bySchedule = scheduled != null && (actual == null || scheduled.isBefore(actual));
        return moment(bySchedule ? "scheduled_end" : "actual_end", bySchedule ? scheduled : actual);
    }

    private String moment(String key, Instant time) {
        return withTimes && time != null ? messages.text(key, clock.time(time)) : messages.text(key + "_hidden");
    }

    private int count(AttendanceStatus status) {
        return attendance.totals().count(status);
    }

    private int number(Predicate<Person> which) {
        return (int) attendance.people().stream().filter(which).count();
    }
}
