package org.rollcall.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.rollcall.report.InvalidSettingException;
import org.rollcall.report.Meeting;
import org.rollcall.report.ReportRequest;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Puts the request for a report on the queue, as a direct event. */
@Singleton
public class QueueReport {
    /** The longest delay SQS takes (reference: SendMessage, DelaySeconds). */
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);
    /** An SQS call that takes longer is of no use to a caller who waits three seconds. */
    private static final Duration PATIENCE = Duration.ofMillis(2500);
    /** Zoom's topics have at most 200 characters; a message has a size that SQS limits. */
    private static final int LONGEST_TEXT = 1000;

    private final SqsClient sqs;
    private final String queueUrl;
    private final InstantSource clock;
    private final ObjectWriter json;

    /** @throws InvalidSettingException when {@code REPORT_QUEUE_URL} is missing or malformed */
    public QueueReport(SqsClient sqs, Queues queues, InstantSource clock, ObjectMapper mapper) {
        this.sqs = sqs;
        this.queueUrl = queues.reports();
        this.clock = clock;
        // SQS refuses some characters that JSON allows; escaped they pass.
        this.json = mapper.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature());
    }

    /**
     * Queues a request. When this returns, SQS has it.
     *
     * @param request its types are not queued: what is queued has ended; without formats, those of the settings
     * @param delay how long nobody is to work on it
     * @throws SdkException when the queue can't be reached or does not accept it
     */
    public void queue(ReportRequest request, Duration delay) {
        boolean longer = delay.compareTo(LONGEST_DELAY) > 0;
        String body = message(request, longer ? clock.instant().plus(delay) : null);
        int seconds = Math.toIntExact((longer ? LONGEST_DELAY : delay).toSeconds());
        sqs.sendMessage(message -> message.queueUrl(queueUrl)
                .messageBody(body)
                .delaySeconds(seconds)
                .overrideConfiguration(call -> call.apiCallTimeout(PATIENCE)));
    }

    /**
     * The message that asks for a report.
     *
     * @param notBefore when the queue's door may begin; {@code null} for at once
     */
    public String message(ReportRequest request, Instant notBefore) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("meeting_id", request.meetingId());
        if (request.includeFields() != null) {
            body.put("include_fields", request.includeFields());
        }
        if (!request.formats().isEmpty()) {
            request.formats().forEach(body.putArray("formats")::add);
        }
        if (request.known() != null) {
            addMeeting(body.putObject("meeting"), request.known());
        }
        put(body, "not_before", notBefore);
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void addMeeting(ObjectNode json, Meeting meeting) {
        put(json, "id", meeting.id());
        put(json, "uuid", meeting.uuid());
        put(json, "topic", meeting.topic());
        put(json, "start_time", meeting.startTime());
        put(json, "end_time", meeting.endTime());
        put(json, "timezone", meeting.timezone());
    }

    private static void put(ObjectNode json, String field, Object value) {
        if (value != null) {
            String text = value.toString();
            json.put(field, text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
        }
    }
}
