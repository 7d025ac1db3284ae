package org.rollcall.lambda.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.rollcall.lambda.Formats;
import org.rollcall.lambda.InvalidRequestException;
import org.rollcall.lambda.MeetingFields;
import org.rollcall.lambda.ReadReportEvent;
import org.rollcall.lambda.ReportEvent;
import org.rollcall.report.MeetingType;
import org.rollcall.report.ReportRequest;
import org.rollcall.report.Times;

/** Reads a message of the queue: a direct event of a meeting that has ended, to be stored whatever it says. */
@Singleton
class ReadQueuedReport {
    private final ObjectMapper json;
    private final ReadReportEvent events;
    private final Formats formats;

    ReadQueuedReport(ObjectMapper json, ReadReportEvent events, Formats formats) {
        this.json = json;
        this.events = events;
        this.formats = formats;
    }

    /** @throws InvalidRequestException when it is not such an event */
    QueuedReport read(String body) {
        JsonNode json = parse(body);
        ReportEvent event = events.read(json);
        ReportRequest request = event.request();
        return new QueuedReport(
                new ReportRequest(
                        request.meetingId(),
                        MeetingType.ENDED,
                        request.includeFields(),
                        event.store() ? request.formats() : formats.defaults(),
                        request.known()),
                Times.parse(MeetingFields.text(json.path("not_before"))));
    }

    private JsonNode parse(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            throw new InvalidRequestException("The message", "is not JSON. It accepts an object with a meeting_id.");
        }
    }
}
