package org.rollcall.zoom.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.lambda.ComponentTest;
import org.rollcall.lambda.LambdaService;

@QuarkusTest
public class MeetingIdOnTheWireTest extends ComponentTest {

    public static Stream<Arguments> vectors() throws IOException {
        JsonNode vectors =
                new ObjectMapper().readTree(MeetingIdOnTheWireTest.class.getResource("/zoom/meeting-id-vectors.json"));
        return StreamSupport.stream(vectors.spliterator(), false)
                .map(vector -> Arguments.of(
                        vector.get("meetingId").asText(),
                        vector.get("pathSegmentOnTheWire").asText()));
    }

    // By the bytes on the socket: a server's own idea of the path may be decoded.
    @ParameterizedTest
    @MethodSource("vectors")
    void standsInTheRequestLineAsZoomWantsIt(String meetingId, String segment) {
        LambdaService.fail("{\"meeting_id\":\"" + meetingId + "\",\"type\":\"past\"}");

        String asked = "/participants?page_size=300&include_fields=registrant_id HTTP/1.1";
        assertThat(zoom.requestLines())
                .startsWith(
                        "POST /oauth/token HTTP/1.1",
                        "GET /v2/metrics/meetings/" + segment + asked.replace("?", "?type=past&"));
        // Another instance may answer by a number.
        if (!segment.matches("\\d+")) {
            assertThat(zoom.requestLines())
                    .contains(
                            "GET /v2/metrics/meetings/" + segment + "?type=live HTTP/1.1",
                            "GET /v2/report/meetings/" + segment + asked,
                            "GET /v2/report/meetings/" + segment + " HTTP/1.1",
                            "GET /v2/past_meetings/" + segment + "/participants?page_size=300 HTTP/1.1",
                            "GET /v2/past_meetings/" + segment + " HTTP/1.1");
        }
    }
}
