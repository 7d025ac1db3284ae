package org.rollcall.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.packaged.LambdaRuntimeApi.Answer;
import org.rollcall.packaged.PackagedFunction;

/**
 * The main job on this machine: the packaged function fetches a meeting and leaves the report in a directory. Zoom is
 * the real one where {@code ZOOM_ACCOUNT_ID} is set, else a stand-in.
 */
public final class Demo {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> OPERATORS = List.of(
            "ZOOM_ACCOUNT_ID",
            "ZOOM_CLIENT_ID",
            "ZOOM_CLIENT_SECRET",
            "ZOOM_API_URL",
            "ZOOM_OAUTH_URL",
            "REPORT_DESTINATION",
            "REPORT_FORMATS",
            "REPORT_REDACT");

    private Demo() {}

    /** @param arguments the meeting's ID or UUID; empty for the sample meeting */
    public static void main(String[] arguments) throws IOException {
        String meetingId = arguments.length > 0 && arguments[0] != null ? arguments[0] : null;
        Map<String, String> environment = new HashMap<>();
        OPERATORS.forEach(name -> {
            if (System.getenv(name) != null) {
                environment.put(name, System.getenv(name));
            }
        });
        environment.putIfAbsent(
                "REPORT_DESTINATION",
                Path.of("target", "reports").toAbsolutePath().toUri().toString());
        if (environment.containsKey("ZOOM_ACCOUNT_ID")) {
            if (meetingId == null) {
                throw new IllegalArgumentException("Name a meeting: -Dmeeting=ID");
            }
            say("Zoom: your account's");
            report(meetingId, environment);
        } else {
            try (StandInZoom zoom = new StandInZoom()) {
                environment.put("ZOOM_ACCOUNT_ID", "stand-in");
                environment.put("ZOOM_CLIENT_ID", "stand-in");
                environment.put("ZOOM_CLIENT_SECRET", "stand-in");
                environment.put("ZOOM_API_URL", zoom.apiUrl());
                environment.put("ZOOM_OAUTH_URL", zoom.oauthUrl());
                say("Zoom: a stand-in at " + zoom.apiUrl() + " (set ZOOM_ACCOUNT_ID and its kin to ask your own)");
                report(meetingId == null ? SampleMeeting.ID : meetingId, environment);
            }
        }
    }

    private static void report(String meetingId, Map<String, String> environment) throws IOException {
        environment.put("QUARKUS_LAMBDA_HANDLER", "report");
        environment.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        environment.put("QUARKUS_LOG_CONSOLE_FORMAT", "%m%n");
        environment.put("QUARKUS_LOG_LEVEL", "WARN");
        environment.put("QUARKUS_LOG_CATEGORY__ORG_ROLLCALL__LEVEL", "DEBUG");
        String event = JSON.createObjectNode().put("meeting_id", meetingId).toString();
        try (PackagedFunction function = PackagedFunction.start(environment)) {
            say("Function: target/function.zip, handler report, " + (function.isNative() ? "native" : "on a JVM"));
            say("Event: " + event);
            Answer answer = function.invoke(event);
            function.log().lines().forEach(line -> say("  " + line));
            if (answer.failed()) {
                throw new IllegalStateException(answer.errorType() + ": " + answer.errorMessage());
            }
            receipt(JSON.readTree(answer.body()));
        }
    }

    private static void receipt(JsonNode receipt) {
        say("Receipt: " + receipt.toPrettyString());
        say("The report:");
        for (JsonNode document : receipt.path("documents")) {
            say(String.format(
                    "  %-10s %,9d bytes  %s",
                    document.path("format").asText(),
                    document.path("bytes").asLong(),
                    document.path("location").asText()));
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
