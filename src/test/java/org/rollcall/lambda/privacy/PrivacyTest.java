package org.rollcall.lambda.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.rollcall.lambda.ComponentTest;
import org.rollcall.lambda.LambdaService;
import org.rollcall.lambda.report.ReportHandler;
import org.rollcall.zoom.api.Rows;

/** Reports of a few people in every format, stored by the handler for direct events. */
abstract class PrivacyTest extends ComponentTest {
    /** Of whom each instance has a row with the address and one with the name alone. */
    static final String EMAIL = "ada.lovelace@example.com";

    static final String NAME = "Ada Lovelace";
    static final String USER_ID = "user-id-of-ada";
    static final String FIRST = "aaaaaaaaQmuoKj4854875==";
    static final String SECOND = "bbbbbbbbQmuoKj4854875==";
    /** Where there is nobody else. */
    static final String ALONE = "ccccccccQmuoKj4854875==";

    /** Where there is no more of the person than the ID. */
    static final String BY_ID = "ddddddddQmuoKj4854875==";

    static final String FORMATS = "json,csv,ndjson,people,attendance,html,xlsx";
    static final ObjectMapper JSON = new ObjectMapper();
    private static final int ENOUGH = 900_000;

    @Inject
    @Named("report")
    ReportHandler report;

    @Inject
    @Named("privacy")
    PrivacyHandler privacy;

    @BeforeEach
    void meetings() {
        instance(FIRST, "2026-11-15", with(Rows.of(3), ada("email", EMAIL), ada("device", "Web")));
        instance(SECOND, "2026-11-22", with(Rows.of(2), ada("email", EMAIL)));
        instance(ALONE, "2026-11-29", List.of(ada("email", EMAIL)));
        instance(BY_ID, "2026-12-06", with(Rows.of(2), ada("device", "Web").replace(NAME, "A. L.")));
    }

    static String ada(String field, String value) {
        boolean hasId = field.equals("email") || value.equals("Web");
        return ("{%s\"user_name\":\"" + NAME + "\",\"%s\":\"%s\",\"join_time\":\"2026-11-22T09:00:00Z\","
                        + "\"leave_time\":\"2026-11-22T10:00:00Z\"}")
                .formatted(hasId ? "\"id\":\"" + USER_ID + "\"," : "", field, value);
    }

    private static List<String> with(List<String> rows, String... more) {
        List<String> all = new ArrayList<>(List.of(more[0]));
        all.addAll(rows);
        all.addAll(List.of(more).subList(1, more.length));
        return all;
    }

    void instance(String uuid, String day, List<String> rows) {
        List<String> ofTheDay =
                rows.stream().map(row -> row.replace("2026-11-22", day)).toList();
        zoom.participants(uuid, "past", 300, rows.size(), ofTheDay)
                .details(
                        uuid,
                        "past",
                        Rows.details(ID)
                                .replace("uuid/of+" + ID + "==", uuid)
                                .replace("2026-11-22", day)
                                .replace("10:01:12Z", "10:00:00Z"));
    }

    /** Stores the report of an instance in all formats. */
    void store(String uuid) {
        store(uuid, FORMATS);
    }

    void store(String uuid, String formats) {
        invoke(report, "{\"meeting_id\":\"" + uuid + "\",\"formats\":\"" + formats + "\"}", ENOUGH);
    }

    void series() {
        invoke(report, "{\"series\":\"" + ID + "\",\"from\":\"2026-09-01\",\"to\":\"2026-12-20\"}", ENOUGH);
    }

    JsonNode find(String identifiers) {
        return privacy("{\"find\":" + identifiers.replace('\'', '"') + "}");
    }

    JsonNode erase(String identifiers) {
        return privacy("{\"erase\":" + identifiers.replace('\'', '"') + "}");
    }

    JsonNode privacy(String event) {
        return privacy(event, ENOUGH);
    }

    JsonNode privacy(String event, int remainingMillis) {
        return invoke(privacy, event, remainingMillis);
    }

    private static JsonNode invoke(
            com.amazonaws.services.lambda.runtime.RequestStreamHandler handler, String event, int remainingMillis) {
        try {
            return JSON.readTree(LambdaService.invoke(handler, event, remainingMillis));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String key(String format, String uuid, String day, String extension) {
        return "zoom/" + format + "/date=" + day + "/" + ID + "_" + base64url(uuid) + "." + extension;
    }

    static String entry(String uuid) {
        return "zoom/index/" + ID + "/" + base64url(uuid) + ".json";
    }

    static String base64url(String uuid) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(uuid.getBytes(StandardCharsets.UTF_8));
    }

    /** All that is stored in whatever version, as text; the content of workbooks, too. */
    List<String> texts() {
        return s3.versions("zoom/").stream().map(PrivacyTest::text).toList();
    }

    private static String text(byte[] content) {
        if (content.length < 2 || content[0] != 'P' || content[1] != 'K') {
            return new String(content, StandardCharsets.UTF_8);
        }
        StringBuilder text = new StringBuilder();
        try {
            Path file = Files.write(Files.createTempFile("workbook", ".zip"), content);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
