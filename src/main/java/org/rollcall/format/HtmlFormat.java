package org.rollcall.format;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.rollcall.format.page.MakePage;
import org.rollcall.format.page.PageTemplate;
import org.rollcall.format.page.ReportPage;
import org.rollcall.report.Report;
import org.rollcall.report.Row;

/** The page people look at: it needs no script, nothing from elsewhere, and no more than the file itself. */
@Singleton
public class HtmlFormat implements ReportFormat {
    private PageTemplate template;

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
    public ReportWriter open(DocumentFile file, Redaction redaction) {
        return new Writer(this, file, !redaction.hidesTimes());
    }

    // Only now that there is a page to write: most functions never have one.
    private synchronized PageTemplate template() {
        if (template == null) {
            template = new PageTemplate();
        }
        return template;
    }

    private record Writer(HtmlFormat format, DocumentFile file, boolean withTimes) implements ReportWriter {
        @Override
        public void page(List<Row> rows) {
            // The report has them folded.
        }

        @Override
        public void end(Report report) throws IOException {
            ReportPage page = MakePage.of(report, withTimes);
            try (OutputStreamWriter out = new OutputStreamWriter(file.open(), StandardCharsets.UTF_8)) {
                out.write(format.template().render(page));
            }
        }

        @Override
        public void close() {
            // Nothing is open between the pages.
        }
    }
}
