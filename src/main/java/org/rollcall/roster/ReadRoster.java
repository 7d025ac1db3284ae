package org.rollcall.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.rollcall.roster.RosterWarnings.Doubt;

/** Reads a roster: a CSV with a header, as a person saved it from a spreadsheet or a gradebook. */
public final class ReadRoster {
    /** How many bytes are read at most. */
    public static final int MAX_BYTES = 5_000_000;

    /** How many people a roster can have. */
    public static final int MAX_LINES = 20_000;

    private static final int MAX_CELLS = 1_000_000;

    private final String key;
    private final RosterCsv csv;
    private final RosterHeader header;
    private final RosterWarnings warnings = new RosterWarnings();
    private final KnownLines known = new KnownLines();

    private ReadRoster(String key, RosterText content) {
        this.key = key;
        if (content.guessed()) {
            warnings.add("The roster is not UTF-8 and is read as Windows-1252. Where names look wrong, save it as"
                    + " \"CSV UTF-8\".");
        }
        csv = new RosterCsv(key, content.text());
        header = header(csv.next());
    }

    /**
     * Reads it.
     *
     * @param key where the roster is stored, for messages
     * @param content its bytes, {@link #MAX_BYTES} at most
     * @throws InvalidRosterException when it can't be understood, or is too large
     */
    public static Roster read(String key, byte[] content) {
        if (content.length > MAX_BYTES) {
            throw tooLarge(key, "5 MB");
        }
        return new ReadRoster(key, RosterText.of(key, content)).roster();
    }

    /**
     * Reads the lines that name somebody, be it twice.
     *
     * @throws InvalidRosterException when it can't be understood, or is too large
     */
    static List<NumberedLine> numbered(String key, byte[] content) {
        if (content.length > MAX_BYTES) {
            throw tooLarge(key, "5 MB");
        }
        ReadRoster read = new ReadRoster(key, RosterText.of(key, content));
        List<NumberedLine> lines = new ArrayList<>();
        for (RosterCsv.Line line = read.csv.next(); line != null; line = read.csv.next()) {
            RosterLine person = read.person(line);
            if (person != null) {
                lines.add(new NumberedLine(line.number(), line.next(), person));
            }
        }
        return lines;
    }

    /**
     * A line that names somebody.
     *
     * @param number of the first line of the text that is part of it, from 1
     * @param next of the line behind it
     */
    record NumberedLine(long number, long next, RosterLine person) {}

    private RosterHeader header(RosterCsv.Line line) {
        if (line == null) {
            throw new InvalidRosterException(key, "it is empty", "Give it a header and a line for each person.");
        }
        RosterHeader found = new RosterHeader(line.cells());
        if (!found.isUsable()) {
            throw new InvalidRosterException(
                    key,
                    line.number(),
                    "is no header with name or email",
                    "Begin with a line of column names, such as name,email,alias,excused.");
        }
        if (!found.ambiguous().isEmpty()) {
            String roles =
                    found.ambiguous().stream().map(Role::heading).sorted().collect(Collectors.joining(", "));
            throw new InvalidRosterException(
                    key, line.number(), "has two columns for " + roles, "Rename or delete one of them.");
        }
        if (!found.renamed().isEmpty()) {
            warnings.add("The heading of a column is empty or that of another one, so that it gets a name of its own:"
                    + " column " + found.renamed().stream().map(String::valueOf).collect(Collectors.joining(", "))
                    + ".");
        }
        return found;
    }

    private Roster roster() {
        List<RosterLine> lines = new ArrayList<>();
        for (RosterCsv.Line line = csv.next(); line != null; line = csv.next()) {
            checkWidth(line);
            RosterLine person = person(line);
            Doubt doubt = person == null ? Doubt.NOBODY : known.add(person);
            if (doubt != null) {
                warnings.add(doubt, line.number());
            }
            if (doubt == null || doubt.isKept()) {
                lines.add(person);
            }
            if (lines.size() > MAX_LINES) {
                throw tooLarge(key, MAX_LINES + " people");
            }
            if ((long) lines.size() * header.size() > MAX_CELLS) {
                throw tooLarge(key, MAX_CELLS + " cells");
            }
        }
        if (lines.isEmpty()) {
            warnings.add("The roster names nobody.");
        }
        return new Roster(lines, header.others(), warnings.sentences());
    }

    private void checkWidth(RosterCsv.Line line) {
        for (int place = header.size(); place < line.cells().size(); place++) {
            if (Cells.text(line.cells().get(place)) != null) {
                throw new InvalidRosterException(
                        key,
                        line.number(),
                        "has more cells than the header has columns",
                        "Put cells with a separator in them into quotation marks, or give each column a name.");
            }
        }
    }

    private RosterLine person(RosterCsv.Line line) {
        List<String> cells = line.cells();
        String name = header.name(cells);
        String email = Cells.text(header.cell(Role.EMAIL, cells));
        if (email != null && email.indexOf('@') < 0) {
            warnings.add(Doubt.NO_ADDRESS, line.number());
            email = null;
        }
        if (name == null && email == null) {
            return null;
        }
        Excuse excuse = Excuse.of(header.cell(Role.EXCUSED, cells));
        return new RosterLine(
                name,
                email,
                Cells.text(header.cell(Role.REGISTRANT_ID, cells)),
                Cells.names(header.cell(Role.ALIAS, cells)),
                excuse.excused(),
                excuse.reason(),
                header.others(cells));
    }

    private static InvalidRosterException tooLarge(String key, String limit) {
        return new InvalidRosterException(
                key, "it has more than " + limit, "Leave out who is not expected, and columns that nobody needs.");
    }
}
