package org.rollcall.lambda.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.lambda.ComponentTest;
import org.rollcall.lambda.LambdaService;
import org.rollcall.zoom.api.Rows;

/** What is made of stored reports: series, and documents made anew. */
@QuarkusTest
class StoredReportsTest extends ComponentTest {
    private static final String FIRST = "aaaaaaaaQmuoKj4854875==";
    private static final String SECOND = "bbbbbbbbQmuoKj4854875==";

    @BeforeEach
    void twoInstances() {
        instance(FIRST, "2026-11-15", 3);
        instance(SECOND, "2026-11-22", 2);
    }

    @Test
    void aSeriesHasOneLineAPersonAndOneColumnAnInstance() {
        store(FIRST, "");
        store(SECOND, "");
        int calls = zoom.calls().size();

        LambdaService.succeed("{\"series\":\"" + ID + "\",\"from\":\"2026-09-01\",\"to\":\"2026-12-20\"}")
                .body("instances", equalTo(2))
                .body("people", equalTo(3))
                .body("documents", hasSize(4));

        assertThat(zoom.calls()).as("Zoom is not asked").hasSize(calls);
        assertThat(s3.keys())
                .contains(
                        "zoom/series/" + ID + "_2026-09-01_2026-12-20.json",
                        "zoom/series/" + ID + "_2026-09-01_2026-12-20.xlsx");
        assertThat(s3.text("zoom/series/" + ID + "_2026-09-01_2026-12-20.csv").lines())
                .hasSize(4)
                .first()
                .isEqualTo("\uFEFFname,email,2026-11-15 09:00,2026-11-22 09:00,attended,late,absent,minutes,share");
        assertThat(s3.text("zoom/series/" + ID + "_2026-09-01_2026-12-20.csv"))
                .contains(Rows.NAME + " 0,p0@example.com,60.00 present,60.00 present,2,0,0,120.00,");
        assertThat(s3.text("zoom/series/" + ID + "_2026-09-01_2026-12-20.html"))
                .contains("2 instances", Rows.NAME + " 2")
                .doesNotContain("<script");
    }

    @Test
    void aSeriesLeavesOutWhatIsRedactedSince() {
        store(FIRST, "");
        store(SECOND, "");

        System.setProperty("report.redact", "email");
        try {
            LambdaService.succeed("{\"series\":\"" + ID + "\",\"from\":\"2026-09-01\",\"to\":\"2026-12-20\"}")
                    .body("people", equalTo(3));
        } finally {
            System.clearProperty("report.redact");
        }

        assertThat(s3.text("zoom/series/" + ID + "_2026-09-01_2026-12-20.csv"))
                .contains(Rows.NAME + " 0,,60.00 present,60.00 present,2,0,0,120.00,")
                .doesNotContain("@");
        assertThat(s3.text("zoom/series/" + ID + "_2026-09-01_2026-12-20.json")).doesNotContain("@");
    }

    @Test
    void aSeriesHasTheDaysThatAreAskedForAlone() {
        store(FIRST, "");
        store(SECOND, "");

        LambdaService.succeed("{\"series\":\"" + ID + "\",\"from\":\"2026-11-16\",\"to\":\"2026-11-30\"}")
                .body("instances", equalTo(1))
                .body("people", equalTo(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'series':'abcDEFghiJKLmnoPQRstuv=='} | series is not a number",
                "{'series':'1','from':'soon'} | from is not a day",
                "{'remake':'1','from':'2026-11-02','to':'2026-11-01'} | to is before from",
                "{'remake':'1','formats':'pdf'} | formats is not a format"
            })
    void badInputIsRefusedByItsName(String event, String message) {
        assertThat(fail(event.replace('\'', '"')).message()).startsWith(message);
    }

    @Test
    void documentsAreMadeAnewAfterANewRosterWithoutZoom() {
        store(FIRST, "");
        store(SECOND, "");
        String json = s3.text(key("json", FIRST, "2026-11-15", "json"));
        s3.put("zoom/rosters/" + ID + ".csv", "Email;Name;Group\np0@example.com;Zero;A\nada@example.edu;Ada;B\n");
        int calls = zoom.calls().size();

        LambdaService.succeed("{\"remake\":\"" + ID + "\",\"formats\":[\"json\",\"attendance\"]}")
                .body("remade", equalTo(2))
                .body("skipped", equalTo(0));

        assertThat(zoom.calls()).as("Zoom is not asked").hasSize(calls);
        String attendance = s3.text(key("attendance", FIRST, "2026-11-15", "csv"));
        assertThat(attendance.lines().findFirst().orElseThrow()).endsWith(",remark,Group");
        assertThat(attendance.lines().filter(line -> line.startsWith("Ada,ada@example.edu,")))
                .hasSize(1)
                .allMatch(line -> line.contains(",absent,") && line.endsWith(",B"));
        assertThat(rows(s3.text(key("json", FIRST, "2026-11-15", "json"))))
                .as("rows stay as Zoom sent them")
                .isEqualTo(rows(json));
    }

    @Test
    void whoWasExpectedStaysSoWhereNothingElseSays() {
        store(FIRST, ",\"expected\":[{\"email\":\"p0@example.com\"},{\"name\":\"Ada\"}]");

        LambdaService.succeed("{\"remake\":\"" + ID + "\",\"formats\":\"attendance\"}")
                .body("remade", equalTo(1));

        assertThat(s3.text(key("attendance", FIRST, "2026-11-15", "csv")).lines())
                .anyMatch(line -> line.startsWith("Ada,") && line.contains(",absent,"))
                .filteredOn(line -> line.contains("not on the roster"))
                .hasSize(2);
    }

    @Test
    void aRangeLeavesOtherReportsAsTheyAre() {
        store(FIRST, "");
        store(SECOND, "");

        LambdaService.succeed("{\"remake\":\"" + ID + "\",\"from\":\"2026-11-20\",\"formats\":\"people\"}")
                .body("remade", equalTo(1));

        assertThat(s3.keys()).filteredOn(key -> key.startsWith("zoom/people/")).hasSize(1);
    }

    @Test
    void aRemakeGoesOnBehindTheReportThatItIsGiven() {
        store(FIRST, "");
        store(SECOND, "");

        LambdaService.succeed("{\"remake\":\"" + ID + "\",\"after\":\"" + FIRST + "\",\"formats\":\"people\"}")
                .body("remade", equalTo(1));

        assertThat(s3.keys())
                .filteredOn(key -> key.startsWith("zoom/people/"))
                .containsExactly(key("people", SECOND, "2026-11-22", "ndjson"));
    }

    @Test
    void aReportWithoutItsJsonDocumentIsSkipped() {
        store(FIRST, "");
        s3.delete(key("json", FIRST, "2026-11-15", "json"));

        LambdaService.succeed("{\"remake\":\"" + ID + "\"}")
                .body("remade", equalTo(0))
                .body("skipped", equalTo(1));

        assertThat(log.text()).contains(FIRST, "is not made anew");
    }

    private void instance(String uuid, String day, int people) {
        List<String> rows = Rows.of(people).stream()
                .map(row -> row.replace("2026-11-22", day))
                .toList();
        zoom.participants(uuid, "past", 300, people, rows)
                .details(
                        uuid,
                        "past",
                        Rows.details(ID)
                                .replace("uuid/of+" + ID + "==", uuid)
                                .replace("2026-11-22", day)
                                .replace("10:01:12Z", "10:00:00Z"));
    }

    private static void store(String uuid, String more) {
        LambdaService.succeed("{\"meeting_id\":\"" + uuid + "\"" + more + "}");
    }

    private static String key(String format, String uuid, String day, String extension) {
        String name = java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(uuid.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return "zoom/" + format + "/date=" + day + "/" + ID + "_" + name + "." + extension;
    }

    private static String rows(String json) {
        return json.substring(0, json.indexOf("\"page_count\""));
    }
}
