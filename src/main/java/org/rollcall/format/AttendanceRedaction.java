package org.rollcall.format;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rollcall.report.attendance.Attendance;
import org.rollcall.report.attendance.AttendanceCurve;
import org.rollcall.report.attendance.ExpectedPerson;
import org.rollcall.report.attendance.Person;
import org.rollcall.report.attendance.PersonDetails;
import org.rollcall.report.attendance.Presence;
import org.rollcall.report.row.Field;

/**
 * Leaves redacted fields out of attendance, and with them whatever would tell them. Of when somebody came and left, one
 * and the minutes tell the other, so that both go with either. Minutes and status stay: they are the attendance.
 */
final class AttendanceRedaction {
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private final Redaction redaction;
    /** Whatever names on the roster are made of, where names are redacted. */
    private final Set<String> wordsOfNames = new HashSet<>();

    AttendanceRedaction(Redaction redaction) {
        this.redaction = redaction;
    }

    /** The attendance without the fields. */
    Attendance apply(Attendance attendance) {
        List<ExpectedPerson> expected = attendance.context().expected();
        if (expected != null && hides(Field.USER_NAME)) {
            for (ExpectedPerson person : expected) {
                wordsOfNames.addAll(words(person.name()));
                person.aliases().forEach(alias -> wordsOfNames.addAll(words(alias)));
            }
        }
        return new Attendance(
                attendance.people().stream().map(this::apply).toList(),
                hides(Field.STATUS) ? attendance.totals().withoutWaiting() : attendance.totals(),
                redaction.hidesTimes() ? withoutTimes(attendance.curve()) : attendance.curve(),
                hides(Field.DEVICE) ? Map.of() : attendance.devices(),
                hides(Field.LOCATION) ? Map.of() : attendance.locations(),
                hides(Field.NETWORK_TYPE) ? Map.of() : attendance.networks(),
                attendance.context().withExpected(expected == null ? null : List.of()),
                attendance.filter(),
                attendance.leftOut());
    }

    private Person apply(Person person) {
        boolean waiting = hides(Field.STATUS) && person.presence().onlyWaited();
        return new Person(
                hides(Field.USER_NAME) ? null : person.name(),
                hides(Field.EMAIL) ? null : person.email(),
                hides(Field.ROLE) ? null : person.role(),
                person.matchedBy(),
                redaction.hidesTimes() ? null : person.firstJoin(),
                redaction.hidesTimes() ? null : person.lastLeave(),
                apply(person.presence()),
                waiting ? null : person.status(),
                redaction.hidesTimes()
                        ? person.remarks().stream()
                                .filter(remark -> !remark.tellsTime())
                                .toList()
                        : person.remarks(),
                redaction.apply(person.identifiers()),
                apply(person.details()),
                roster(person));
    }

    private Presence apply(Presence presence) {
        Presence shown = redaction.hidesTimes() ? presence.withoutTimes() : presence;
        return hides(Field.STATUS) ? shown.withoutWaiting() : shown;
    }

    private PersonDetails apply(PersonDetails details) {
        return new PersonDetails(
                hides(Field.USER_NAME) ? List.of() : details.otherNames(),
                hides(Field.BO_MTG_ID) ? 0 : details.breakoutRooms(),
                hides(Field.AUDIO_CALL) ? List.of() : details.callNumbers(),
                hides(Field.IN_ROOM_PARTICIPANTS) ? 0 : details.inRoom());
    }

    /** Without columns of a hidden field's name, and without values that tell a hidden name or e-mail address. */
    private Map<String, String> roster(Person person) {
        Map<String, String> shown = new LinkedHashMap<>(person.roster());
        shown.entrySet()
                .removeIf(column -> isOfHiddenField(column.getKey())
                        || hides(Field.USER_NAME) && tellsName(column.getValue(), person.name())
                        || hides(Field.EMAIL) && column.getValue().contains("@"));
        return shown;
    }

    private boolean isOfHiddenField(String column) {
        String letters = letters(column);
        return redaction.fields().stream().map(AttendanceRedaction::letters).anyMatch(letters::equals)
                || hides(Field.USER_NAME) && letters.contains("name")
                || hides(Field.EMAIL) && letters.contains("mail");
    }

    private boolean tellsName(String value, String name) {
        Set<String> words = words(value);
        return !Collections.disjoint(words, wordsOfNames) || !Collections.disjoint(words, words(name));
    }

    private static String letters(String name) {
        return NO_LETTERS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    // Of one letter there are too many words that are no names.
    private static Set<String> words(String text) {
        return text == null
                ? Set.of()
                : NO_LETTERS
                        .splitAsStream(text.toLowerCase(Locale.ROOT))
                        .filter(word -> word.length() > 1)
                        .collect(Collectors.toSet());
    }

    private static AttendanceCurve withoutTimes(AttendanceCurve curve) {
        return new AttendanceCurve(null, null, curve.peak(), null, curve.average(), List.of());
    }

    private boolean hides(Field field) {
        return redaction.hides(field);
    }
}
