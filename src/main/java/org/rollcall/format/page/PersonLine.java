package org.rollcall.format.page;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import org.rollcall.report.Intervals;
import org.rollcall.report.Person;

/** A line a person: who, when, for how long, and what is unusual about them. */
final class PersonLine {
    private static final int MAX_TIMES = 6;

    private final MeetingClock clock;
    private final Timeline timeline;

    /** @param timeline {@code null} where nothing is drawn */
    PersonLine(MeetingClock clock, Timeline timeline) {
        this.clock = clock;
        this.timeline = timeline;
    }

    /** The line of a person. */
    ReportPage.Line of(Person person) {
        BigDecimal share = person.share();
        return new ReportPage.Line(
                Objects.requireNonNullElse(PageText.clean(person.name()), "Name unknown"),
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
}
