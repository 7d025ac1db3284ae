package org.rollcall.lambda.privacy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rollcall.lambda.stored.StoredReport;
import org.rollcall.report.attendance.AttendanceContext;
import org.rollcall.report.attendance.AttendanceFold;
import org.rollcall.report.attendance.ExpectedPerson;
import org.rollcall.report.attendance.identity.Identity;
import org.rollcall.report.attendance.identity.PersonName;
import org.rollcall.report.erasure.ErasureMarks;
import org.rollcall.report.erasure.MarkedPeople;
import org.rollcall.report.erasure.PersonIdentifiers;
import org.rollcall.report.row.Row;

/**
 * Which rows of a report are those of marked people: all of everybody of whom one row has a mark, as attendance joins
 * them.
 *
 * @param left the report without them
 * @param rows how many rows they have
 * @param found what those rows say of who they are; where a person is known by a name alone, nothing but names, for
 *     this instance
 */
record RowsOfPeople(StoredReport left, int rows, List<PersonIdentifiers> found) {

    /**
     * Finds them.
     *
     * @param person whose other identifiers are wanted
     */
    static RowsOfPeople of(
            StoredReport stored,
            AttendanceContext context,
            String instance,
            ErasureMarks marks,
            PersonIdentifiers person) {
        MarkedPeople marked = marks.in(instance);
        MarkedPeople certain = certain(person, instance);
        AttendanceFold fold = new AttendanceFold();
        fold.add(stored.rows());
        int[] people = fold.people(context);
        List<Identity> rows = stored.rows().stream().map(Identity::of).toList();
        Set<String> expected = names(stored, marked);
        Set<Integer> gone = new HashSet<>();
        Set<Integer> known = new HashSet<>();
        for (int row = 0; row < people.length; row++) {
            Identity identity = rows.get(row);
            if (marked.test(identity)
                    || identity.email() == null && expected.contains(PersonName.key(identity.userName()))) {
                gone.add(people[row]);
            }
            if (certain != null && certain.test(identity)) {
                known.add(people[row]);
            }
        }
        Set<String> othersNames = new HashSet<>();
        for (int row = 0; row < people.length; row++) {
            if (!gone.contains(people[row])) {
                othersNames.add(PersonName.key(rows.get(row).userName()));
            }
        }
        List<PersonIdentifiers> found = new ArrayList<>();
        List<Row> kept = new ArrayList<>();
        for (int row = 0; row < people.length; row++) {
            if (gone.contains(people[row])) {
                found(rows.get(row), known.contains(people[row]), othersNames, instance)
                        .ifPresent(found::add);
            } else {
                kept.add(stored.rows().get(row));
            }
        }
        Optional<List<ExpectedPerson>> stillExpected = stored.expected()
                .map(all -> all.stream().filter(one -> !marked.test(one)).toList());
        return new RowsOfPeople(
                stored.with(kept, stillExpected),
                people.length - kept.size(),
                found.stream().distinct().toList());
    }

    /** By what nobody else has; null where a name alone is given, which others can have. */
    private static MarkedPeople certain(PersonIdentifiers person, String instance) {
        String name = person.instance() == null ? null : person.name();
        boolean none = name == null
                && person.email() == null
                && person.participantUserId() == null
                && person.registrantId() == null
                && person.customerKey() == null;
        if (none) {
            return null;
        }
        PersonIdentifiers given = new PersonIdentifiers(
                person.email(),
                name,
                person.instance(),
                person.participantUserId(),
                person.registrantId(),
                person.customerKey());
        return ErasureMarks.NONE.with(List.of(given), List.of()).in(instance);
    }

    /** What those who were expected and are marked go by, of whom Zoom may know no more than that. */
    private static Set<String> names(StoredReport stored, MarkedPeople marked) {
        return stored.expected().stream()
                .flatMap(List::stream)
                .filter(marked::test)
                .map(one -> PersonName.key(one.name()))
                .filter(Objects::nonNull)
                .filter(name -> !PersonName.isDevice(name))
                .collect(Collectors.toSet());
    }

    private static Optional<PersonIdentifiers> found(
            Identity row, boolean isKnown, Set<String> othersNames, String instance) {
        Identity says = new Identity(
                isKnown ? row.participantUserId() : null,
                isKnown ? row.id() : null,
                isKnown ? row.registrantId() : null,
                isKnown ? row.customerKey() : null,
                isKnown ? row.email() : null,
                othersNames.contains(PersonName.key(row.userName())) ? null : row.userName(),
                null);
        return PersonIdentifiers.found(says, instance);
    }
}
