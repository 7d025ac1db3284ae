package org.rollcall.lambda.make;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.rollcall.format.Document;
import org.rollcall.format.ReportDocuments;
import org.rollcall.report.Report;
import org.rollcall.report.attendance.AttendanceFilter;

/**
 * A report whose rows are all there and checked, and that is not stored yet. Closing deletes its documents' files.
 *
 * @param zoomCalls how many requests to Zoom it took
 */
public record FinishedReport(Report report, int zoomCalls, ReportDocuments files) implements Closeable {

    /** What came of each document, once; see {@link ReportDocuments#end(Report, Executor, Function)}. */
    public <T> List<T> documents(Executor executor, Function<Document, T> whole) throws IOException {
        return files.end(report, executor, whole);
    }

    /** The document of a report that has but one. */
    public Document document() throws IOException {
        return files.end(report).get(0);
    }

    /** Returns the same with those people alone in the attendance that pass a filter. */
    FinishedReport filtered(AttendanceFilter filter) {
        return new FinishedReport(report.filtered(filter), zoomCalls, files);
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
