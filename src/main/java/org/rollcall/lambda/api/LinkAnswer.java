package org.rollcall.lambda.api;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import org.rollcall.format.Document;
import org.rollcall.lambda.AnswerTooLargeException;
import org.rollcall.lambda.HttpAnswer;
import org.rollcall.report.AttendanceFilter;
import org.rollcall.report.Report;
import org.rollcall.store.Destination;
import org.rollcall.store.ReportDestination;
import org.rollcall.store.ReportKey;
import org.rollcall.store.StoreException;

/** Answers with a link to a document that Lambda can't carry. */
@Singleton
class LinkAnswer {
    private static final Duration LINK_VALIDITY = Duration.ofMinutes(15);

    private final ReportDestination destination;

    LinkAnswer(ReportDestination destination) {
        this.destination = destination;
    }

    /**
     * Stores the document and answers with a link to it.
     *
     * @throws AnswerTooLargeException when there is no place that a link could lead to
     * @throws StoreException when it can't be stored there
     */
    HttpAnswer of(Report report, Document document) {
        Destination place = destination.get().orElseThrow(() -> tooLarge(document));
        String key = folder(report.attendance().filter()) + ReportKey.of(report, document.format());
        // Asked for first: there is no use in storing what no link can lead to.
        URI link = place.link(key, LINK_VALIDITY).orElseThrow(() -> tooLarge(document));
        place.put(key, document);
        return HttpAnswer.empty(303).withHeader("location", link.toString()).withHeader("cache-control", "no-store");
    }

    // A filter is its answer's alone: neither the report that all look for nor another filter's link may lose people
    // to it, or gain some.
    private static String folder(AttendanceFilter filter) {
        return filter.isNone()
                ? ""
                : "filtered/minutes=" + plain(filter.minimumMinutes()) + "/share=" + plain(filter.minimumShare()) + "/";
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static AnswerTooLargeException tooLarge(Document document) {
        return new AnswerTooLargeException("The report has " + document.bytes()
                + " bytes, more than an answer of Lambda's can hold. Ask with Accept-Encoding: gzip, or set"
                + " REPORT_DESTINATION to an S3 bucket, to which the answer is then a link.");
    }
}
