package org.rollcall.lambda;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import org.rollcall.format.DocumentFile;
import org.rollcall.format.Redaction;
import org.rollcall.format.ReportFormat;
import org.rollcall.format.ReportWriter;
import org.rollcall.report.Field;
import org.rollcall.report.Report;
import org.rollcall.report.Row;

/** A format whose first page fails as a test says; only there where a profile says so. */
@Singleton
@IfBuildProperty(name = FailingFormat.PROPERTY, stringValue = "true")
public class FailingFormat implements ReportFormat {
    static final String PROPERTY = "test.failing-format";

    /** What the first participant's name fails with. */
    volatile Function<String, Error> error;

    /** What the first participant's name fails with, where there is no error. */
    volatile Function<String, RuntimeException> exception;

    @Override
    public String name() {
        return "failing";
    }

    @Override
    public String extension() {
        return "txt";
    }

    @Override
    public String contentType() {
        return "text/plain";
    }

    @Override
    public ReportWriter open(DocumentFile file, Redaction redaction) throws IOException {
        OutputStream out = file.open();
        return new ReportWriter() {
            @Override
            public void page(List<Row> page) {
                String name = page.get(0).text(Field.USER_NAME);
                if (error != null) {
                    throw error.apply(name);
                }
                throw exception.apply(name);
            }

            @Override
            public void end(Report report) {}

            @Override
            public void close() throws IOException {
                out.close();
            }
        };
    }
}
