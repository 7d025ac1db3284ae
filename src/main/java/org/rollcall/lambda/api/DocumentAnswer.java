package org.rollcall.lambda.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.rollcall.format.Document;
import org.rollcall.lambda.AnswerTooLargeException;
import org.rollcall.lambda.FinishedReport;
import org.rollcall.lambda.HttpAnswer;
import org.rollcall.lambda.LambdaAnswer;
import org.rollcall.lambda.ReportWatch;
import org.rollcall.report.AttendanceFilter;
import org.rollcall.store.Destination;
import org.rollcall.store.ReportDestination;
import org.rollcall.store.ReportKey;
import org.rollcall.store.StoreException;

/**
 * Answers with a document: as it is or compressed, or, where Lambda can't carry it, with a link to where it is stored.
 */
@Singleton
class DocumentAnswer {
    private static final Duration LINK_VALIDITY = Duration.ofMinutes(15);

    private final ObjectMapper mapper;
    private final ReportDestination destination;

    DocumentAnswer(ObjectMapper mapper, ReportDestination destination) {
        this.mapper = mapper;
        this.destination = destination;
    }

    /**
     * The answer, as it is sent.
     *
     * @param watch is told whether the report is in it or stored
     * @throws AnswerTooLargeException when Lambda can't carry it and there is no place that a link could lead to
     * @throws StoreException when it can't be stored there
     */
    byte[] of(FinishedReport report, boolean gzip, ReportWatch watch) throws IOException {
        Document document = report.document();
        // Base64 and JSON strings only add to a body, so that what is too large already need not be read.
        if (gzip || document.bytes() <= LambdaAnswer.MAX_BYTES) {
            byte[] answer = whole(document, gzip).toBytes(mapper);
            if (answer.length <= LambdaAnswer.MAX_BYTES) {
                watch.answered(report.report());
                return answer;
            }
        }
        byte[] answer = link(report, document).toBytes(mapper);
        watch.stored(report.report(), null);
        return answer;
    }

    private static HttpAnswer whole(Document document, boolean gzip) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", document.format().contentType());
        headers.put("cache-control", "no-store");
        headers.put("vary", "accept, accept-encoding");
        if (gzip) {
            headers.put("content-encoding", "gzip");
            return new HttpAnswer(200, headers, base64(compressed(document)), true);
        }
        if (!document.format().isText()) {
            return new HttpAnswer(200, headers, base64(Files.readAllBytes(document.file())), true);
        }
        String text = new String(Files.readAllBytes(document.file()), StandardCharsets.UTF_8);
        return new HttpAnswer(200, headers, text, false);
    }

    private HttpAnswer link(FinishedReport report, Document document) {
        Destination place = destination.get().orElseThrow(() -> tooLarge(document));
        String key = folder(report.report().attendance().filter()) + ReportKey.of(report.report(), document.format());
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

    private static byte[] compressed(Document document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            Files.copy(document.file(), out);
        }
        return bytes.toByteArray();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
