package org.rollcall.lambda.api;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import org.rollcall.format.Document;
import org.rollcall.lambda.event.AnswerTooLargeException;
import org.rollcall.lambda.http.HttpAnswer;
import org.rollcall.lambda.make.FinishedReport;
import org.rollcall.lambda.make.StoreReport;
import org.rollcall.report.Report;
import org.rollcall.report.attendance.AttendanceFilter;
import org.rollcall.store.Destination;
import org.rollcall.store.ReportDestination;
import org.rollcall.store.ReportKey;
import org.rollcall.store.StoreException;
import org.rollcall.zoom.source.MeetingQuery;

/** Answers with a link to a document that Lambda can't carry. */
@Singleton
class LinkAnswer {
    private static final Duration LINK_VALIDITY = Duration.ofMinutes(15);

    private final ReportDestination destination;
    private final Instance<StoreReport> storeReport;

    LinkAnswer(ReportDestination destination, Instance<StoreReport> storeReport) {
        this.destination = destination;
        this.storeReport = storeReport;
    }

    /**
     * Stores a document and answers with a link to it.
     *
     * @throws AnswerTooLargeException when there is no place that a link could lead to
     * @throws StoreException when it can't be stored there
     */
    HttpAnswer of(ApiRequest request, FinishedReport finished, Document document) {
        Report report = finished.report();
        String apart = apart(request);
        String key = apart + ReportKey.of(report, document.format());
        Destination place = destination.get().orElseThrow(() -> tooLarge(document.bytes()));
        // Asked for first: there is no use in storing what no link can lead to.
        HttpAnswer link = of(key, document.bytes());
        if (apart.isEmpty()) {
            storeReport.get().store(finished, document);
        } else {
            place.put(key, document);
        }
        return link;
    }

    /**
     * Answers with a link to an object.
     *
     * @param bytes its size
     * @throws AnswerTooLargeException when no link can lead there
     */
    HttpAnswer of(String key, long bytes) {
        URI link = destination.required().link(key, LINK_VALIDITY).orElseThrow(() -> tooLarge(bytes));
        return HttpAnswer.empty(303).withHeader("location", link.toString()).withHeader("cache-control", "no-store");
    }

    // What the request chose is its answer's alone: neither the report that all look for nor another answer's link may
    // lose people or fields to it, or gain some.
    private static String apart(ApiRequest request) {
        MeetingQuery query = request.query();
        AttendanceFilter filter = request.request().filter();
        if (query.unchanged()) {
            return "filtered/unchanged/"
                    + folder("source", query.sources().get(0).value())
                    + folder("fields", String.valueOf(query.includeFields()));
        }
        boolean fields = query.includeFields() != null && !query.includeFields().equals(MeetingQuery.REGISTRANT_ID);
        if (filter.isNone() && !fields) {
            return "";
        }
        return "filtered/" + folder("minutes", plain(filter.minimumMinutes()))
                + folder("share", plain(filter.minimumShare()))
                + (fields ? folder("fields", query.includeFields()) : "");
    }

    private static String folder(String name, String value) {
        return name + "=" + value + "/";
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static AnswerTooLargeException tooLarge(long bytes) {
        return new AnswerTooLargeException("The report has " + bytes
                + " bytes, more than an answer of Lambda's can hold. Ask with Accept-Encoding: gzip, or set"
                + " REPORT_DESTINATION to an S3 bucket, to which the answer is then a link.");
    }
}
