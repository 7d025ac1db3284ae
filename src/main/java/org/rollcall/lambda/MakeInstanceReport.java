package org.rollcall.lambda;

import jakarta.inject.Singleton;
import java.io.IOException;
import org.rollcall.report.Meeting;
import org.rollcall.report.ReportRequest;
import org.rollcall.zoom.Deadline;
import org.rollcall.zoom.MeetingBlockedException;

/**
 * Makes the report of an instance of a meeting; by the meeting's number where a firewall blocks the instance's UUID.
 */
@Singleton
public class MakeInstanceReport {
    private final MakeReport makeReport;

    MakeInstanceReport(MakeReport makeReport) {
        this.makeReport = makeReport;
    }

    /**
     * The report that was asked for, of that very instance.
     *
     * @throws OtherInstanceException when the number has to do and answers for another instance
     * @throws IOException when there is no room for temporary files
     */
    public FinishedReport make(ReportRequest request, Deadline deadline) throws IOException {
        try {
            return makeReport.make(request, deadline);
        } catch (MeetingBlockedException e) {
            Meeting known = request.known();
            String number = known == null || known.id() == null ? "" : known.id();
            if (!number.matches("\\d+") || number.equals(request.meetingId())) {
                throw e;
            }
            return byNumber(request, number, deadline);
        }
    }

    private FinishedReport byNumber(ReportRequest request, String number, Deadline deadline) throws IOException {
        FinishedReport report = makeReport.make(
                new ReportRequest(number, request.types(), request.includeFields(), request.formats(), null), deadline);
        String answered = report.report().meeting().uuid();
        if (!request.meetingId().equals(answered)) {
            report.close();
            throw new OtherInstanceException("A firewall in front of Zoom blocks the UUID " + request.meetingId()
                    + ", and the meeting's number " + number + " answers for "
                    + (answered == null ? "an instance that Zoom does not name" : answered)
                    + ". Ask Zoom's support for the report of that instance.");
        }
        return report;
    }
}
