package org.rollcall.lambda.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.rollcall.zoom.ZoomStandIn.json;
import static org.rollcall.zoom.ZoomStandIn.pageToken;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollcall.lambda.ComponentTest;
import org.rollcall.lambda.LambdaService;
import org.rollcall.zoom.ParticipantList;
import org.rollcall.zoom.api.Rows;

/** One schema whatever the source, and nothing lost of what Zoom sends. */
@QuarkusTest
class OtherSourcesDocumentsTest extends ComponentTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @EnumSource
    void rowsHaveTheDashboardsNamesBesideAllThatZoomSent(ParticipantList list) throws IOException {
        List<String> rows = list.rows(3);
        list.give(zoom, ID, 2, rows);

        LambdaService.succeed("{\"%s_id\":\"%s\",\"source\":\"%s\",\"formats\":\"json,csv,ndjson,attendance\"}"
                .formatted(list.kind(), ID, list.source()));

        String document = text("json");
        JsonNode participants = JSON.readTree(document).get("participants");
        for (int i = 0; i < rows.size(); i++) {
            // Byte for byte, but for what comes behind it.
            assertThat(document)
                    .contains("\n" + rows.get(i).substring(0, rows.get(i).length() - 1));
            ObjectNode row = participants.get(i).deepCopy();
            assertThat(row.get("user_name").asText()).isEqualTo(Rows.NAME + " " + i);
            assertThat(row.get("email").asText()).isEqualTo("p" + i + "@example.com");
            if (!list.source().equals("dashboard")) {
                row.remove(List.of("user_name", "email"));
            }
            assertThat(row).isEqualTo(JSON.readTree(rows.get(i)));
        }
        assertThat(cell(text("csv"), "user_name")).isEqualTo(Rows.NAME + " 0");
        assertThat(cell(text("csv"), "email")).isEqualTo("p0@example.com");
        assertThat(JSON.readTree(text("ndjson").lines().findFirst().orElseThrow())
                        .get("user_name"))
                .isEqualTo(participants.get(0).get("user_name"));
        assertThat(cell(text("attendance"), "name")).isEqualTo(Rows.NAME + " 0");
        assertThat(cell(text("attendance"), "email")).isEqualTo("p0@example.com");
    }

    @ParameterizedTest
    @EnumSource(names = {"REPORT_MEETING", "PAST_MEETING"})
    void spreadsheetsHaveWhatOnlyOtherSourcesSend(ParticipantList list) throws IOException {
        list.give(zoom, ID, 300, list.rows(1));

        LambdaService.succeed("{\"meeting_id\":\"%s\",\"source\":\"%s\"}".formatted(ID, list.source()));

        assertThat(cell(text("csv"), "duration")).isEqualTo("3600");
        assertThat(cell(text("csv"), "failover")).isEqualTo("false");
        assertThat(cell(text("csv"), "registrant_id")).isEqualTo("r10");
        assertThat(cell(text("csv"), "name")).isEqualTo(Rows.NAME + " 0");
        assertThat(cell(text("csv"), "user_email")).isEqualTo("p0@example.com");
    }

    @ParameterizedTest
    @EnumSource(names = {"DASHBOARD_MEETING", "REPORT_MEETING", "PAST_MEETING"})
    void fieldsOfAPageThatNobodyDocumentsAreKept(ParticipantList list) throws IOException {
        list.give(zoom, ID, 300, list.rows(1));
        zoom.always(
                list.call(ID),
                json("{\"note\":{\"a\":[1.10, null]},\"total_records\":1,\"kind\":\"x\",\"participants\":["
                        + list.rows(1).get(0) + "],\"from\":\"2026-11-22\"}"));

        LambdaService.succeed("{\"meeting_id\":\"%s\",\"source\":\"%s\"}".formatted(ID, list.source()));

        assertThat(text("json")).contains("\"note\":{\"a\":[1.10, null]}", "\"from\":\"2026-11-22\"");
        assertThat(JSON.readTree(text("json")).get("kind").asText()).isEqualTo("meeting");
    }

    @Test
    void zoomNeedNotCountTheRows() throws IOException {
        ParticipantList list = ParticipantList.REPORT_MEETING;
        list.give(zoom, ID, 300, list.rows(3));
        zoom.always(
                list.pageCall(ID, 1),
                json("{\"next_page_token\":\"" + pageToken(ID, 2) + "\",\"participants\":["
                        + String.join(",", list.rows(2)) + "]}"));
        zoom.always(
                list.pageCall(ID, 2), json("{\"participants\":[" + list.rows(3).get(2) + "]}"));

        LambdaService.succeed("{\"meeting_id\":\"" + ID + "\",\"source\":\"report\"}")
                .body("total_records", equalTo(3))
                .body("complete", equalTo(true));

        assertThat(JSON.readTree(text("json")).get("total_records").asInt()).isEqualTo(3);
    }

    private String text(String format) throws IOException {
        String key = s3.keys().stream()
                .filter(each -> each.startsWith("zoom/" + format + "/"))
                .findFirst()
                .orElseThrow();
        return new String(s3.bytes(key), StandardCharsets.UTF_8);
    }

    /** The cell of the first line below a heading. */
    private static String cell(String csv, String heading) {
        List<String> lines = csv.replace("\uFEFF", "").lines().toList();
        int column = Arrays.asList(lines.get(0).split(",")).indexOf(heading);
        assertThat(column).as(heading).isNotNegative();
        return lines.get(1).split(",", -1)[column];
    }
}
