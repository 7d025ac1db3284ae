package org.rollcall.lambda;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.rollcall.format.Document;
import org.rollcall.format.ReportDocuments;
import org.rollcall.report.Report;

/**
 * A report that is whole, checked and not stored yet. Closing deletes its documents' files.
 *
 * @param zoomCalls how many requests to Zoom it took
 */
record FinishedReport(Report report, List<Document> documents, int zoomCalls, ReportDocuments files)
        implements Closeable {

    @Override
    public void close() throws IOException {
        files.close();
    }
}
