package org.rollcall.format;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.rollcall.format.page.MakePage;
import org.rollcall.format.page.Messages;
import org.rollcall.format.page.PageTemplate;
import org.rollcall.report.Report;

/** The page people look at: it needs no script, nothing from elsewhere, and no more than the file itself. */
@Singleton
public class HtmlFormat implements ReportFormat {
    private Messages messages;
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

    private synchronized String html(Report report, boolean withTimes) {
        // Only now that there is a page to write: most functions never have one.
        if (template == null) {
            messages = Messages.of(Locale.getDefault());
            template = new PageTemplate(messages);
        }
        return template.render(MakePage.of(report, withTimes, messages));
    }

    private record Writer(HtmlFormat format, DocumentFile file, boolean withTimes) implements ReportWriter {
        @Override
        public void end(Report report) throws IOException {
            try (OutputStreamWriter out = new OutputStreamWriter(file.open(), StandardCharsets.UTF_8)) {
                out.write(format.html(report, withTimes));
            }
        }
    }
}
