package org.rollcall.lambda.privacy.scan;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.rollcall.format.ReportDocuments;
import org.rollcall.report.erasure.ErasureMarks;
import org.rollcall.roster.InvalidRosterException;
import org.rollcall.roster.ReadRoster;
import org.rollcall.store.StoreException;
import org.rollcall.store.StoredObject;
import org.rollcall.store.version.StoredVersion;
import org.rollcall.store.version.Versions;

/** Reads versions of objects, whatever their format, for what is about marked people. Memory stays small. */
@Singleton
class ScanVersions {
    private final ObjectMapper mapper;

    ScanVersions(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Reads one.
     *
     * @param instances UUIDs of the instances that it is about, where a name may count in them alone
     * @throws org.rollcall.store.StoreException when it can't be read
     */
    Findings scan(
            Versions versions, StoredVersion version, GroupKind kind, List<String> instances, ErasureMarks marks) {
        Optional<StoredObject> object = versions.read(version);
        if (object.isEmpty()) {
            return Findings.NOTHING;
        }
        PersonScan scan = new PersonScan(marks, instances);
        try (StoredObject open = object.get()) {
            if (kind == GroupKind.ROSTER) {
                roster(version.key(), open, scan);
            } else {
                document(extension(version.key()), open.wholeContent(), scan);
            }
            return scan.findings();
        } catch (IOException | UncheckedIOException | CsvParseException | InvalidRosterException e) {
            if (e.getCause() instanceof StoreException brokenOff) {
                throw brokenOff;
            }
            Findings before = scan.findings();
            return new Findings(before.rows(), before.mentions(), false);
        }
    }

    private static String extension(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    private void document(String extension, InputStream in, PersonScan scan) throws IOException {
        switch (extension) {
            case "json", "ndjson" -> json(in, extension.equals("ndjson"), scan);
            case "csv" -> csv(in, scan);
            case "html" -> MarkupTexts.read(reader(in), scan::text);
            case "xlsx" -> workbook(in, scan);
            default -> in.close();
        }
    }

    private void json(InputStream in, boolean isLines, PersonScan scan) throws IOException {
        try (JsonParser json = mapper.createParser(in)) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.START_OBJECT) {
                    object(json, isLines, scan);
                }
            }
        }
    }

    private void object(JsonParser json, boolean isRow, PersonScan scan) throws IOException {
        Map<String, String> fields = new HashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.START_OBJECT) {
                object(json, false, scan);
            } else if (value == JsonToken.START_ARRAY) {
                array(json, name.equals("participants"), scan);
            } else if (value != JsonToken.VALUE_NULL) {
                fields.put(name, json.getText());
            }
        }
        if (isRow) {
            scan.row(fields);
        } else {
            scan.person(fields);
        }
    }

    private void array(JsonParser json, boolean isOfRows, PersonScan scan) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == JsonToken.START_OBJECT) {
                object(json, isOfRows, scan);
            } else if (json.currentToken() == JsonToken.START_ARRAY) {
                array(json, false, scan);
            } else if (json.currentToken() == null) {
                throw new IOException("broken off");
            } else if (json.currentToken() == JsonToken.VALUE_STRING) {
                scan.text(json.getText());
            }
        }
    }

    private static void csv(InputStream in, PersonScan scan) throws IOException {
        try (CsvReader<CsvRecord> lines =
                CsvReader.builder().detectBomHeader(true).ofCsvRecord(in)) {
            List<String> header = null;
            for (CsvRecord line : lines) {
                if (header == null) {
                    header = line.getFields();
                } else {
                    scan.row(PersonScan.fields(header, line.getFields()));
                }
            }
        }
    }

    // By its directory, which is at its end: its entries' own headers do not tell how long they are.
    private static void workbook(InputStream in, PersonScan scan) throws IOException {
        Path directory = ReportDocuments.createDirectory();
        Path file = directory.resolve("workbook");
        try {
            Files.copy(in, file);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    if (entry.getName().endsWith(".xml")) {
                        MarkupTexts.read(reader(zip.getInputStream(entry)), scan::text);
                    }
                }
            }
        } finally {
            Files.deleteIfExists(file);
            Files.delete(directory);
        }
    }

    private static Reader reader(InputStream in) {
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }

    private static void roster(String key, StoredObject object, PersonScan scan) {
        ReadRoster.read(key, object.readAll(ReadRoster.MAX_BYTES + 1)).lines().forEach(scan::line);
    }
}
