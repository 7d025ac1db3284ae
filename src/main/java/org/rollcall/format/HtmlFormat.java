package org.rollcall.format;

import io.quarkus.qute.Engine;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.rollcall.format.page.MakePage;
import org.rollcall.format.page.ReportPage;
import org.rollcall.report.Report;
import org.rollcall.report.Row;

/** The page people look at: it needs no script, nothing from elsewhere, and no more than the file itself. */
@Singleton
public class HtmlFormat implements ReportFormat {
    /** The template's name, and that of what it shows. */
    static final String TEMPLATE = "report.html";

    private final Engine engine;

    /** @param engine asked for the template only once there is a page to write */
    HtmlFormat(Engine engine) {
        this.engine = engine;
    }

    @Override
    public String name() {
        return "html";
    }

    @Override
    public String extension() {
        return "html";
    }

    @Override
    public String contentType() {
        return "text/html; charset=utf-8";
    }

    @Override
    public ReportWriter open(Path file, Redaction redaction) {
        return new Writer(engine, file, !redaction.hidesTimes());
    }

    private record Writer(Engine engine, Path file, boolean withTimes) implements ReportWriter {
        @Override
        public void page(List<Row> rows) {
            // The report has them folded.
        }

        @Override
        public void end(Report report) throws IOException {
            ReportPage page = MakePage.of(report, withTimes);
            try (OutputStreamWriter out = new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
                out.write(engine.getTemplate(TEMPLATE).data("page", page).render());
            }
        }

        @Override
        public void close() {
            // Nothing is open between the pages.
        }
    }
}
