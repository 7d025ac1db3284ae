package org.rollcall.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.demo.SampleMeeting;
import org.rollcall.demo.StandInZoom;
import org.rollcall.packaged.LambdaRuntimeApi.Answer;

/** The zip that is deployed, with Zoom and S3 behind TLS: every document, as it is in the bucket. */
class PackagedTlsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BUCKET = "reports";

    @TempDir
    static Path directory;

    private static TestCertificate certificate;
    private static StandInZoom zoom;
    private static TransientNio2BlobStore objects;
    private static S3Proxy s3;

    @BeforeAll
    static void start() throws Exception {
        certificate = new TestCertificate(directory);
        zoom = new StandInZoom(certificate.keyStore(), TestCertificate.PASSWORD);
        objects = new TransientNio2BlobStore();
        objects.createContainer(BUCKET);
        s3 = S3Proxy.builder()
                .blobStore(objects)
                .secureEndpoint(URI.create("https://127.0.0.1:0"))
                .keyStore(certificate.keyStore().toString(), TestCertificate.PASSWORD)
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "AKIDEXAMPLE", "secret")
                .ignoreUnknownHeaders(true)
                .build();
        s3.start();
    }

    @AfterAll
    static void stop() throws Exception {
        s3.stop();
        zoom.close();
    }

    @Test
    void storesEveryDocument() throws IOException {
        try (PackagedFunction function = PackagedFunction.start(environment(), certificate.trust())) {
            Answer answer = function.invoke("{\"meeting_id\":\"" + SampleMeeting.UUID + "\"}");
            assertThat(answer.failed())
                    .as(answer.errorType() + ": " + answer.errorMessage())
                    .isFalse();
            Map<String, byte[]> documents = new HashMap<>();
            for (JsonNode document : JSON.readTree(answer.body()).path("documents")) {
                documents.put(document.path("format").asText(), bytes(document));
            }

            assertThat(documents).containsOnlyKeys("json", "csv", "ndjson", "attendance", "html", "xlsx");
            JsonNode json = JSON.readTree(documents.get("json"));
            assertThat(json.path("participants")).hasSize(637);
            assertThat(text(documents, "csv").lines()).hasSizeGreaterThan(637);
            assertThat(text(documents, "ndjson").lines()).hasSize(637);
            assertThat(text(documents, "attendance").lines())
                    .hasSize(json.path("attendance").size() + 1);
            assertThat(text(documents, "html"))
                    .startsWith("<!DOCTYPE html>")
                    .contains("<svg")
                    .contains("田中");
            assertThat(documents.get("xlsx")).startsWith('P', 'K');
            for (String format : List.of("json", "csv", "ndjson", "attendance", "html")) {
                assertThat(text(documents, format).contains("192.0.2."))
                        .as("an address is in " + format)
                        .isFalse();
            }
        }
    }

    @Test
    void trustsNobodyElse() throws IOException {
        try (PackagedFunction function = PackagedFunction.start(environment(), List.of())) {
            Answer answer = function.invoke("{\"meeting_id\":1}");
            assertThat(answer.errorType()).isEqualTo("ZoomUnavailableException");
            assertThat(answer.errorMessage()).contains("SSL");
        }
        assertThat(new ArrayList<>(zoom.paths())).doesNotContain("/v2/metrics/meetings/1/participants");
    }

    private static byte[] bytes(JsonNode document) throws IOException {
        String key = URI.create(document.path("location").asText()).getPath().substring(1);
        byte[] bytes;
        try (var object = objects.getBlob(BUCKET, key)) {
            bytes = object.readAllBytes();
        }
        assertThat(bytes).hasSize(document.path("bytes").asInt());
        return bytes;
    }

    private static String text(Map<String, byte[]> documents, String format) {
        return new String(documents.get(format), StandardCharsets.UTF_8);
    }

    private static Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("QUARKUS_LAMBDA_HANDLER", "report"),
                Map.entry("ZOOM_ACCOUNT_ID", "account"),
                Map.entry("ZOOM_CLIENT_ID", "client"),
                Map.entry("ZOOM_CLIENT_SECRET", "secret"),
                Map.entry("ZOOM_RETRY_DELAY", "PT0.001S"),
                Map.entry("ZOOM_API_URL", zoom.apiUrl()),
                Map.entry("ZOOM_OAUTH_URL", zoom.oauthUrl()),
                Map.entry("AWS_SECRET_ACCESS_KEY", "secret"),
                // Not 127.0.0.1, which is addressed path-style in any case.
                Map.entry("AWS_ENDPOINT_URL", "https://localhost:" + s3.getSecurePort()),
                Map.entry("REPORT_FORMATS", "json,csv,ndjson,attendance,html,xlsx"),
                Map.entry("REPORT_REDACT", "ip_address"),
                Map.entry("REPORT_DESTINATION", "s3://" + BUCKET + "/zoom"));
    }
}
