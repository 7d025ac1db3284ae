package org.rollcall.lambda;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;
import org.rollcall.format.ReportDocuments;
import org.rollcall.format.ReportFormat;
import org.rollcall.report.IncompleteReportException;
import org.rollcall.report.Report;
import org.rollcall.report.ReportFold;
import org.rollcall.report.ReportRequest;
import org.rollcall.zoom.Deadline;
import org.rollcall.zoom.OutOfTimeException;
import org.rollcall.zoom.PageTokenExpiredException;
import org.rollcall.zoom.ParticipantPages;
import org.rollcall.zoom.ParticipantsPage;
import org.rollcall.zoom.Zoom;
import org.rollcall.zoom.ZoomException;
import org.rollcall.zoom.ZoomMeeting;

/**
 * Makes a report: page by page from Zoom into its documents, once again from the start where the pages don't add up.
 */
@Singleton
public class MakeReport {
    private static final Logger LOG = Logger.getLogger(MakeReport.class);
    private static final int ATTEMPTS = 3;

    private final Zoom zoom;
    private final Formats formats;
    private final InstantSource clock;

    MakeReport(Zoom zoom, Formats formats, InstantSource clock) {
        this.zoom = zoom;
        this.formats = formats;
        this.clock = clock;
    }

    /**
     * The report that was asked for.
     *
     * @throws ZoomException when Zoom does not give what it takes
     * @throws IncompleteReportException when Zoom's pages don't add up, however often they are asked for
     * @throws IOException when there is no room for temporary files
     */
    public FinishedReport make(ReportRequest request, Deadline deadline) throws IOException {
        List<ReportFormat> wanted = request.formats().stream()
                .map(name -> formats.named("formats", name))
                .toList();
        try (ZoomMeeting meeting = zoom.meeting(request, deadline)) {
            for (int attempt = 1; ; attempt++) {
                try {
                    return read(meeting, wanted, request);
                } catch (OutOfTimeException e) {
                    throw e.about(meeting);
                } catch (IncompleteReportException | PageTokenExpiredException e) {
                    if (attempt == ATTEMPTS) {
                        throw new IncompleteReportException(e.getMessage() + " It was read " + ATTEMPTS
                                + " times from the first page, and nothing was stored. Ask again later.");
                    }
                    LOG.warnf("%s Reading it again from the first page.", e.getMessage());
                }
            }
        }
    }

    private FinishedReport read(ZoomMeeting meeting, List<ReportFormat> wanted, ReportRequest request)
            throws IOException {
        ReportDocuments files = new ReportDocuments(wanted, formats.redaction());
        try (ParticipantPages pages = meeting.participants()) {
            ReportFold fold = new ReportFold(meeting.type());
            int number = 0;
            while (pages.hasNext()) {
                ParticipantsPage page = pages.next();
                fold.add(page.participants(), page.totalRecords());
                files.page(page.participants());
                number++;
                LOG.debugf(
                        "Meeting %s, page %s: %s rows.",
                        request.meetingId(), number, page.participants().size());
            }
            Report report = fold.finish(meeting.meeting(), clock.instant()).filtered(request.attendance());
            return new FinishedReport(report, meeting.calls(), files);
        } catch (Throwable e) {
            files.close();
            throw e;
        }
    }
}
