package org.rollcall.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.rollcall.zoom.OutOfTimeException;

/** The door for API Gateway's HTTP APIs and for function URLs: makes the report and answers with it. */
@Named("api")
public class ApiHandler implements RequestStreamHandler {
    private static final Logger LOG = Logger.getLogger(ApiHandler.class);
    /** API Gateway ends a request after 30 seconds (AWS: quotas of HTTP APIs); the rest is for the answer's way. */
    private static final Duration GATEWAY_TIME = Duration.ofSeconds(27);

    private final ObjectMapper mapper;
    private final ReadApiRequest requests;
    private final MakeReport makeReport;
    private final DocumentAnswer documents;
    private final QueueLateReport queueLateReport;
    private final ProblemAnswer problems;
    private final Deadlines deadlines;

    ApiHandler(
            ObjectMapper mapper,
            ReadApiRequest requests,
            MakeReport makeReport,
            DocumentAnswer documents,
            QueueLateReport queueLateReport,
            ProblemAnswer problems,
            Deadlines deadlines) {
        this.mapper = mapper;
        this.requests = requests;
        this.makeReport = makeReport;
        this.documents = documents;
        this.queueLateReport = queueLateReport;
        this.problems = problems;
        this.deadlines = deadlines;
    }

    /**
     * @param in a request in payload format 2.0
     * @param out an answer in payload format 2.0: the report, or a problem (RFC 9457)
     */
    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        byte[] answer;
        try {
            answer = answer(new HttpEvent(parse(in)), context);
        } catch (RuntimeException e) {
            HttpAnswer problem = problems.of(e, context.getAwsRequestId());
            if (problem.status() == 500) {
                LOG.error("The request failed.", e);
            } else {
                LOG.warnf("%d: %s", problem.status(), e.getMessage());
            }
            answer = problem.toBytes(mapper);
        }
        out.write(answer);
    }

    private byte[] answer(HttpEvent event, Context context) {
        ApiRequest request = requests.read(event);
        try (FinishedReport finished = makeReport.make(request.request(), deadlines.of(context, GATEWAY_TIME))) {
            return documents.of(finished, request.gzip());
        } catch (OutOfTimeException e) {
            return queueLateReport.queue(request, e).toBytes(mapper);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode parse(InputStream in) throws IOException {
        try {
            return mapper.readTree(in);
        } catch (JsonProcessingException e) {
            return mapper.missingNode();
        }
    }
}
