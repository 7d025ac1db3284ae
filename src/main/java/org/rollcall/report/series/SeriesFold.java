package org.rollcall.report.series;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.rollcall.report.attendance.AttendanceStatus;
import org.rollcall.report.attendance.identity.Identity;
import org.rollcall.report.attendance.identity.JoinPeople;
import org.rollcall.report.attendance.identity.JoinableRows;
import org.rollcall.report.attendance.identity.PersonName;

/**
 * Folds the reports of a series' instances into one line a person. People are joined over the instances by the rules
 * that join the rows of one meeting.
 *
 * @see JoinPeople
 */
public final class SeriesFold {
    private final List<SeriesInstance> instances = new ArrayList<>();
    private final List<Attended> entries = new ArrayList<>();

    /** Takes the report of an instance in; the earliest first. */
    public void add(SeriesInstance instance, List<SeriesEntry> people) {
        add(instance, people, person -> false, UnaryOperator.identity());
    }

    /**
     * Takes the report of an instance in; the earliest first.
     *
     * @param leftOut tells who is left out of the series, with all that any instance says of them
     * @param shown returns what the series may show of a person
     */
    public void add(
            SeriesInstance instance,
            List<SeriesEntry> people,
            Predicate<Identity> leftOut,
            UnaryOperator<SeriesEntry> shown) {
        int last = instances.size() - 1;
        if (last >= 0 && instances.get(last).isContinuedBy(instance)) {
            instances.set(last, instances.get(last).with(instance));
        } else {
            instances.add(instance);
        }
        int number = instances.size() - 1;
        for (SeriesEntry person : people) {
            entries.add(new Attended(number, instance.length(), shown.apply(person), leftOut.test(identity(person))));
        }
    }

    /** Returns whether nobody can be recognised, as where names, e-mail addresses and IDs are redacted. */
    public boolean isNameless() {
        return !entries.isEmpty() && entries.stream().allMatch(entry -> entry.entry.isNameless());
    }

    /**
     * Returns the series.
     *
     * @param from the first day that was asked for; {@code null} without a beginning
     * @param to the last day; {@code null} without an end
     */
    public Series finish(String meetingId, LocalDate from, LocalDate to) {
        JoinPeople joined = new JoinPeople(new Rows());
        Map<Integer, List<Integer>> people = new LinkedHashMap<>();
        for (int entry = 0; entry < entries.size(); entry++) {
            people.computeIfAbsent(joined.person(entry), person -> new ArrayList<>())
                    .add(entry);
        }
        List<SeriesMember> members = people.values().stream()
                .filter(own ->
                        own.stream().noneMatch(entry -> entries.get(entry).leftOut()))
                .map(own -> member(own, joined.isByNameAlone(own.get(0))))
                .sorted(ORDER)
                .toList();
        String topic =
                instances.isEmpty() ? null : instances.get(instances.size() - 1).topic();
        return new Series(meetingId, topic, from, to, instances, members);
    }

    private static final Comparator<SeriesMember> ORDER = Comparator.comparing(
                    (SeriesMember member) -> PersonName.key(member.name()),
                    Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(SeriesMember::email, Comparator.nullsLast(Comparator.naturalOrder()));

    private SeriesMember member(List<Integer> own, boolean guessed) {
        SeriesCell[] cells = new SeriesCell[instances.size()];
        long present = 0;
        long excused = 0;
        boolean known = false;
        String name = null;
        String email = null;
        for (int number : own) {
            Attended attended = entries.get(number);
            SeriesEntry entry = attended.entry;
            SeriesCell cell = new SeriesCell(entry.minutes(), entry.status());
            SeriesCell before = cells[attended.instance];
            cells[attended.instance] = before == null ? cell : before.with(cell);
            name = entry.name() != null ? entry.name() : name;
            email = entry.email() != null ? entry.email() : email;
            if (entry.share() != null) {
                known = true;
                present += entry.share()
                        .multiply(BigDecimal.valueOf(attended.length))
                        .longValue();
            }
            excused += entry.status() == AttendanceStatus.EXCUSED ? attended.length : 0;
        }
        long whole = instances.stream().mapToLong(SeriesInstance::length).sum() - excused;
        BigDecimal share = known && whole > 0
                ? BigDecimal.valueOf(Math.min(present, whole))
                        .divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP)
                : null;
        return new SeriesMember(name, email, Arrays.asList(cells), share, guessed);
    }

    /** One person in one instance. */
    private record Attended(int instance, long length, SeriesEntry entry, boolean leftOut) {}

    private static Identity identity(SeriesEntry entry) {
        return new Identity(
                entry.identifiers().participantUserId(),
                null,
                entry.identifiers().registrantId(),
                entry.identifiers().customerKey(),
                entry.email(),
                entry.name(),
                null);
    }

    /** Every person of every instance, as a row that can be joined. */
    private final class Rows implements JoinableRows {
        @Override
        public int size() {
            return entries.size();
        }

        @Override
        public Identity identity(int row) {
            return SeriesFold.identity(entries.get(row).entry);
        }

        @Override
        public String participantUuid(int row) {
            return null;
        }

        @Override
        public long start(int row) {
            return millis(entries.get(row).entry.firstJoin(), Long.MIN_VALUE);
        }

        @Override
        public long end(int row) {
            return millis(entries.get(row).entry.lastLeave(), Long.MAX_VALUE);
        }

        private static long millis(Instant time, long unknown) {
            return time == null ? unknown : time.toEpochMilli();
        }
    }
}
