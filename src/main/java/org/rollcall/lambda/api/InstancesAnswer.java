package org.rollcall.lambda.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.rollcall.lambda.event.InvalidRequestException;
import org.rollcall.lambda.http.HttpAnswer;
import org.rollcall.lambda.http.HttpEvent;
import org.rollcall.lambda.http.JsonAnswer;
import org.rollcall.report.MeetingId;
import org.rollcall.store.Receipt;
import org.rollcall.store.ReceiptJson;
import org.rollcall.store.ReportIndex;
import org.rollcall.store.StoreException;

/** Answers with the receipts of a meeting's instances, page by page, the latest first. */
@Singleton
class InstancesAnswer {
    private static final int DEFAULT_LIMIT = 100;
    private static final int LARGEST_LIMIT = 1000;

    private final ReportIndex index;
    private final ReceiptJson receipts;
    private final ObjectMapper mapper;

    InstancesAnswer(ReportIndex index, ReceiptJson receipts, ObjectMapper mapper) {
        this.index = index;
        this.receipts = receipts;
        this.mapper = mapper;
    }

    /**
     * Returns a page.
     *
     * @throws InvalidRequestException when a parameter is not what it should be
     * @throws StoreException when the index can't be read
     */
    HttpAnswer of(ApiRoute route, HttpEvent event) throws IOException {
        MeetingId id = ReadApiRequest.id(route, event);
        InstancesPage page =
                new InstancesPage(limit(event), event.parameter("next").map(InstancesPage.Position::parse));
        number(id)
                .ifPresent(number -> index.forEach(number, page::wants, receipt -> {
                    if (receipt.meeting().kind() == id.kind()) {
                        page.add(receipt);
                    }
                }));
        return JsonAnswer.of(json(page), event.acceptsGzip());
    }

    // A UUID stands for the meeting that it is an instance of.
    private Optional<String> number(MeetingId id) {
        return id.isNumber()
                ? Optional.of(id.text())
                : index.read(id.text()).map(receipt -> receipt.meeting().id());
    }

    private static int limit(HttpEvent event) {
        String text = event.parameter("limit").orElse(String.valueOf(DEFAULT_LIMIT));
        if (text.matches("[1-9]\\d{0,3}") && Integer.parseInt(text) <= LARGEST_LIMIT) {
            return Integer.parseInt(text);
        }
        throw new InvalidRequestException(
                "limit", "is out of range or no number. It accepts 1 to " + LARGEST_LIMIT + ".");
    }

    private byte[] json(InstancesPage page) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = mapper.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeArrayFieldStart("instances");
            for (Receipt receipt : page.receipts()) {
                json.writeRawValue(new String(receipts.bytes(receipt), StandardCharsets.UTF_8));
            }
            json.writeEndArray();
            json.writeStringField(
                    "next", page.next().map(InstancesPage.Position::text).orElse(null));
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }
}
