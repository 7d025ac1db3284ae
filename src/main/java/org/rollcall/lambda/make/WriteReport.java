package org.rollcall.lambda.make;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.rollcall.format.Redaction;
import org.rollcall.format.ReportDocuments;
import org.rollcall.format.ReportFormat;
import org.rollcall.report.IncompleteReportException;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingType;
import org.rollcall.report.Report;
import org.rollcall.report.ReportFold;
import org.rollcall.report.Source;
import org.rollcall.report.attendance.AttendanceContext;
import org.rollcall.report.erasure.ErasedPeople;
import org.rollcall.report.erasure.ErasureMarks;
import org.rollcall.report.row.Field;
import org.rollcall.report.row.Row;

/**
 * Writes a report into its documents as its pages come, without people whose data is erased. Who that is shows only
 * after the last page, which is why pages are kept where there are marks, and the documents written once more where
 * somebody is left out. Closing deletes all files but those of a report that is finished.
 */
public final class WriteReport implements Closeable {
    private final List<ReportFormat> formats;
    private final Redaction redaction;
    private final Source source;
    private final MeetingType type;
    private final Supplier<ErasureMarks> erasureMarks;
    private final ReportFold fold;
    private ErasureMarks marks;
    private PageSpool spool;
    private ReportDocuments files;
    private int rows;
    private boolean registrants;

    /**
     * Begins the documents.
     *
     * @param marks whose data is erased; asked with the first page
     * @throws IOException when there is no space for temporary files
     */
    public WriteReport(
            List<ReportFormat> formats,
            Redaction redaction,
            Source source,
            MeetingType type,
            Supplier<ErasureMarks> marks)
            throws IOException {
        this.formats = formats;
        this.redaction = redaction;
        this.source = source;
        this.type = type;
        this.erasureMarks = marks;
        this.fold = new ReportFold(source, type);
        this.files = new ReportDocuments(formats, redaction);
    }

    /**
     * Writes a page.
     *
     * @param totalRecords how many rows Zoom says the whole report has; negative where it does not say
     * @param otherFields the JSON of each field of the page that Zoom does not document, by name
     * @throws IOException when there is no space for temporary files
     */
    public void page(List<Row> page, int totalRecords, SortedMap<String, String> otherFields) throws IOException {
        readMarks();
        fold.add(page, totalRecords, otherFields);
        files.page(page);
        if (spool != null) {
            spool.add(page);
        }
        rows += page.size();
        registrants = registrants || page.stream().anyMatch(WriteReport::isRegistered);
    }

    /** Returns how many rows came, of whomever. */
    int rows() {
        return rows;
    }

    /** Returns whether rows have registrants' IDs. */
    boolean hasRegistrants() {
        return registrants;
    }

    private static boolean isRegistered(Row row) {
        String id = row.text(Field.REGISTRANT_ID);
        return id != null && !id.isBlank();
    }

    private void readMarks() throws IOException {
        if (marks == null) {
            marks = erasureMarks.get();
            spool = marks.isEmpty() ? null : new PageSpool();
        }
    }

    /**
     * Checks the rows after the last page.
     *
     * @param subject whose they are, for a message
     * @throws IncompleteReportException when a past meeting's rows are not as many as Zoom announced
     */
    public void checkComplete(String subject) {
        fold.checkComplete(subject);
    }

    /**
     * Returns the report, after the last page.
     *
     * @param context what attendance is counted against, with all who are expected
     * @param zoomCalls how many requests to Zoom it took
     * @throws IOException when there is no space for temporary files
     */
    public FinishedReport finish(Meeting meeting, Instant now, AttendanceContext context, int zoomCalls)
            throws IOException {
        readMarks();
        Report report = marks.isEmpty()
                ? fold.finish(meeting, now, context)
                : without(ErasedPeople.of(fold, meeting, context, marks), meeting, now, context);
        ReportDocuments finished = files;
        files = null;
        return new FinishedReport(report, zoomCalls, finished);
    }

    private Report without(ErasedPeople erased, Meeting meeting, Instant now, AttendanceContext context)
            throws IOException {
        Meeting othersMeeting = erased.without(meeting);
        AttendanceContext othersContext = erased.without(context);
        Report all = fold.finish(othersMeeting, now, othersContext);
        if (!erased.haveRows()) {
            return all;
        }
        files.close();
        files = null;
        files = new ReportDocuments(formats, redaction);
        ReportFold fewer = new ReportFold(source, type);
        int[] first = {0};
        spool.replay(page -> {
            List<Row> others = erased.without(page, first[0]);
            first[0] += page.size();
            fewer.add(others, -1, Collections.emptySortedMap());
            files.page(others);
        });
        fewer.add(List.of(), -1, all.otherFields());
        return fewer.finish(othersMeeting, now, othersContext).withErased();
    }

    @Override
    public void close() throws IOException {
        try {
            if (spool != null) {
                spool.close();
            }
        } finally {
            if (files != null) {
                files.close();
            }
        }
    }
}
