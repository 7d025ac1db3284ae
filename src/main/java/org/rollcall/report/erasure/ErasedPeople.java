package org.rollcall.report.erasure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rollcall.report.Meeting;
import org.rollcall.report.ReportFold;
import org.rollcall.report.attendance.AttendanceContext;
import org.rollcall.report.attendance.AttendanceFold.LeftOut;
import org.rollcall.report.attendance.ExpectedPerson;
import org.rollcall.report.attendance.identity.Identity;
import org.rollcall.report.attendance.identity.PersonName;
import org.rollcall.report.row.Row;

/**
 * The people of one report whose data is erased, and what is left without them. Somebody is erased with all rows that
 * the report joins to one person, if one of these rows is marked, or the expected person whom they match.
 */
public final class ErasedPeople {
    private final MarkedPeople marked;
    private final LeftOut leftOut;

    private ErasedPeople(MarkedPeople marked, LeftOut leftOut) {
        this.marked = marked;
        this.leftOut = leftOut;
    }

    /**
     * Finds them, after the last page.
     *
     * @param context what attendance is counted against, with all who are expected
     */
    public static ErasedPeople of(ReportFold fold, Meeting meeting, AttendanceContext context, ErasureMarks marks) {
        MarkedPeople marked = marks.in(meeting.uuid());
        return new ErasedPeople(marked, fold.leftOut(context, marked::test, marked::test));
    }

    /** Returns whether any row is theirs. */
    public boolean haveRows() {
        return !leftOut.rows().isEmpty();
    }

    /**
     * Returns the rows of a page that are not theirs.
     *
     * @param first how many rows came before this page
     */
    public List<Row> without(List<Row> page, int first) {
        BitSet theirs = leftOut.rows();
        List<Row> others = new ArrayList<>(page.size());
        for (int row = 0; row < page.size(); row++) {
            if (!theirs.get(first + row)) {
                others.add(page.get(row));
            }
        }
        return others;
    }

    /** Returns what attendance is counted against without them among the expected people. */
    public AttendanceContext without(AttendanceContext context) {
        if (context.expected() == null) {
            return context;
        }
        return context.withExpected(context.expected().stream()
                .filter(person ->
                        !marked.test(person) && leftOut.expected().stream().noneMatch(other -> isSame(person, other)))
                .toList());
    }

    private static boolean isSame(ExpectedPerson one, ExpectedPerson other) {
        return Objects.equals(PersonName.key(one.name()), PersonName.key(other.name()))
                && Objects.equals(Identity.emailKey(one.email()), Identity.emailKey(other.email()))
                && Objects.equals(one.registrantId(), other.registrantId());
    }

    /**
     * Returns the meeting without its host where that is one of them, and without a topic that has the name of one, as
     * the topics that Zoom gives have the host's.
     */
    public Meeting without(Meeting meeting) {
        Meeting hostless = isHost(meeting) ? MarkedPeople.withoutHost(meeting) : meeting;
        boolean isNamed = names().stream().anyMatch(name -> MarkedPeople.isNamed(meeting.topic(), name));
        return isNamed ? hostless.withTopic(null) : hostless;
    }

    private boolean isHost(Meeting meeting) {
        if (marked.testHost(meeting)) {
            return true;
        }
        String email = Identity.emailKey(Identity.trimmed(meeting.hostEmail()));
        String name = PersonName.key(meeting.host());
        return leftOut.identities().stream()
                .anyMatch(identity -> email != null && email.equals(Identity.emailKey(identity.email()))
                        // A name is other people's, too, but where nothing else tells the host apart.
                        || name != null
                                && (email == null || identity.email() == null)
                                && name.equals(PersonName.key(identity.userName())));
    }

    // One word alone can be any.
    private Set<String> names() {
        return leftOut.identities().stream()
                .map(Identity::userName)
                .filter(name -> name != null && name.indexOf(' ') > 0)
                .collect(Collectors.toSet());
    }

    /**
     * Returns what their rows say of them, with names for this instance alone.
     *
     * @param instance the UUID of the instance; {@code null} where it is unknown
     */
    public List<PersonIdentifiers> found(String instance) {
        return leftOut.identities().stream()
                .map(identity -> PersonIdentifiers.found(identity, instance))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }
}
