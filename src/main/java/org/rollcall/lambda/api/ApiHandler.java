package org.rollcall.lambda.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.rollcall.format.Document;
import org.rollcall.lambda.Deadlines;
import org.rollcall.lambda.FailureText;
import org.rollcall.lambda.FinishedReport;
import org.rollcall.lambda.HttpAnswer;
import org.rollcall.lambda.HttpEvent;
import org.rollcall.lambda.LogFields;
import org.rollcall.lambda.MakeReport;
import org.rollcall.lambda.ReportWatch;
import org.rollcall.lambda.WatchReports;
import org.rollcall.report.Report;
import org.rollcall.zoom.Deadline;
import org.rollcall.zoom.OutOfTimeException;

/** The door for API Gateway's HTTP APIs and for function URLs: makes the report and answers with it. */
@Named("api")
public class ApiHandler implements RequestStreamHandler {
    /**
     * For reading from Zoom. API Gateway ends a request after 30 seconds (AWS: quotas of HTTP APIs), the template the
     * function after 29: the rest is for storing a large report, or for the queue, whose patience is half of it.
     */
    private static final Duration GATEWAY_TIME = Duration.ofSeconds(24);

    private final ObjectMapper mapper;
    private final ReadApiRequest requests;
    private final MakeReport makeReport;
    private final DocumentAnswer documents;
    private final LinkAnswer links;
    private final QueueLateReport queueLateReport;
    private final ProblemAnswer problems;
    private final Deadlines deadlines;
    private final WatchReports watches;

    ApiHandler(
            ObjectMapper mapper,
            ReadApiRequest requests,
            MakeReport makeReport,
            DocumentAnswer documents,
            LinkAnswer links,
            QueueLateReport queueLateReport,
            ProblemAnswer problems,
            Deadlines deadlines,
            WatchReports watches) {
        this.mapper = mapper;
        this.requests = requests;
        this.makeReport = makeReport;
        this.documents = documents;
        this.links = links;
        this.queueLateReport = queueLateReport;
        this.problems = problems;
        this.deadlines = deadlines;
        this.watches = watches;
    }

    /**
     * @param in a request in payload format 2.0
     * @param out an answer in payload format 2.0: the report, or a problem (RFC 9457)
     */
    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        ReportWatch watch = watches.begin();
        byte[] answer;
        try (LogFields fields = LogFields.of(context)) {
            try {
                answer = answer(HttpEvent.read(in, mapper), deadlines.of(context, GATEWAY_TIME), watch);
            } catch (RuntimeException e) {
                HttpAnswer problem = problems.of(e, context.getAwsRequestId());
                watch.notStored(
                        problem.status() == 500 ? Logger.Level.ERROR : Logger.Level.WARN,
                        "problem",
                        problem.status() + ": " + FailureText.of(e));
                answer = problem.toBytes(mapper);
            }
        }
        out.write(answer);
    }

    private byte[] answer(HttpEvent event, Deadline deadline, ReportWatch watch) {
        ApiRequest request = requests.read(event);
        try (FinishedReport finished = makeReport.make(request.request(), deadline)) {
            return answer(finished, request.gzip(), watch);
        } catch (OutOfTimeException e) {
            HttpAnswer queued = queueLateReport.queue(request, e);
            watch.notStored(Logger.Level.INFO, "queued", e.getMessage() + " It is queued.");
            return queued.toBytes(mapper);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] answer(FinishedReport finished, boolean gzip, ReportWatch watch) throws IOException {
        Report report = finished.report();
        Document document = finished.document();
        Optional<byte[]> whole = documents.of(document, gzip);
        if (whole.isPresent()) {
            watch.answered(report);
            return whole.get();
        }
        byte[] link = links.of(report, document).toBytes(mapper);
        watch.stored(report, null);
        return link;
    }
}
