package org.rollcall.lambda.make;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.rollcall.format.ReportDocuments;
import org.rollcall.lambda.event.Formats;
import org.rollcall.lambda.event.ReportRequest;
import org.rollcall.report.IncompleteReportException;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingId;
import org.rollcall.report.MeetingType;
import org.rollcall.report.Report;
import org.rollcall.report.ReportFold;
import org.rollcall.report.attendance.AttendanceContext;
import org.rollcall.report.row.Field;
import org.rollcall.report.row.Row;
import org.rollcall.zoom.api.ParticipantsPage;
import org.rollcall.zoom.call.Deadline;
import org.rollcall.zoom.error.MeetingBlockedException;
import org.rollcall.zoom.error.MeetingNotFoundException;
import org.rollcall.zoom.error.PageTokenExpiredException;
import org.rollcall.zoom.error.ZoomException;
import org.rollcall.zoom.source.ParticipantPages;
import org.rollcall.zoom.source.Zoom;
import org.rollcall.zoom.source.ZoomMeeting;

/**
 * Makes a report: page by page from Zoom into its documents, once again from the start where the pages don't add up,
 * and by the meeting's number where a firewall blocks the UUID.
 */
@Singleton
public class MakeReport {
    private static final Logger LOG = Logger.getLogger(MakeReport.class);
    private static final int ATTEMPTS = 3;

    private final Zoom zoom;
    private final Formats formats;
    private final AttendanceContexts contexts;
    private final EarlierReports earlierReports;
    private final InstantSource clock;

    MakeReport(
            Zoom zoom,
            Formats formats,
            AttendanceContexts contexts,
            EarlierReports earlierReports,
            InstantSource clock) {
        this.zoom = zoom;
        this.formats = formats;
        this.contexts = contexts;
        this.earlierReports = earlierReports;
        this.clock = clock;
    }

    /**
     * Returns the report that is asked for.
     *
     * @throws ZoomException when Zoom does not give what it takes
     * @throws IncompleteReportException when Zoom's pages don't add up, however often they are asked for
     * @throws OtherInstanceException when the number has to do and answers for a later instance
     * @throws IOException when there is no space for temporary files
     */
    public FinishedReport make(ReportRequest request, Deadline deadline) throws IOException {
        try (Run run = begin(request, deadline)) {
            return run.finish();
        }
    }

    /** Returns a report that is still to be made, for a caller who has to know how far it got. */
    public Run begin(ReportRequest request, Deadline deadline) {
        return new Run(request, deadline);
    }

    private static boolean isRegistered(Row row) {
        String id = row.text(Field.REGISTRANT_ID);
        return id != null && !id.isBlank();
    }

    /** One report while it is made. */
    public final class Run implements AutoCloseable {
        private final ReportRequest request;
        private final Deadline deadline;
        private ZoomMeeting meeting;

        private Run(ReportRequest request, Deadline deadline) {
            this.request = request;
            this.deadline = deadline;
        }

        /** Makes the report; see {@link MakeReport#make}. */
        public FinishedReport finish() throws IOException {
            try {
                return make(request);
            } catch (MeetingBlockedException e) {
                Meeting known = request.query().known();
                MeetingId number = known == null || known.id() == null
                        ? request.query().id()
                        : new MeetingId(request.query().id().kind(), known.id());
                if (!number.isNumber() || number.equals(request.query().id())) {
                    throw e;
                }
                return byNumber(number, known);
            }
        }

        /** Returns what is known of the meeting by now. */
        public Optional<Meeting> meetingSoFar() {
            return Optional.ofNullable(meeting).map(ZoomMeeting::meetingSoFar);
        }

        /** Returns the type that Zoom has the meeting as, if that is known by now. */
        public Optional<MeetingType> type() {
            return Optional.ofNullable(meeting).map(ZoomMeeting::type);
        }

        /** Ends what is under way. */
        @Override
        public void close() {
            if (meeting != null) {
                meeting.close();
            }
        }

        private FinishedReport byNumber(MeetingId number, Meeting known) throws IOException {
            FinishedReport report = make(request.of(request.query().by(number)));
            Meeting answered = report.report().meeting();
            String asked = request.query().id().text();
            if (asked.equals(answered.uuid())) {
                return report;
            }
            report.close();
            String message = "A firewall in front of Zoom blocks the UUID " + asked + ", and the meeting's number "
                    + number.text() + " answers for "
                    + (answered.uuid() == null ? "an instance that Zoom does not name" : answered.uuid()) + ".";
            if (isEarlier(answered.startTime(), known.startTime())) {
                throw new MeetingNotFoundException(message + " Zoom does not have the later one yet.");
            }
            throw new OtherInstanceException(message + " Ask Zoom's support for the report of that instance.");
        }

        private static boolean isEarlier(Instant answered, Instant asked) {
            return answered != null && asked != null && answered.isBefore(asked);
        }

        private FinishedReport make(ReportRequest wanted) throws IOException {
            close();
            meeting = zoom.meeting(wanted.query(), deadline);
            for (int attempt = 1; ; attempt++) {
                try {
                    return read(wanted);
                } catch (IncompleteReportException | PageTokenExpiredException e) {
                    if (attempt == ATTEMPTS) {
                        throw new IncompleteReportException(e.getMessage() + " It was read " + ATTEMPTS
                                + " times from the first page, and nothing was stored. Ask again later.");
                    }
                    LOG.warnf("%s Reading it again from the first page.", e.getMessage());
                }
            }
        }

        private FinishedReport read(ReportRequest wanted) throws IOException {
            ReportDocuments files = new ReportDocuments(wanted.formats(), formats.redaction());
            try (ParticipantPages pages = meeting.participants()) {
                ReportFold fold = new ReportFold(meeting.source(), meeting.type());
                int number = 0;
                int rows = 0;
                boolean registered = false;
                while (pages.hasNext()) {
                    ParticipantsPage page = pages.next();
                    fold.add(page.participants(), page.totalRecords(), page.otherFields());
                    files.page(page.participants());
                    registered = registered || page.participants().stream().anyMatch(MakeReport::isRegistered);
                    rows += page.participants().size();
                    number++;
                    LOG.debugf(
                            "Meeting %s, page %s: %s rows.",
                            wanted.query().id().text(),
                            number,
                            page.participants().size());
                }
                fold.checkComplete(wanted.query().id().toString());
                if (rows == 0 && meeting.type() != MeetingType.LIVE) {
                    throw new MeetingNotFoundException("Zoom no longer has any participants of "
                            + wanted.query().id() + ". Ask again in a few minutes.");
                }
                Report report = finish(wanted, fold, registered).filtered(wanted.filter());
                return new FinishedReport(report, meeting.calls(), files);
            } catch (Throwable e) {
                files.close();
                throw e;
            }
        }

        private Report finish(ReportRequest wanted, ReportFold fold, boolean registered) {
            Instant now = clock.instant();
            Meeting known = earlierReports.complete(meeting.meeting());
            AttendanceContext context = contexts.of(wanted, known, meeting, now, registered);
            return fold.finish(
                    context.zoneKnown() ? known.withTimezone(context.zone().getId()) : known, now, context);
        }
    }
}
