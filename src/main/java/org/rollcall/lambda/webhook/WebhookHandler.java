package org.rollcall.lambda.webhook;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
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
import org.jboss.logging.Logger;
import org.rollcall.lambda.HttpAnswer;
import org.rollcall.lambda.HttpEvent;
import org.rollcall.lambda.InvalidRequestException;
import org.rollcall.lambda.LogFields;
import org.rollcall.lambda.MeetingFields;
import org.rollcall.lambda.QueueReport;
import org.rollcall.lambda.SecretNotReadException;
import org.rollcall.report.ReportRequest;
import org.rollcall.zoom.WebhookSignatures;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The door for Zoom's events: queues the meetings that ended. It calls nobody but SQS, for Zoom waits three seconds,
 * and answers only when SQS has the meeting, for Zoom sends again what was not answered.
 */
@Named("webhook")
public class WebhookHandler implements RequestStreamHandler {
    private static final Logger LOG = Logger.getLogger(WebhookHandler.class);

    private final ObjectMapper mapper;
    private final WebhookSignatures signatures;
    private final QueueReport queueReport;
    private final ReportDelay delay;

    WebhookHandler(ObjectMapper mapper, WebhookSignatures signatures, QueueReport queueReport, ReportDelay delay) {
        this.mapper = mapper;
        this.signatures = signatures;
        this.queueReport = queueReport;
        this.delay = delay;
    }

    /**
     * @param in a request in payload format 2.0
     * @param out an answer in payload format 2.0: 204 when there is nothing more to do, 200 with the answer to a URL
     *     validation, 400 for what can't be read, 401 for what Zoom did not sign, 503 when the queue can't be reached,
     *     or the secret not be read
     */
    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        try (LogFields fields = LogFields.of(context)) {
            out.write(answer(HttpEvent.read(in, mapper), fields).toBytes(mapper));
        }
    }

    private HttpAnswer answer(HttpEvent event, LogFields fields) {
        try {
            byte[] body = event.body();
            if (!signatures.verify(
                    event.header("x-zm-request-timestamp").orElse(""),
                    event.header("x-zm-signature").orElse(""),
                    body)) {
                LOG.warn("401: The signature is missing, forged or older than five minutes. If Zoom sent this, look at"
                        + " ZOOM_WEBHOOK_SECRET_TOKEN.");
                return HttpAnswer.empty(401);
            }
            return answer(read(body), fields);
        } catch (InvalidRequestException e) {
            LOG.warnf("400: %s", e.getMessage());
            return HttpAnswer.empty(400);
        } catch (SecretNotReadException e) {
            LOG.errorf("503: %s", e.getMessage());
            return HttpAnswer.empty(503);
        }
    }

    private HttpAnswer answer(JsonNode body, LogFields fields) {
        if (!body.path("event").isTextual()) {
            throw new InvalidRequestException("event", "is not a string.");
        }
        String name = body.get("event").textValue();
        fields.with("event", name);
        return switch (name) {
            case "endpoint.url_validation" -> validate(body.path("payload").path("plainToken"));
            case "meeting.ended" ->
                queue(MeetingFields.ended(body.path("payload").path("object"), List.of()), fields);
            default -> {
                LOG.info("204: This event is none that a report is made of.");
                yield HttpAnswer.empty(204);
            }
        };
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

    private HttpAnswer queue(ReportRequest request, LogFields fields) {
        fields.with("meeting_id", request.known().id())
                .with("uuid", request.known().uuid());
        try {
            queueReport.queue(request, delay.value());
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
