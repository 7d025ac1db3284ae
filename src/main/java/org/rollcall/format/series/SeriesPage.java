package org.rollcall.format.series;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rollcall.report.attendance.AttendanceStatus;
import org.rollcall.report.series.Series;
import org.rollcall.report.series.SeriesCell;
import org.rollcall.report.series.SeriesInstance;
import org.rollcall.report.series.SeriesMember;

/**
 * A series as a page: people by instances, with a word and a sign for each status, as colour alone tells too little.
 */
final class SeriesPage {
    private static final String RESOURCE = "/templates/series.html";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static Template template;

    private SeriesPage() {}

    static void write(Series series, OutputStream out) throws IOException {
        out.write(template().data("page", page(series)).render().getBytes(StandardCharsets.UTF_8));
    }

    // Made with the first page: most functions never write one.
    private static synchronized Template template() throws IOException {
        if (template == null) {
            try (InputStream in = SeriesPage.class.getResourceAsStream(RESOURCE)) {
                template = Engine.builder()
                        .addDefaults()
                        .addValueResolver(new ReflectionValueResolver())
                        .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                        .strictRendering(true)
                        .build()
                        .parse(
                                new String(in.readAllBytes(), StandardCharsets.UTF_8),
                                Variant.forContentType(Variant.TEXT_HTML));
            }
        }
        return template;
    }

    private static Page page(Series series) {
        List<Column> columns = new ArrayList<>();
        for (int number = 0; number < series.instances().size(); number++) {
            SeriesInstance instance = series.instances().get(number);
            columns.add(new Column(
                    DAY.format(instance.localStart()),
                    TIME.format(instance.localStart()),
                    SeriesCsv.heading(instance) + " " + instance.zone().getId(),
                    series.attended(number),
                    series.absent(number)));
        }
        List<String> zones = series.instances().stream()
                .map(instance -> instance.zone().getId())
                .distinct()
                .toList();
        return new Page(
                series.topic() == null ? series.meetingId() : series.topic(),
                series.meetingId(),
                period(series),
                String.join(", ", zones),
                columns,
                series.members().stream().map(SeriesPage::line).toList(),
                series.members().stream().anyMatch(SeriesMember::guessed));
    }

    private static String period(Series series) {
        List<SeriesInstance> instances = series.instances();
        if (instances.isEmpty()) {
            return "";
        }
        String first = instances.get(0).localStart().toLocalDate().toString();
        String last =
                instances.get(instances.size() - 1).localStart().toLocalDate().toString();
        return first.equals(last) ? first : first + " – " + last;
    }

    private static Line line(SeriesMember member) {
        return new Line(
                member.name() == null ? "" : member.name(),
                member.email() == null ? "" : member.email(),
                member.guessed(),
                member.cells().stream().map(SeriesPage::cell).toList(),
                member.attended(),
                member.late(),
                member.absent(),
                member.minutes() == null ? "" : whole(member.minutes()),
                member.share() == null
                        ? ""
                        : member.share().movePointRight(2).setScale(0, RoundingMode.HALF_UP) + " %");
    }

    private static Cell cell(SeriesCell cell) {
        if (cell == null) {
            return new Cell("none", "", "", "");
        }
        AttendanceStatus status = cell.status();
        String minutes = cell.minutes() == null || !cell.isAttended() ? "" : whole(cell.minutes());
        if (status == null) {
            return new Cell("unknown_times", "", "", minutes);
        }
        return new Cell(status.value(), sign(status), status.value().replace('_', ' '), minutes);
    }

    private static String sign(AttendanceStatus status) {
        return switch (status) {
            case PRESENT -> "✓";
            case LATE -> "▸";
            case LEFT_EARLY -> "◂";
            case LATE_AND_LEFT_EARLY -> "▸◂";
            case SHORT -> "–";
            case ABSENT -> "✗";
            case EXCUSED -> "e";
            case WAITING_ROOM_ONLY -> "w";
            case UNKNOWN_TIMES -> "?";
        };
    }

    private static String whole(BigDecimal minutes) {
        return minutes.setScale(0, RoundingMode.HALF_UP).toPlainString();
    }

    /** What the template shows. */
    @RegisterForReflection
    record Page(
            String title,
            String meetingId,
            String period,
            String zones,
            List<Column> columns,
            List<Line> lines,
            boolean guessed) {}

    /** An instance. */
    @RegisterForReflection
    record Column(String day, String time, String title, int attended, int absent) {}

    /** A person. */
    @RegisterForReflection
    record Line(
            String name,
            String email,
            boolean guessed,
            List<Cell> cells,
            int attended,
            int late,
            int absent,
            String minutes,
            String share) {}

    /** A person in an instance. */
    @RegisterForReflection
    record Cell(String status, String sign, String word, String minutes) {}
}
