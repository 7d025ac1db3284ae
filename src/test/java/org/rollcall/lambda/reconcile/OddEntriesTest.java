package org.rollcall.lambda.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.lambda.LambdaService;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingKind;

/** What Zoom lists with less than a meeting has. Nothing of it gets lost. */
@QuarkusTest
@TestProfile(ReconcileProfile.class)
class OddEntriesTest extends ReconcileTest {
    private static final String ID = "93000000001";
    private static final String UUID = "/uuid//1==";

    @Test
    void withoutTimesAndParticipantsItIsQueuedByItsUuid() throws Exception {
        list(odd(ID, UUID, null, null, 0));

        LambdaService.invoke("{}").body("ended", is(1)).body("queued", is(1));

        JsonNode message = JSON.readTree(takeReports().get(0));
        assertThat(message.path("meeting_id").asText()).isEqualTo(UUID);
        // That nobody came is not to be believed either.
        assertThat(message.path("meeting").has("participants")).isFalse();
        assertThat(summary(day).path("missing")).hasSize(1);
        assertThat(log.text()).contains("Zoom lists meeting " + ID + " (" + UUID + ") without its start");
    }

    @Test
    void withoutTimesItIsStoredByItsIndexEntry() {
        list(odd(ID, UUID, null, null, 0));
        putEntry(meeting(1, day), 3, true, false);

        LambdaService.invoke("{}").body("ended", is(1)).body("stored", is(1)).body("queued", is(0));
    }

    @ParameterizedTest
    @CsvSource({"0001-01-01T00:00:00Z", "2019-05-05T10:00:00Z", "2999-01-01T00:00:00Z"})
    void withATimeThatIsNotOfTheDaysAskedForItIsOfTheLastDay(Instant time) {
        list(odd(ID, UUID, time, time, 3));

        LambdaService.invoke("{}").body("ended", is(1)).body("queued", is(1));

        assertThat(summary(day).path("missing")).hasSize(1);
    }

    @Test
    void withoutItsStartItIsOfTheDayOfItsEnd() {
        list(odd(ID, UUID, null, instant(day.minusDays(1), "10:00:00"), 3));

        LambdaService.invoke("{}").body("ended", is(1)).body("queued", is(1));

        assertThat(summary(day.minusDays(1)).path("missing")).hasSize(1);
        assertThat(summary(day).path("missing")).isEmpty();
    }

    @Test
    void withoutItsEndAnyReportCounts() {
        Meeting meeting = odd(ID, UUID, instant(day, "09:00:00"), null, 3);
        list(meeting);
        LambdaService.invoke("{}").body("ended", is(1)).body("queued", is(1));
        assertThat(takeReports()).hasSize(1);

        store(meeting);
        LambdaService.invoke("{}").body("stored", is(1)).body("queued", is(0));
    }

    @Test
    void withoutItsUuidItIsNamedAndNotQueuedByANumberThatIsEveryInstances() {
        Meeting one = odd(ID, null, instant(day, "09:00:00"), instant(day, "10:00:00"), 3);
        Meeting other = odd(ID, null, instant(day, "11:00:00"), instant(day, "12:00:00"), 3);
        list(one, other);

        LambdaService.invoke("{}").body("ended", is(2)).body("stored", is(0)).body("queued", is(0));

        JsonNode missing = summary(day).path("missing");
        assertThat(missing).hasSize(2);
        assertThat(missing.get(0).path("id").asText()).isEqualTo(ID);
        assertThat(missing.get(0).path("uuid").isNull()).isTrue();
        assertThat(missing.get(0).path("start_time").asText()).isEqualTo(day + "T09:00:00Z");
        assertThat(takeReports()).isEmpty();
    }

    @Test
    void withNeitherNumberNorUuidItIsNamedByItsStart() {
        list(odd(null, null, instant(day, "09:00:00"), null, 3));

        LambdaService.invoke("{}").body("ended", is(1)).body("queued", is(0));

        assertThat(summary(day).path("missing").get(0).path("start_time").asText())
                .isEqualTo(day + "T09:00:00Z");
    }

    @Test
    void withoutItsNumberItIsQueuedByItsUuid() {
        list(odd(null, UUID, instant(day, "09:00:00"), instant(day, "10:00:00"), 3));

        LambdaService.invoke("{}").body("ended", is(1)).body("queued", is(1));

        assertThat(takeReports()).singleElement().asString().contains("\"meeting_id\":\"" + UUID + "\"");
    }

    @Test
    void whatOneListLacksTheOtherMayHave() {
        zoom.list("past", today.minusDays(3), today, List.of(odd(null, UUID, null, null, 0)));
        zoom.list("pastOne", today.minusDays(3), today, List.of(meeting(1, day)));

        LambdaService.invoke("{}").body("ended", is(1)).body("queued", is(1));

        assertThat(takeReports()).singleElement().asString().contains("\"id\":\"" + ID + "\"", day + "T09:00:01Z");
    }

    private static Meeting odd(String id, String uuid, Instant start, Instant end, int participants) {
        return new Meeting(MeetingKind.MEETING, id, uuid, "", start, end, null, null, null, participants, null);
    }
}
