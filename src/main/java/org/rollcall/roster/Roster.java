package org.rollcall.roster;

import java.util.List;

/**
 * Who is expected at a meeting.
 *
 * @param lines a person each, in the roster's order
 * @param columns the names of the columns that travel along, in the roster's order
 * @param warnings what is doubtful, a sentence each: line numbers and no data of a person
 */
public record Roster(List<RosterLine> lines, List<String> columns, List<String> warnings) {

    /** Copies the lists. */
    public Roster {
        lines = List.copyOf(lines);
        columns = List.copyOf(columns);
        warnings = List.copyOf(warnings);
    }
}
