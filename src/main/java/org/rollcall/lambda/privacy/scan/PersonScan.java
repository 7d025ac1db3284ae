package org.rollcall.lambda.privacy.scan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rollcall.format.SpreadsheetText;
import org.rollcall.report.attendance.ExpectedPerson;
import org.rollcall.report.attendance.identity.Identity;
import org.rollcall.report.erasure.ErasureMarks;
import org.rollcall.report.erasure.MarkedPeople;
import org.rollcall.roster.RosterLine;

/** Counts what of one document is about marked people. For one thread. */
public final class PersonScan {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"'(),:;\\[\\]]+@[^\\s<>\"'(),:;\\[\\]]+");

    private final List<MarkedPeople> marked;
    private int rows;
    private int mentions;

    /**
     * @param instances UUIDs of the instances that the document is about; without any, a name counts if it does
     *     anywhere
     */
    public PersonScan(ErasureMarks marks, List<String> instances) {
        this.marked = instances.isEmpty()
                ? List.of(marks.in(null))
                : instances.stream().map(marks::in).toList();
    }

    /** Counts a row of participants, or a line of a document. */
    public void row(Map<String, String> fields) {
        if (isMarked(fields)) {
            rows++;
        } else {
            fields.values().forEach(this::addresses);
        }
    }

    /** Counts a person who is named elsewhere, such as a host. */
    public void person(Map<String, String> fields) {
        if (isMarked(fields)) {
            mentions++;
        } else {
            fields.values().forEach(this::addresses);
        }
    }

    /** Counts a line of a roster. */
    public void line(RosterLine line) {
        if (isMarked(line)) {
            rows++;
        } else {
            line.columns().values().forEach(this::addresses);
        }
    }

    /** Returns whether a line of a roster is about somebody marked. */
    public boolean isMarked(RosterLine line) {
        ExpectedPerson person = new ExpectedPerson(
                line.name(), line.email(), line.registrantId(), line.aliases(), false, line.columns());
        return marked.stream().anyMatch(people -> people.test(person));
    }

    /** Counts a text of which nothing says what it is. */
    public void text(String text) {
        String trimmed = Identity.trimmed(text);
        ExpectedPerson person = ExpectedPerson.of(trimmed, trimmed);
        if (trimmed != null && marked.stream().anyMatch(people -> people.test(person))) {
            mentions++;
        } else {
            addresses(trimmed);
        }
    }

    private void addresses(String text) {
        if (text != null && text.indexOf('@') >= 0) {
            Matcher addresses = ADDRESS.matcher(text);
            while (addresses.find()) {
                mentions += hasEmail(addresses.group()) ? 1 : 0;
            }
        }
    }

    private boolean hasEmail(String email) {
        return marked.stream().anyMatch(people -> people.hasEmail(email));
    }

    /** Returns whether the fields of a row, a line or a host are somebody's who is marked. */
    public boolean isMarked(Map<String, String> fields) {
        Identity identity = new Identity(
                field(fields, "participant_user_id"),
                field(fields, "id"),
                field(fields, "registrant_id"),
                field(fields, "customer_key"),
                field(fields, "email"),
                field(fields, "user_name", "name", "host"),
                null);
        return marked.stream().anyMatch(people -> people.test(identity))
                || hasEmail(field(fields, "user_email"))
                || hasEmail(field(fields, "host_email"));
    }

    private static String field(Map<String, String> fields, String... names) {
        for (String name : names) {
            String text = Identity.trimmed(SpreadsheetText.original(fields.get(name)));
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** Returns what was counted. */
    public Findings findings() {
        return new Findings(rows, mentions, true);
    }

    /** Returns the cells of a line by the names of their columns. */
    public static Map<String, String> fields(List<String> header, List<String> cells) {
        Map<String, String> fields = new HashMap<>();
        for (int column = 0; column < Math.min(header.size(), cells.size()); column++) {
            fields.putIfAbsent(header.get(column), cells.get(column));
        }
        return fields;
    }
}
