package org.rollcall.lambda.webhook;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.rollcall.lambda.FunctionHandler;
import org.rollcall.lambda.SecretNotReadException;
import org.rollcall.lambda.event.InvalidRequestException;
import org.rollcall.lambda.event.MeetingFilter;
import org.rollcall.lambda.event.ReportRequest;
import org.rollcall.lambda.event.ZoomEvent;
import org.rollcall.lambda.http.HttpAnswer;
import org.rollcall.lambda.http.HttpEvent;
import org.rollcall.lambda.sqs.QueueReport;
import org.rollcall.lambda.watch.CountFailures;
import org.rollcall.lambda.watch.LogFields;
import org.rollcall.lambda.watch.Metric;
import org.rollcall.lambda.watch.WriteMetrics;
import org.rollcall.report.MeetingKind;
import org.rollcall.settings.Settings;
import org.rollcall.zoom.source.MeetingQuery;
import org.rollcall.zoom.webhook.WebhookSignatures;
import org.rollcall.zoom.webhook.WebhookSignatures.Verdict;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The handler for Zoom's events: queues the meetings that ended. It calls only SQS, for Zoom waits three seconds, and
 * answers only when SQS has the meeting, for Zoom sends again what was not answered.
 */
@Named("webhook")
public class WebhookHandler extends FunctionHandler {
    private static final Logger LOG = Logger.getLogger(WebhookHandler.class);

    private final ObjectMapper mapper;
    private final WebhookSignatures signatures;
    private final QueueReport queueReport;
    private final Settings settings;
    private final MeetingFilter filter;
    private final WriteMetrics metrics;
    private final CountFailures failures;

    WebhookHandler(
            ObjectMapper mapper,
            WebhookSignatures signatures,
            QueueReport queueReport,
            Settings settings,
            MeetingFilter filter,
            WriteMetrics metrics,
            CountFailures failures) {
        this.mapper = mapper;
        this.signatures = signatures;
        this.queueReport = queueReport;
        this.settings = settings;
        this.filter = filter;
        this.metrics = metrics;
        this.failures = failures;
    }

    /**
     * @param in a request in payload format 2.0
     * @param out an answer in payload format 2.0: 204 when there is nothing more to do, 200 with the answer to a URL
     *     validation, 400 for what can't be read, 401 for what Zoom did not sign, 503 when the queue can't be reached,
     *     or the secret not be read
     */
    @Override
    protected void handle(InputStream in, OutputStream out, Context context, LogFields fields) throws IOException {
        out.write(answer(HttpEvent.read(in, mapper), fields).toBytes(mapper));
    }

    private HttpAnswer answer(HttpEvent event, LogFields fields) {
        try {
            byte[] body = event.body();
            Verdict verdict = signatures.verify(
                    event.header("x-zm-request-timestamp").orElse(""),
                    event.header("x-zm-signature").orElse(""),
                    body);
            return verdict == Verdict.ZOOMS ? answer(read(body), fields) : refuse(verdict);
        } catch (InvalidRequestException e) {
            LOG.warnf("400: %s", e.getMessage());
            return HttpAnswer.empty(400);
        } catch (SecretNotReadException e) {
            LOG.errorf("503: %s", failures.count(e).getMessage());
            return HttpAnswer.empty(503);
        }
    }

    private HttpAnswer refuse(Verdict verdict) {
        if (verdict == Verdict.MISMATCH) {
            metrics.count(Metric.WEBHOOK_REFUSALS);
            LOG.warn("401: The signature looks like Zoom's and does not fit. If Zoom sent this, look at"
                    + " ZOOM_WEBHOOK_SECRET_TOKEN.");
        } else {
            LOG.warn("401: The signature is missing, or none of Zoom's, or older than WEBHOOK_TOLERANCE.");
        }
        return HttpAnswer.empty(401);
    }

    private HttpAnswer answer(JsonNode body, LogFields fields) {
        if (!body.path("event").isTextual()) {
            throw new InvalidRequestException("event", "is not a string.");
        }
        String name = body.get("event").textValue();
        fields.with("event", name);
        if (name.equals("endpoint.url_validation")) {
            return validate(body.path("payload").path("plainToken"));
        }
        Optional<MeetingKind> ended = ZoomEvent.ended(name);
        if (ended.isEmpty()) {
            LOG.info("204: This event is none that a report is made of.");
            return HttpAnswer.empty(204);
        }
        return queue(ZoomEvent.read(ended.get(), body), fields);
    }

    private HttpAnswer validate(JsonNode plainToken) {
        if (!plainToken.isTextual()) {
            throw new InvalidRequestException("payload.plainToken", "is not a string.");
        }
        String answer = mapper.createObjectNode()
                .put("plainToken", plainToken.textValue())
                .put("encryptedToken", signatures.encrypt(plainToken.textValue()))
                .toString();
        LOG.info("200: Zoom validated the URL.");
        return new HttpAnswer(200, Map.of("content-type", "application/json"), answer, false);
    }

    private HttpAnswer queue(ZoomEvent ended, LogFields fields) {
        fields.with("meeting_id", ended.meeting().id())
                .with("uuid", ended.meeting().uuid());
        ReportRequest request = new ReportRequest(MeetingQuery.ended(ended.id(), ended.meeting()), List.of());
        try {
            queueReport.queue(request, settings.reportDelay());
        } catch (SdkException e) {
            LOG.errorf(
                    "503: The queue did not take the meeting: %s Zoom sends the event again. Look at REPORT_QUEUE_URL and"
                            + " whether the function's role may sqs:SendMessage there.",
                    e.getMessage());
            return HttpAnswer.empty(503);
        }
        LOG.info("204: The meeting is queued.");
        return HttpAnswer.empty(204);
    }

    /** @throws InvalidRequestException when the bytes are not JSON in UTF-8 */
    private JsonNode read(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return mapper.reader()
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(text);
        } catch (CharacterCodingException | JsonProcessingException e) {
            throw new InvalidRequestException("The body", "is not JSON in UTF-8.");
        }
    }
}
