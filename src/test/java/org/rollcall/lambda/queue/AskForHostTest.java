package org.rollcall.lambda.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.zoom.ZoomStandIn.detailsCall;
import static org.rollcall.zoom.ZoomStandIn.error;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rollcall.zoom.api.Rows;

/** Zoom's event does not have the host's address; where hosts are mailed to, Zoom is asked for it. */
@QuarkusTest
@TestProfile(AskForHostTest.Profile.class)
class AskForHostTest extends QueueTest {
    private static final String ENTRY = "zoom/index/93201235621/L2FqWHAxMTJRbXVvS2o0ODU0ODc1PT0.json";

    public static class Profile extends QueueProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
            settings.put("mail.to", "host");
            return settings;
        }
    }

    @Test
    void takesNothingButTheHostFromZoomsDetails() throws IOException {
        zoom.participants(UUID, "past", 300, 2, Rows.of(2))
                .details(
                        UUID,
                        "past",
                        """
                        {"uuid":"another","id":1,"topic":"Another","host":"Jill","email":"jill@example.edu",
                        "start_time":"2026-11-23T00:00:00Z","end_time":"2026-11-24T00:00:00Z"}""");
        sqs.send(message(UUID));

        assertThat(deliver(1)).isEmpty();

        assertThat(s3.documents()).isEqualTo(KEYS);
        JsonNode meeting = JSON.readTree(s3.bytes(ENTRY)).get("meeting");
        assertThat(meeting.get("host_email").asText()).isEqualTo("jill@example.edu");
        assertThat(meeting.get("uuid").asText()).isEqualTo(UUID);
        assertThat(meeting.get("end_time").asText()).isEqualTo("2026-11-22T10:01:12Z");
        assertThat(zoom.count(detailsCall(UUID, "past"))).isEqualTo(1);
    }

    @Test
    void storesTheReportWithoutAHostThatZoomDoesNotTell() throws IOException {
        zoom.participants(UUID, "past", 300, 2, Rows.of(2))
                .always(detailsCall(UUID, "past"), error(400, 4711, "No scope."));
        sqs.send(message(UUID));

        assertThat(deliver(1)).isEmpty();

        assertThat(s3.documents()).isEqualTo(KEYS);
        assertThat(JSON.readTree(s3.bytes(ENTRY)).get("meeting").has("host_email"))
                .isFalse();
    }
}
