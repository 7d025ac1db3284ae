package org.rollcall.lambda.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.rollcall.lambda.privacy.scan.PersonScan;
import org.rollcall.lambda.privacy.scan.ReadReport.ReportParts;
import org.rollcall.lambda.privacy.scan.ScannedGroup;
import org.rollcall.report.Meeting;
import org.rollcall.store.Destination;
import org.rollcall.store.ReportDestination;
import org.rollcall.store.StoredDocument;
import org.rollcall.store.StoredObject;

/**
 * Erases marked people from a report without a {@code json} document that can be read: takes their lines out of what
 * has lines, and deletes its other documents, which nothing can make anew.
 */
@Singleton
class EraseLines {
    private static final int LARGEST = 400_000_000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final ReportDestination destination;
    private final ReplaceReceipt replaceReceipt;
    private final ObjectMapper mapper;

    EraseLines(ReportDestination destination, ReplaceReceipt replaceReceipt, ObjectMapper mapper) {
        this.destination = destination;
        this.replaceReceipt = replaceReceipt;
        this.mapper = mapper;
    }

    /**
     * Erases them.
     *
     * @return the keys that something else was put at
     * @throws org.rollcall.store.StoreException when something can't be read, stored or deleted
     */
    Set<String> erase(ScannedGroup scanned, ReportParts report, Erasure erasure) {
        PersonScan scan = new PersonScan(
                erasure.marks().all(),
                Optional.ofNullable(report.instance()).stream().toList());
        Set<String> replaced = new HashSet<>();
        Set<String> deleted = new HashSet<>();
        int rowsLess = 0;
        for (String key : scanned.currentKeys()) {
            if (key.startsWith("json/")) {
                // It is broken, and may be all that there is of others.
                erasure.left(List.of(key));
            } else if (key.endsWith(".csv") || key.endsWith(".ndjson")) {
                OptionalInt less = lines(key, scan, erasure);
                if (less.isPresent()) {
                    rowsLess = Math.max(rowsLess, less.getAsInt());
                    replaced.add(key);
                }
            } else if (!key.startsWith("index/")) {
                erasure.deleted(scanned.group().deleteAll(erasure.versions(), key::equals));
                deleted.add(key);
            }
        }
        erasure.report(rowsLess, false);
        replaced.addAll(index(report, deleted, rowsLess, erasure));
        return replaced;
    }

    private Set<String> index(ReportParts report, Set<String> deleted, int rowsLess, Erasure erasure) {
        if (report.meeting().isEmpty()) {
            return Set.of();
        }
        Destination place = destination.required();
        Meeting meeting = report.meeting().get();
        List<StoredDocument> documents = report.documents().stream()
                .filter(document ->
                        place.key(document.location()).filter(deleted::contains).isEmpty())
                .toList();
        Integer rows = report.entry()
                .map(entry -> entry.receipt().totalRecords())
                .map(before -> before - rowsLess)
                .orElse(null);
        return replaceReceipt.put(
                report, erasure.marks().all().in(report.instance()).without(meeting), rows, null, documents);
    }

    /** Returns how many lines less there are, where something else was put there. */
    private OptionalInt lines(String key, PersonScan scan, Erasure erasure) {
        Destination place = destination.required();
        Optional<StoredObject> object = place.read(key);
        if (object.isEmpty()) {
            return OptionalInt.empty();
        }
        String contentType = object.get().contentType();
        String text = new String(object.get().readAll(LARGEST), StandardCharsets.UTF_8);
        try {
            String left = key.endsWith(".csv") ? csv(text, scan) : ndjson(text, scan);
            byte[] bytes = left.getBytes(StandardCharsets.UTF_8);
            // Where another one was put there meanwhile, that one is looked at next time.
            return place.putIfUnchanged(key, contentType, bytes, object.get().eTag())
                    ? OptionalInt.of(count(text) - count(left))
                    : OptionalInt.empty();
        } catch (IOException | CsvParseException e) {
            // It is broken, and may be all that there is of others.
            erasure.left(List.of(key));
            return OptionalInt.empty();
        }
    }

    private static int count(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    private String ndjson(String text, PersonScan scan) throws IOException {
        StringBuilder left = new StringBuilder(text.length());
        for (String line : text.split("(?<=\n)")) {
            if (!line.isBlank() && !scan.isMarked(fields(mapper.readTree(line)))) {
                left.append(line);
            }
        }
        return left.toString();
    }

    private static Map<String, String> fields(JsonNode row) {
        Map<String, String> fields = new HashMap<>();
        row.properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asText(null)));
        return fields;
    }

    // As Rollcall writes it, so that other lines are as they were.
    private static String csv(String text, PersonScan scan) throws IOException {
        StringWriter left = new StringWriter(text.length());
        String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        left.write(text, 0, text.length() - content.length());
        try (CsvReader<CsvRecord> lines =
                        CsvReader.builder().skipEmptyLines(false).ofCsvRecord(content);
                CsvWriter csv =
                        CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(left)) {
            List<String> header = null;
            for (CsvRecord line : lines) {
                List<String> cells = line.getFields();
                if (header == null || !scan.isMarked(PersonScan.fields(header, cells))) {
                    csv.writeRecord(cells);
                }
                header = header == null ? new ArrayList<>(cells) : header;
            }
        }
        return left.toString();
    }
}
