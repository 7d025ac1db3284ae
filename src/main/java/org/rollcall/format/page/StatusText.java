package org.rollcall.format.page;

import org.rollcall.report.attendance.AttendanceStatus;
import org.rollcall.report.attendance.Person;

/** Somebody's status in words. */
final class StatusText {
    private final Messages messages;

    StatusText(Messages messages) {
        this.messages = messages;
    }

    /** The status, with how late and how early; {@code null} where there is none. */
    String of(Person person) {
        if (person.status() == null) {
            return null;
        }
        String key = "status_" + person.status().value();
        String late = late(person);
        String early = early(person);
        return switch (person.status()) {
            case LATE -> late == null ? messages.text(key) : messages.text(key + "_by", late);
            case LEFT_EARLY -> early == null ? messages.text(key) : messages.text(key + "_by", early);
            case LATE_AND_LEFT_EARLY ->
                late == null || early == null ? messages.text(key) : messages.text(key + "_by", late, early);
            default -> messages.text(key);
        };
    }

    /** How late and how early somebody of a status was, without the status; {@code null} where it says nothing. */
    String minutes(Person person) {
        String late = late(person);
        String early = early(person);
        return switch (person.status()) {
            case LATE -> late;
            case LEFT_EARLY -> early;
            case LATE_AND_LEFT_EARLY ->
                late == null || early == null ? null : messages.text("late_and_early_minutes", late, early);
            case SHORT -> messages.duration(person.presence().intervals().length());
            default -> null;
        };
    }

    /** Whether it is a reason to be named above the others: everything but present. */
    static boolean isNotable(Person person) {
        return person.status() != null && person.status() != AttendanceStatus.PRESENT;
    }

    private String late(Person person) {
        Long late = person.presence().late();
        return late == null ? null : messages.duration(late);
    }

    private String early(Person person) {
        Long early = person.presence().leftEarly();
        return early == null ? null : messages.duration(early);
    }
}
