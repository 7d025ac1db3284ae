package org.rollcall.lambda.reconcile;

import static org.rollcall.zoom.ZoomStandIn.listCall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.rollcall.format.ReportFormat;
import org.rollcall.lambda.ComponentTest;
import org.rollcall.lambda.SqsStandIn;
import org.rollcall.lambda.event.Formats;
import org.rollcall.report.Meeting;
import org.rollcall.store.Receipt;
import org.rollcall.store.ReceiptJson;
import org.rollcall.store.ReportKey;
import org.rollcall.zoom.ZoomStandIn;
import software.amazon.awssdk.services.sqs.model.Message;

/** Yesterday's meetings and their reports, between stand-ins for SQS, Zoom and S3. */
@WithTestResource(SqsStandIn.class)
abstract class ReconcileTest extends ComponentTest {
    static final ObjectMapper JSON = new ObjectMapper();

    SqsStandIn queues;

    @Inject
    Formats formats;

    LocalDate today;
    LocalDate day;

    @BeforeEach
    void begin() {
        queues.empty();
        today = ReportKey.day(clock.instant()).plusDays(1);
        // Noon, so that the handler's today is the same however long the test takes.
        clock.advance(Duration.between(clock.instant(), instant(today, "12:00:00")));
        day = today.minusDays(1);
    }

    List<String> takeReports() {
        List<String> bodies =
                queues.receive(queues.count()).stream().map(Message::body).toList();
        queues.empty();
        return bodies;
    }

    void store(Meeting meeting) {
        formats.defaults().forEach(format -> store(meeting, format));
    }

    void store(Meeting meeting, ReportFormat format) {
        s3.put("zoom/" + ReportKey.folder(ReportKey.day(meeting.startTime()), format)
                + ReportKey.name(meeting, format));
    }

    /** Stores a report as the functions do, of so many rows. */
    void storeIndexed(Meeting meeting, int rows) {
        store(meeting);
        putEntry(meeting, rows, true, false);
    }

    void putEntry(Meeting meeting, int rows, boolean complete, boolean recounted) {
        Receipt receipt = new Receipt(
                meeting,
                "meeting",
                "dashboard",
                "past",
                rows,
                rows,
                3,
                complete,
                List.of(),
                meeting.endTime(),
                recounted,
                false);
        s3.put(entryKey(meeting), new String(new ReceiptJson(JSON).bytes(receipt), StandardCharsets.UTF_8));
    }

    static String entryKey(Meeting meeting) {
        return "zoom/" + ReportKey.indexEntry(meeting.id(), meeting.uuid());
    }

    JsonNode entry(Meeting meeting) {
        try {
            return JSON.readTree(s3.bytes(entryKey(meeting)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Zoom's lists of the days around the two that a scheduled reconciliation looks at. */
    void list(Meeting... meetings) {
        zoom.list("past", today.minusDays(3), today, List.of(meetings));
        zoom.list("pastOne", today.minusDays(3), today);
    }

    /** The same meeting, of which Zoom's list counts so many participants. */
    static Meeting counted(Meeting meeting, int participants) {
        return new Meeting(
                meeting.kind(),
                meeting.id(),
                meeting.uuid(),
                meeting.topic(),
                meeting.startTime(),
                meeting.endTime(),
                meeting.timezone(),
                meeting.host(),
                meeting.hostEmail(),
                participants,
                meeting.schedule());
    }

    static Meeting meeting(int number, LocalDate day) {
        Instant start = instant(day, "09:00:00").plusSeconds(number);
        return new Meeting(
                "93%09d".formatted(number),
                "/uuid//" + number + "==",
                "Réunion 🎓 " + number,
                start,
                start.plusSeconds(3600),
                null);
    }

    static Instant instant(LocalDate day, String time) {
        return Instant.parse(day + "T" + time + "Z");
    }

    void emptyLists() {
        zoom.always(listCall(), ZoomStandIn.list(List.of(), ""));
    }

    JsonNode summary(LocalDate day) {
        try {
            return JSON.readTree(s3.bytes("zoom/reconcile/date=" + day + ".json"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String range(LocalDate from, LocalDate to) {
        return "{\"from\": \"" + from + "\", \"to\": \"" + to + "\"}";
    }
}
