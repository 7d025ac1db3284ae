package org.rollcall.lambda.privacy.scan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rollcall.lambda.stored.StoredReport;
import org.rollcall.report.Meeting;
import org.rollcall.report.ReportFold;
import org.rollcall.report.attendance.AttendanceContext;
import org.rollcall.report.attendance.identity.Identity;
import org.rollcall.report.attendance.identity.PersonName;
import org.rollcall.report.erasure.ErasedPeople;
import org.rollcall.report.erasure.ErasureMarks;
import org.rollcall.report.erasure.PersonIdentifiers;
import org.rollcall.report.row.Row;

/**
 * Which rows of a report are those of marked people.
 *
 * @param rows how many they are
 * @param areAll whether nobody else has a row
 * @param meeting the meeting, without what names them
 * @param found what the rows say of who they are; where a person is known by a name alone, nothing but names, for this
 *     instance, and no name that somebody else has there
 */
public record RowsOfPeople(int rows, boolean areAll, Meeting meeting, List<PersonIdentifiers> found) {

    /**
     * Finds them.
     *
     * @param instance the UUID of the report's instance
     * @param person whose other identifiers are wanted
     */
    public static RowsOfPeople of(
            StoredReport stored,
            Meeting meeting,
            AttendanceContext context,
            String instance,
            ErasureMarks marks,
            PersonIdentifiers person) {
        ReportFold fold = new ReportFold(stored.source(), stored.type());
        fold.add(stored.rows(), stored.rows().size(), Collections.emptySortedMap());
        ErasedPeople erased = ErasedPeople.of(fold, meeting, context, marks);
        List<Row> others = erased.without(stored.rows(), 0);
        Set<String> othersNames = others.stream()
                .map(row -> PersonName.key(Identity.of(row).userName()))
                .collect(Collectors.toCollection(HashSet::new));
        List<PersonIdentifiers> found = new ArrayList<>();
        certain(person)
                .map(one -> ErasedPeople.of(fold, meeting, context, one).found(instance))
                .ifPresent(known -> known.forEach(one -> add(found, withName(one, othersNames))));
        erased.found(instance).forEach(one -> add(found, nameAlone(one, othersNames)));
        return new RowsOfPeople(
                stored.rows().size() - others.size(),
                others.isEmpty(),
                erased.without(meeting),
                found.stream().distinct().toList());
    }

    private static void add(List<PersonIdentifiers> found, Optional<PersonIdentifiers> one) {
        one.ifPresent(found::add);
    }

    /** By what nobody else has; nothing where a name alone is given, which others can have. */
    private static Optional<ErasureMarks> certain(PersonIdentifiers person) {
        String name = person.instance() == null ? null : person.name();
        return identifiers(person, name, person.instance())
                .map(given -> ErasureMarks.NONE.with(List.of(given), List.of()));
    }

    private static Optional<PersonIdentifiers> withName(PersonIdentifiers found, Set<String> othersNames) {
        boolean isOthers = othersNames.contains(PersonName.key(found.name()));
        return identifiers(found, isOthers ? null : found.name(), found.instance());
    }

    private static Optional<PersonIdentifiers> identifiers(PersonIdentifiers person, String name, String instance) {
        boolean nobody = name == null
                && person.email() == null
                && person.participantUserId() == null
                && person.registrantId() == null
                && person.customerKey() == null;
        return nobody
                ? Optional.empty()
                : Optional.of(new PersonIdentifiers(
                        person.email(),
                        name,
                        name == null ? null : instance,
                        person.participantUserId(),
                        person.registrantId(),
                        person.customerKey()));
    }

    private static Optional<PersonIdentifiers> nameAlone(PersonIdentifiers found, Set<String> othersNames) {
        return found.name() == null || othersNames.contains(PersonName.key(found.name()))
                ? Optional.empty()
                : Optional.of(new PersonIdentifiers(null, found.name(), found.instance(), null, null, null));
    }
}
