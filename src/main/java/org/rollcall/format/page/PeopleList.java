package org.rollcall.format.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rollcall.report.attendance.AttendanceCurve;
import org.rollcall.report.attendance.Person;

/** The lines of the people; of very many, first those there is something to say of. */
final class PeopleList {
    /** So many people get a line of their own. */
    static final int MAX_LINES = 1000;

    private final MeetingClock clock;
    private final Timeline timeline;
    private final Messages messages;

    /** @param timeline {@code null} where nothing is drawn */
    PeopleList(MeetingClock clock, Timeline timeline, Messages messages) {
        this.clock = clock;
        this.timeline = timeline;
        this.messages = messages;
    }

    /** Returns the lines of people who are sorted. */
    ReportPage.People of(List<Person> people, AttendanceCurve curve) {
        List<Person> listed = people.size() > MAX_LINES ? listed(people) : people;
        PersonLine line = new PersonLine(clock, timeline, messages);
        List<ReportPage.Line> there = new ArrayList<>();
        List<ReportPage.Line> missing = new ArrayList<>();
        for (Person person : listed) {
            boolean isMissing = person.status() != null && person.status().isMissing();
            (isMissing ? missing : there).add(line.of(person));
        }
        return new ReportPage.People(
                there,
                missing,
                messages.text(missing.isEmpty() ? "people_order" : "people_order_missing", clock.zone()),
                listed.size() == people.size() ? null : messages.text("listed", listed.size(), people.size()),
                clock.changesAt() != null,
                timeline != null,
                clock.time(curve.from()),
                clock.time(curve.to()));
    }

    private static List<Person> listed(List<Person> people) {
        return people.stream()
                .sorted(Comparator.comparingInt(PeopleList::rank))
                .limit(MAX_LINES)
                .toList();
    }

    private static int rank(Person person) {
        if (person.status() != null && person.status().isMissing()) {
            return 0;
        }
        return StatusText.isNotable(person) ? 1 : 2;
    }
}
