package org.rollcall.lambda.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.lambda.api.ApiAnswers.ask;
import static org.rollcall.lambda.api.ApiAnswers.header;
import static org.rollcall.lambda.api.ApiAnswers.json;
import static org.rollcall.lambda.api.ApiAnswers.parse;
import static org.rollcall.lambda.api.ApiAnswers.problem;
import static org.rollcall.lambda.api.ApiAnswers.unzip;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.lambda.http.HttpEvents;
import org.rollcall.store.ReportKey;
import org.rollcall.zoom.api.Rows;

/** The receipts of a meeting's instances, page by page. */
@QuarkusTest
@TestProfile(ApiProfile.class)
class InstancesAnswerTest extends ApiTest {
    private static final String INSTANCES = "/meetings/" + ID + "/instances";
    private static final Instant FIRST = Instant.parse("2020-01-06T09:00:00Z");

    @Test
    void answersWithWhatWasStored() {
        zoom.meeting(ID, "past", 300, Rows.of(3));
        ask(HttpEvents.get(PATH + "?refresh=true"));

        JsonNode page = json(ask(HttpEvents.get(INSTANCES)));

        assertThat(page.path("next").isNull()).isTrue();
        assertThat(page.path("instances")).hasSize(1);
        JsonNode receipt = page.path("instances").get(0);
        assertThat(receipt).isEqualTo(parse(s3.text("zoom/" + ReportKey.indexEntry(ID, "uuid/of+" + ID + "=="))));
        assertThat(receipt.at("/meeting/host_email").asText()).isEqualTo("host@example.com");
        assertThat(receipt.path("documents")).hasSize(2);
    }

    @Test
    void pagesThroughTwoThousandFromTheLatestToTheFirst() {
        putInstances(2000);
        zoom.reset();

        List<String> seen = new ArrayList<>();
        String next = "";
        for (int pages = 1; next != null; pages++) {
            JsonNode page = json(ask(HttpEvents.get(INSTANCES + "?limit=1000" + next)));
            page.path("instances")
                    .forEach(receipt -> seen.add(receipt.at("/meeting/uuid").asText()));
            next = page.path("next").isNull()
                    ? null
                    : "&next=" + page.path("next").asText();
            assertThat(pages).isLessThanOrEqualTo(2);
        }

        List<String> expected = new ArrayList<>();
        for (int i = 1999; i >= 0; i--) {
            expected.add(uuid(i));
        }
        assertThat(seen).isEqualTo(expected);
        assertThat(zoom.calls()).isEmpty();
    }

    @Test
    void readsNoMoreThanThePageTakesWhereReportsAreStoredAfterTheirMeetings() {
        putInstances(100);
        for (int i = 0; i < 100; i++) {
            s3.lastModified(key(uuid(i)), FIRST.plus(Duration.ofDays(i)).plus(Duration.ofHours(1)));
        }
        s3.takeRequests();

        JsonNode page = json(ask(HttpEvents.get(INSTANCES + "?limit=10")));

        assertThat(page.path("instances")).hasSize(10);
        assertThat(page.at("/instances/0/meeting/uuid").asText()).isEqualTo(uuid(99));
        assertThat(s3.takeRequests()).hasSizeLessThan(40).startsWith("LIST zoom/index/" + ID + "/");
    }

    @Test
    void putsAnOldMeetingThatWasStoredLateInItsPlace() {
        putInstances(40);
        for (int i = 0; i < 40; i++) {
            s3.lastModified(key(uuid(i)), FIRST.plus(Duration.ofDays(i == 0 ? 50 : i)));
        }

        String next =
                json(ask(HttpEvents.get(INSTANCES + "?limit=39"))).path("next").asText();

        assertThat(json(ask(HttpEvents.get(INSTANCES + "?next=" + next)))
                        .at("/instances/0/meeting/uuid")
                        .asText())
                .isEqualTo(uuid(0));
    }

    @Test
    void givesAHundredWithoutALimit() {
        putInstances(101);

        JsonNode first = json(ask(HttpEvents.get(INSTANCES)));
        JsonNode second = json(
                ask(HttpEvents.get(INSTANCES + "?next=" + first.path("next").asText())));

        assertThat(first.path("instances")).hasSize(100);
        assertThat(second.path("instances")).hasSize(1);
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void endsWithAPageThatIsJustFull() {
        putInstances(2);

        assertThat(json(ask(HttpEvents.get(INSTANCES + "?limit=2")))
                        .path("next")
                        .isNull())
                .isTrue();
    }

    @Test
    void putsWhatBeganAtOnceInOneOrder() {
        for (String uuid : List.of("b==", "c==", "a==")) {
            put("meeting", uuid, FIRST);
        }

        String next =
                json(ask(HttpEvents.get(INSTANCES + "?limit=2"))).path("next").asText();

        assertThat(json(ask(HttpEvents.get(INSTANCES + "?next=" + next)))
                        .at("/instances/0/meeting/uuid")
                        .asText())
                .isEqualTo("c==");
    }

    @Test
    void isEmptyWhereNothingIsStored() {
        for (String path : List.of(INSTANCES, "/meetings/ajXp112QmuoKj4854875%3D%3D/instances")) {
            assertThat(ask(HttpEvents.get(path)).path("body").asText()).isEqualTo("{\"instances\":[],\"next\":null}");
        }
    }

    @Test
    void takesAUuidForItsMeeting() {
        zoom.meeting(ID, "past", 300, Rows.of(3));
        ask(HttpEvents.get(PATH + "?refresh=true"));
        putInstances(1);

        assertThat(json(ask(HttpEvents.get("/meetings/uuid%2Fof%2B" + ID + "%3D%3D/instances")))
                        .path("instances"))
                .hasSize(2);
    }

    @Test
    void leavesOutWhatCannotBeReadAndWhatIsOfTheOtherKind() {
        putInstances(1);
        put("webinar", "webinar==", FIRST);
        s3.put("zoom/index/" + ID + "/broken.json", "{");

        assertThat(json(ask(HttpEvents.get(INSTANCES))).path("instances")).hasSize(1);
        assertThat(json(ask(HttpEvents.get(INSTANCES.replace("meetings", "webinars"))))
                        .at("/instances/0/meeting/uuid")
                        .asText())
                .isEqualTo("webinar==");
        assertThat(log.text()).contains("broken.json can't be understood");
    }

    @Test
    void isCompressedForWhoTakesIt() {
        putInstances(3);

        JsonNode answer = ask(HttpEvents.get(INSTANCES, "accept-encoding", "gzip"));

        assertThat(header(answer, "content-encoding")).isEqualTo("gzip");
        assertThat(parse(unzip(answer)).path("instances")).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=1001",
                "limit=-1",
                "limit=many",
                "limit=",
                "next=",
                "next=x",
                "next=%E2%82%AC",
                "next=bm8gdGltZQ"
            })
    void refusesAPageThatIsNone(String query) {
        assertThat(problem(ask(HttpEvents.get(INSTANCES + "?" + query)), 400))
                .startsWith(query.split("=")[0] + " ")
                .contains("It accepts ");
    }

    @Test
    void failsWhereTheIndexIsForbidden() {
        putInstances(1);
        s3.refuse(".json");

        problem(ask(HttpEvents.get(INSTANCES)), 500);
    }

    private void putInstances(int count) {
        for (int i = 0; i < count; i++) {
            put("meeting", uuid(i), FIRST.plus(Duration.ofDays(i)));
        }
    }

    // In the order of neither the starts nor the keys.
    private static String uuid(int number) {
        return Integer.toHexString(number * 0x9E3779B1) + "/" + number + "==";
    }

    private static String key(String uuid) {
        return "zoom/" + ReportKey.indexEntry(ID, uuid);
    }

    private void put(String kind, String uuid, Instant start) {
        s3.put(
                key(uuid),
                """
                {"meeting":{"id":"%s","uuid":"%s","topic":"T","start_time":"%s","end_time":null},"kind":"%s",\
                "source":"dashboard","type":"past","total_records":1,"people":1,"zoom_calls":3,"complete":true,\
                "documents":[],"stored_at":"2026-11-22T10:03:00Z"}"""
                        .formatted(ID, uuid, start, kind));
    }
}
