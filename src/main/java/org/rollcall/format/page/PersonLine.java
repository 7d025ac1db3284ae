package org.rollcall.format.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import org.rollcall.report.attendance.Intervals;
import org.rollcall.report.attendance.Person;
import org.rollcall.report.attendance.PersonDetails;
import org.rollcall.report.attendance.Remark;

/** A line a person: who, how they attended, when, for how long, and what is unusual about them. */
final class PersonLine {
    private static final int MAX_TIMES = 6;
    private static final int MAX_VALUES = 3;
    /** What half of a class has, and a note says once. */
    private static final Set<Remark> USUAL = EnumSet.of(Remark.BEFORE_START, Remark.AFTER_END);

    private final MeetingClock clock;
    private final Timeline timeline;
    private final Messages messages;
    private final StatusText statuses;

    /** @param timeline {@code null} where nothing is drawn */
    PersonLine(MeetingClock clock, Timeline timeline, Messages messages) {
        this.clock = clock;
        this.timeline = timeline;
        this.messages = messages;
        this.statuses = new StatusText(messages);
    }

    /** The line of a person. */
    ReportPage.Line of(Person person) {
        boolean came = person.status() == null || !person.status().isMissing();
        Intervals present = person.presence().intervals();
        boolean drawn = timeline != null && present.count() > 0;
        return new ReportPage.Line(
                Objects.requireNonNullElse(PageText.clean(person.name()), messages.text("name_unknown")),
                PageText.clean(person.email()),
                "attendee".equalsIgnoreCase(person.role()) ? null : PageText.clean(person.role()),
                details(person.details()),
                person.remarks().stream()
                        .filter(remark -> !USUAL.contains(remark))
                        .map(remark -> messages.text("remark_" + remark.name().toLowerCase(Locale.ROOT)))
                        .toList(),
                person.status() == null ? null : person.status().value(),
                statuses.of(person),
                clock.time(person.firstJoin()),
                person.presence().stillThere() ? messages.text("still_there") : clock.time(person.lastLeave()),
                time(person, came),
                came && person.share() != null ? messages.text("share_of", person.share()) : null,
                present.count() > 1 ? messages.text("stays", present.count()) : null,
                drawn ? timeline.path(present) : null,
                drawn ? times(present) : null);
    }

    private String time(Person person, boolean came) {
        if (!came) {
            return null;
        }
        return person.minutes() == null
                ? messages.text("time_unknown")
                : messages.duration(person.presence().intervals().length());
    }

    private List<ReportPage.Detail> details(PersonDetails details) {
        List<ReportPage.Detail> all = new ArrayList<>();
        add(all, "also_as", details.otherNames());
        if (details.breakoutRooms() > 0) {
            all.add(new ReportPage.Detail(messages.text("breakout_rooms", details.breakoutRooms()), null));
        }
        add(all, "called_from", details.callNumbers());
        if (details.inRoom() > 1) {
            all.add(new ReportPage.Detail(messages.text("people_in_room", details.inRoom()), null));
        }
        return all;
    }

    private void add(List<ReportPage.Detail> all, String key, List<String> values) {
        List<String> shown =
                values.stream().map(PageText::clean).filter(Objects::nonNull).toList();
        for (String value : shown.subList(0, Math.min(MAX_VALUES, shown.size()))) {
            all.add(new ReportPage.Detail(messages.text(key), value));
        }
        if (shown.size() > MAX_VALUES) {
            all.add(new ReportPage.Detail(messages.text("more_details", shown.size() - MAX_VALUES), null));
        }
    }

    private String times(Intervals present) {
        StringJoiner times = new StringJoiner(", ");
        for (int i = 0; i < Math.min(present.count(), MAX_TIMES); i++) {
            times.add(messages.text(
                    "from_to",
                    clock.time(Instant.ofEpochMilli(present.start(i))),
                    clock.time(Instant.ofEpochMilli(present.end(i)))));
        }
        int more = present.count() - MAX_TIMES;
        return more > 0 ? messages.text("and_more_stays", times, more) : times.toString();
    }
}
