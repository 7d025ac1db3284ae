package org.rollcall.lambda.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.lambda.LambdaService;
import org.rollcall.report.Meeting;
import org.rollcall.report.erasure.PersonIdentifiers;
import org.rollcall.store.erasure.ErasureMarkStore;
import org.rollcall.zoom.call.Deadline;

/** What counts as stored, and what it takes to find out. */
@QuarkusTest
@TestProfile(ReconcileProfile.class)
class StoredByIndexTest extends ReconcileTest {
    @Inject
    ReconcileReports reconcileReports;

    @Inject
    ExecutorService executor;

    @Inject
    ErasureMarkStore marks;

    @Test
    void aDayOf500MeetingsTakesARequestEachOnceAndLaterNone() {
        List<Meeting> meetings =
                IntStream.range(0, 500).mapToObj(n -> meeting(n, day)).toList();
        list(meetings.toArray(Meeting[]::new));
        meetings.forEach(meeting -> storeIndexed(meeting, 2));
        s3.lastModified("zoom/", instant(day, "11:00:00"));

        LambdaService.invoke("{}").body("stored", is(500)).body("queued", is(0));

        List<String> first = s3.takeRequests();
        assertThat(first).filteredOn(request -> request.startsWith("LIST")).containsExactly(listOf("json"));
        assertThat(first)
                .filteredOn(request -> request.startsWith("GET zoom/index/"))
                .hasSize(500);
        assertThat(first)
                .filteredOn(request -> request.startsWith("GET zoom/reconcile/"))
                .hasSize(2);
        assertThat(first)
                .filteredOn(request -> request.startsWith("PUT zoom/reconcile/"))
                .hasSize(2);
        assertThat(first).hasSize(505);

        LambdaService.invoke("{}").body("stored", is(500)).body("queued", is(0));

        assertThat(s3.takeRequests()).hasSize(5).noneMatch(request -> request.contains("/index/"));
    }

    @Test
    void theEntryOfAnEarlierReportHasNoHostWhoseDataIsErased() throws IOException {
        Meeting first = meeting(1, day).withHost("Jill Host", "jill@example.edu");
        Meeting second = meeting(2, day).withHost("Ben Host", "ben@example.edu");
        list(first, second);
        store(first);
        store(second);
        marks.add(PersonIdentifiers.ofEmail("JILL@example.edu"), List.of());

        LambdaService.invoke("{}").body("stored", is(2)).body("queued", is(0));

        assertThat(entry(first).path("meeting").has("host")).isFalse();
        assertThat(entry(first).path("meeting").has("host_email")).isFalse();
        assertThat(entry(second).path("meeting").path("host_email").asText()).isEqualTo("ben@example.edu");
    }

    private String listOf(String format) {
        return "LIST zoom/" + format + "/date=" + day + "/";
    }

    @Test
    void whatWasStoredSinceIsLookedAtAgain() {
        Meeting meeting = meeting(1, day);
        list(meeting);
        storeIndexed(meeting, 2);
        LambdaService.invoke("{}").body("stored", is(1));
        s3.takeRequests();

        s3.lastModified("zoom/", clock.instant());
        LambdaService.invoke("{}").body("stored", is(1));

        assertThat(s3.takeRequests()).contains("GET " + entryKey(meeting));
    }

    @Test
    void aReportWithoutADefaultFormatIsStoredAllTheSame() {
        Meeting meeting = meeting(1, day);
        list(meeting);
        putEntry(meeting, 2, true, false);

        LambdaService.invoke("{}").body("stored", is(1)).body("queued", is(0));
    }

    @Test
    void anEntryThatIsNotWholeIsNoReport() {
        Meeting meeting = meeting(1, day);
        list(meeting);
        putEntry(meeting, 2, false, false);

        LambdaService.invoke("{}").body("stored", is(0)).body("queued", is(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"not JSON", "{}", ""})
    void anEntryThatCannotBeUnderstoodIsNoReportAndIsNamed(String text) {
        Meeting meeting = meeting(1, day);
        list(meeting, meeting(2, day));
        store(meeting);
        storeIndexed(meeting(2, day), 2);
        s3.put(entryKey(meeting), text);

        LambdaService.invoke("{}").body("stored", is(1)).body("queued", is(1));

        assertThat(log.text()).contains("s3://reports/" + entryKey(meeting));
        assertThat(takeReports()).singleElement().asString().contains("/uuid//1==");
    }

    @ParameterizedTest
    @CsvSource({"json", "csv"})
    void aReportOfTheVersionBeforeIsStoredAndGetsItsEntry(String format) {
        Meeting meeting = meeting(1, day);
        list(meeting);
        store(meeting, formats.named("", format));
        store(meeting, formats.named("", "html"));

        LambdaService.invoke("{}").body("stored", is(1)).body("queued", is(0));

        JsonNode entry = entry(meeting);
        assertThat(entry.path("complete").asBoolean()).isTrue();
        assertThat(entry.path("meeting").path("start_time").asText()).isEqualTo(day + "T09:00:01Z");
        assertThat(entry.path("source").asText()).isEqualTo("dashboard");
        assertThat(entry.has("total_records")).isFalse();
        List<String> documents = new ArrayList<>();
        entry.path("documents")
                .forEach(document -> documents.add(document.path("format").asText()));
        assertThat(documents).containsExactlyInAnyOrder(format, "html");
        assertThat(entry.path("documents").get(0).path("location").asText()).startsWith("s3://reports/zoom/");
        assertThat(entry.path("documents").get(0).path("bytes").asInt()).isEqualTo(1);

        LambdaService.invoke("{}").body("stored", is(1)).body("queued", is(0));
    }

    @Test
    void aPageAloneProvesNoReportOfTheVersionBefore() {
        Meeting meeting = meeting(1, day);
        list(meeting);
        store(meeting, formats.named("", "html"));

        LambdaService.invoke("{}").body("stored", is(0)).body("queued", is(1));
    }

    @Test
    void twoAtOnceAgree() {
        List<Meeting> meetings =
                IntStream.range(0, 60).mapToObj(n -> meeting(n, day)).toList();
        list(meetings.toArray(Meeting[]::new));
        meetings.subList(0, 50).forEach(this::store);
        ReconcileRange range = new ReconcileRange(day, day, ReconcileRange.LONGEST_STEP);
        Deadline deadline = Deadline.in(Duration.ofMinutes(5), clock);
        zoom.list("past", day.minusDays(1), day.plusDays(1), meetings);
        zoom.list("pastOne", day.minusDays(1), day.plusDays(1));

        List<CompletableFuture<ReconcileTotals>> both = IntStream.range(0, 2)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> reconcileReports.reconcile(range, Wait.NONE, deadline), executor))
                .toList();

        assertThat(both).allSatisfy(one -> {
            assertThat(one.join().stored()).isEqualTo(50);
            assertThat(one.join().queued()).isEqualTo(10);
        });
        assertThat(summary(day).path("stored").asInt()).isEqualTo(50);
        meetings.subList(0, 50)
                .forEach(meeting ->
                        assertThat(entry(meeting).path("complete").asBoolean()).isTrue());
    }

    @Test
    void aSummaryThatCannotBeUnderstoodIsWrittenAnew() {
        Meeting meeting = meeting(1, day);
        list(meeting);
        storeIndexed(meeting, 2);
        s3.put("zoom/reconcile/date=" + day + ".json", "{\"rows\":");

        LambdaService.invoke("{}").body("stored", is(1));

        assertThat(summary(day).path("stored").asInt()).isEqualTo(1);
        assertThat(log.text()).contains("reconcile/date=" + day + ".json");
    }

    @Test
    void anIndexThatCannotBeReadIsAFailure() {
        Meeting meeting = meeting(1, day);
        list(meeting);
        storeIndexed(meeting, 2);
        s3.refuse(entryKey(meeting));

        LambdaService.Failure failure = LambdaService.fail("{}");

        assertThat(failure.name()).isEqualTo("StoreException");
        assertThat(failure.message()).contains(entryKey(meeting), "s3:GetObject");
    }
}
