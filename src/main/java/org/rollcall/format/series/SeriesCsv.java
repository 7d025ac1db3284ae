package org.rollcall.format.series;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.format.SpreadsheetText;
import org.rollcall.report.series.Series;
import org.rollcall.report.series.SeriesCell;
import org.rollcall.report.series.SeriesInstance;
import org.rollcall.report.series.SeriesMember;

/** A series as CSV (RFC 4180, UTF-8 with a byte order mark): one line a person, one column an instance, then totals. */
final class SeriesCsv {
    private static final DateTimeFormatter HEADING = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private SeriesCsv() {}

    static void write(Series series, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(header(series));
            series.members().forEach(member -> csv.writeRecord(line(member)));
        }
    }

    /** Returns what an instance's column is headed by: its local start. */
    static String heading(SeriesInstance instance) {
        return HEADING.format(instance.localStart());
    }

    /** Returns a cell's minutes and status; {@code null} where there is none. */
    static String text(SeriesCell cell) {
        if (cell == null) {
            return null;
        }
        boolean minutes = cell.minutes() != null && cell.isAttended();
        String status = cell.status() == null ? "" : cell.status().value();
        return minutes ? (cell.minutes().toPlainString() + " " + status).strip() : status;
    }

    private static List<String> header(Series series) {
        List<String> header = new ArrayList<>(List.of("name", "email"));
        series.instances().forEach(instance -> header.add(heading(instance)));
        header.addAll(List.of("attended", "late", "absent", "minutes", "share"));
        return header;
    }

    private static List<String> line(SeriesMember member) {
        List<String> line = new ArrayList<>();
        line.add(SpreadsheetText.harmless(member.name()));
        line.add(SpreadsheetText.harmless(member.email()));
        member.cells().forEach(cell -> line.add(text(cell)));
        line.add(String.valueOf(member.attended()));
        line.add(String.valueOf(member.late()));
        line.add(String.valueOf(member.absent()));
        line.add(member.minutes() == null ? null : member.minutes().toPlainString());
        line.add(member.share() == null ? null : member.share().toPlainString());
        return line;
    }
}
