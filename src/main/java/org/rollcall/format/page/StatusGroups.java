package org.rollcall.format.page;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.rollcall.report.attendance.Attendance;
import org.rollcall.report.attendance.AttendanceStatus;
import org.rollcall.report.attendance.Person;

/** People of one status: how many they are, and the first of them by name, those first who missed most. */
final class StatusGroups {
    /** So many of a group are named. */
    private static final int MAX_NAMES = 8;

    private static final Comparator<Person> MOST_LATE = Comparator.comparingLong((Person person) ->
                    orZero(person.presence().late()) + orZero(person.presence().leftEarly()))
            .reversed();

    private final Attendance attendance;
    private final Messages messages;
    private final StatusText statuses;

    StatusGroups(Attendance attendance, Messages messages) {
        this.attendance = attendance;
        this.messages = messages;
        this.statuses = new StatusText(messages);
    }

    /** Returns those of the statuses that somebody has. */
    List<ReportPage.Group> of(AttendanceStatus... statuses) {
        return Stream.of(statuses).map(this::group).filter(Objects::nonNull).toList();
    }

    private ReportPage.Group group(AttendanceStatus status) {
        int number = attendance.totals().count(status);
        if (number == 0) {
            return null;
        }
        List<ReportPage.Name> names = attendance.people().stream()
                .filter(person -> person.status() == status && PageText.clean(person.name()) != null)
                .sorted(MOST_LATE)
                .limit(MAX_NAMES)
                .map(person -> new ReportPage.Name(PageText.clean(person.name()), statuses.minutes(person)))
                .toList();
        // Without a name nobody is to be found in the list either.
        int more = names.isEmpty() ? 0 : number - names.size();
        return new ReportPage.Group(
                status.value(),
                messages.text("group_" + status.value(), number, share()),
                names,
                more == 0 ? null : messages.text("more_names", more));
    }

    private String share() {
        return messages.text("share_of", attendance.context().rules().minimumShare());
    }

    private static long orZero(Long number) {
        return number == null ? 0 : number;
    }
}
