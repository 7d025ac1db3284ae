package org.rollcall.roster;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a roster's text, by the separator that fits its header best. Blank ones are left out. */
final class RosterCsv {
    private static final String SEPARATORS = ",;\t|";

    /** Of a roster with one column: in no text, so that a name can have a comma. */
    private static final char NO_SEPARATOR = '\u001F';

    /** Excel's way of saying the separator, on a line before the header. */
    private static final Pattern SEPARATOR_LINE =
            Pattern.compile("\"?sep=([,;\t|])\"?[ ,;\t|]*(?:\\R|$)", Pattern.CASE_INSENSITIVE);

    /** Behind the text, so that a quotation mark without a second one takes it in. */
    private static final String END = "\0";

    private final String key;
    private final String text;
    private final Iterator<CsvRecord> records;
    private long next = 1;

    /**
     * A line with content.
     *
     * @param number from 1
     * @param next the number of the line that is not part of it any more
     */
    record Line(long number, long next, List<String> cells) {}

    RosterCsv(String key, String text) {
        if (text.contains(END)) {
            throw new InvalidRosterException(key, "it is no text", "Save it as \"CSV UTF-8\".");
        }
        this.key = key;
        Matcher said = SEPARATOR_LINE.matcher(text);
        if (said.lookingAt()) {
            // An empty line in its place keeps the numbers of those that follow.
            this.text = "\n" + text.substring(said.end()) + "\n" + END;
            this.records = records(said.group(1).charAt(0));
        } else {
            this.text = text + "\n" + END;
            this.records = records(separator());
        }
    }

    /**
     * Returns the next line; {@code null} at the end.
     *
     * @throws InvalidRosterException when quotation marks are not as a CSV has them
     */
    Line next() {
        try {
            while (true) {
                CsvRecord record = records.next();
                List<String> cells = record.getFields();
                next = record.getStartingLineNumber();
                if (cells.get(cells.size() - 1).endsWith(END)) {
                    if (cells.get(0).equals(END)) {
                        return null;
                    }
                    throw misquoted();
                }
                next += 1 + cells.stream().mapToLong(RosterCsv::lineEnds).sum();
                if (!isBlank(cells)) {
                    return new Line(record.getStartingLineNumber(), next, cells);
                }
            }
        } catch (CsvParseException e) {
            throw misquoted();
        }
    }

    private static boolean isBlank(List<String> cells) {
        return cells.stream().allMatch(cell -> Cells.trimmed(cell).isEmpty());
    }

    private static long lineEnds(String cell) {
        return cell.replace("\r\n", "\n")
                .chars()
                .filter(c -> c == '\n' || c == '\r')
                .count();
    }

    private InvalidRosterException misquoted() {
        return new InvalidRosterException(
                key,
                next,
                "has a quotation mark that is not closed, or text behind the one that closes",
                "Put the whole cell into quotation marks, and write each one inside twice.");
    }

    private char separator() {
        char best = NO_SEPARATOR;
        int understood = 0;
        int size = 1;
        for (char separator : SEPARATORS.toCharArray()) {
            RosterHeader header = header(separator);
            if (header.size() > 1
                    && (header.understood() > understood
                            || header.understood() == understood && header.size() > size)) {
                best = separator;
                understood = header.understood();
                size = header.size();
            }
        }
        return best;
    }

    private RosterHeader header(char separator) {
        try {
            Iterator<CsvRecord> lines = records(separator);
            List<String> cells = lines.next().getFields();
            while (isBlank(cells)) {
                cells = lines.next().getFields();
            }
            return new RosterHeader(cells);
        } catch (CsvParseException e) {
            return new RosterHeader(List.of());
        }
    }

    private Iterator<CsvRecord> records(char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .trimWhitespacesAroundQuotes(separator != '\t')
                .ofCsvRecord(text)
                .iterator();
    }
}
