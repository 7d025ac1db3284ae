package org.rollcall.lambda.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rollcall.format.series.SeriesDocument;
import org.rollcall.lambda.event.AnswerTooLargeException;
import org.rollcall.lambda.event.InvalidRequestException;
import org.rollcall.lambda.event.SeriesEvent;
import org.rollcall.lambda.http.ContentDisposition;
import org.rollcall.lambda.http.HttpAnswer;
import org.rollcall.lambda.http.HttpEvent;
import org.rollcall.lambda.http.JsonAnswer;
import org.rollcall.lambda.http.LambdaAnswer;
import org.rollcall.lambda.stored.MakeSeries;
import org.rollcall.report.MeetingId;
import org.rollcall.report.series.Series;
import org.rollcall.store.StoreException;
import org.rollcall.zoom.error.MeetingNotFoundException;

/** Answers with a series of the stored reports of a meeting's number, made for this answer. */
@Singleton
class SeriesAnswer {
    private final MakeSeries makeSeries;
    private final ObjectMapper mapper;

    SeriesAnswer(MakeSeries makeSeries, ObjectMapper mapper) {
        this.makeSeries = makeSeries;
        this.mapper = mapper;
    }

    /**
     * Returns the document that is asked for.
     *
     * @throws InvalidRequestException when a parameter is not what it should be
     * @throws MeetingNotFoundException when no report of these days is stored
     * @throws StoreException when reports can't be read
     */
    HttpAnswer of(ApiRoute route, HttpEvent event) throws IOException {
        MeetingId id = ReadApiRequest.id(route, event);
        if (!id.isNumber()) {
            throw new InvalidRequestException(
                    "meetingId", "is not a number. It accepts a meeting's ID such as 93201235621.");
        }
        LocalDate from = day("from", event);
        LocalDate to = day("to", event);
        if (from != null && to != null && to.isBefore(from)) {
            throw new InvalidRequestException("to", "is before from. It accepts " + from + " or a later day.");
        }
        String name = event.parameter("format").orElse("json");
        SeriesDocument document = SeriesDocument.named(name)
                .orElseThrow(() ->
                        new InvalidRequestException("format", "is not a format. It accepts json, csv, html, xlsx."));
        Series series = makeSeries
                .read(new SeriesEvent(id.text(), from, to))
                .filter(made -> !made.instances().isEmpty())
                .orElseThrow(() -> new MeetingNotFoundException("No report of " + id
                        + " is stored of these days, or REPORT_REDACT leaves nobody to be recognised. Look at"
                        + " /meetings/" + id.text() + "/instances."));
        HttpAnswer answer = answer(document, document.bytes(series), series, event.acceptsGzip());
        if (!answer.fits(mapper)) {
            throw new AnswerTooLargeException("The series is larger than the " + LambdaAnswer.MAX_BYTES
                    + " bytes of a Lambda answer. Ask for fewer days, or look below series/ in the destination.");
        }
        return answer;
    }

    private static HttpAnswer answer(SeriesDocument document, byte[] bytes, Series series, boolean gzip)
            throws IOException {
        if (document == SeriesDocument.JSON) {
            return JsonAnswer.of(bytes, gzip);
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", document.contentType());
        headers.put("cache-control", "no-store");
        headers.put(
                "content-disposition",
                ContentDisposition.of(
                        document == SeriesDocument.HTML,
                        (series.topic() == null ? "Meeting " + series.meetingId() : series.topic()) + ", series."
                                + document.extension()));
        return new HttpAnswer(200, headers, Base64.getEncoder().encodeToString(bytes), true);
    }

    private static LocalDate day(String name, HttpEvent event) {
        try {
            return event.parameter(name).map(LocalDate::parse).orElse(null);
        } catch (DateTimeParseException e) {
            throw new InvalidRequestException(name, "is not a day. It accepts YYYY-MM-DD, such as 2026-11-01.");
        }
    }
}
