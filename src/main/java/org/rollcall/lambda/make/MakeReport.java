package org.rollcall.lambda.make;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.rollcall.lambda.event.Formats;
import org.rollcall.lambda.event.ReportRequest;
import org.rollcall.report.IncompleteReportException;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingId;
import org.rollcall.report.MeetingType;
import org.rollcall.report.attendance.AttendanceContext;
import org.rollcall.report.erasure.ErasureMarks;
import org.rollcall.store.InParallel;
import org.rollcall.store.StoreException;
import org.rollcall.store.erasure.ErasureMarkStore;
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
 * and by the meeting's number where a firewall blocks the UUID. People whose data is erased are not in it.
 */
@Singleton
public class MakeReport {
    private static final Logger LOG = Logger.getLogger(MakeReport.class);
    private static final int ATTEMPTS = 3;

    private final Zoom zoom;
    private final Formats formats;
    private final AttendanceContexts contexts;
    private final ErasureMarkStore erasureMarks;
    private final ExecutorService executor;
    private final InstantSource clock;

    MakeReport(
            Zoom zoom,
            Formats formats,
            AttendanceContexts contexts,
            ErasureMarkStore erasureMarks,
            ExecutorService executor,
            InstantSource clock) {
        this.zoom = zoom;
        this.formats = formats;
        this.contexts = contexts;
        this.erasureMarks = erasureMarks;
        this.executor = executor;
        this.clock = clock;
    }

    /**
     * Returns the report that is asked for.
     *
     * @throws ZoomException when Zoom does not give what it takes
     * @throws IncompleteReportException when Zoom's pages don't add up, however often they are asked for
     * @throws OtherInstanceException when the number has to do and answers for a later instance
     * @throws StoreException when nothing tells whose data is erased
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

    /** One report while it is made. */
    public final class Run implements AutoCloseable {
        private final ReportRequest request;
        private final Deadline deadline;
        private ZoomMeeting meeting;
        private CompletableFuture<ErasureMarks> marks;
        private CompletableFuture<AttendanceContexts.Stored> stored;

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
            Stream.of(marks, stored).filter(Objects::nonNull).forEach(begun -> begun.handle((outcome, failure) -> null)
                    .join());
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
            // What is stored is read beside Zoom's calls, so that no report waits for it.
            marks = CompletableFuture.supplyAsync(erasureMarks::read, executor);
            ZoomMeeting found = zoom.meeting(wanted.query(), deadline);
            meeting = found;
            stored = CompletableFuture.supplyAsync(() -> contexts.stored(wanted, found), executor);
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
            try (WriteReport writing = new WriteReport(
                            wanted.formats(),
                            formats.redaction(),
                            meeting.source(),
                            meeting.type(),
                            () -> InParallel.await(marks));
                    ParticipantPages pages = meeting.participants()) {
                for (int number = 1; pages.hasNext(); number++) {
                    ParticipantsPage page = pages.next();
                    writing.page(page.participants(), page.totalRecords(), page.otherFields());
                    LOG.debugf(
                            "Meeting %s, page %s: %s rows.",
                            wanted.query().id().text(),
                            number,
                            page.participants().size());
                }
                writing.checkComplete(wanted.query().id().toString());
                if (writing.rows() == 0 && meeting.type() != MeetingType.LIVE) {
                    throw new MeetingNotFoundException("Zoom no longer has any participants of "
                            + wanted.query().id() + ". Ask again in a few minutes.");
                }
                return finish(wanted, writing).filtered(wanted.filter());
            }
        }

        private FinishedReport finish(ReportRequest wanted, WriteReport writing) throws IOException {
            Instant now = clock.instant();
            AttendanceContexts.Stored known = InParallel.await(stored);
            AttendanceContext context = contexts.of(wanted, known, meeting, now, writing.hasRegistrants());
            return writing.finish(
                    context.zoneKnown()
                            ? known.meeting().withTimezone(context.zone().getId())
                            : known.meeting(),
                    now,
                    context,
                    meeting.calls());
        }
    }
}
