package org.rollcall.lambda.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.lambda.api.ApiAnswers.ask;
import static org.rollcall.lambda.api.ApiAnswers.header;
import static org.rollcall.lambda.api.ApiAnswers.json;
import static org.rollcall.lambda.api.ApiAnswers.problem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.lambda.http.HttpEvents;
import org.rollcall.report.erasure.PersonIdentifiers;
import org.rollcall.store.erasure.ErasureMarkStore;
import org.rollcall.zoom.api.Rows;

/** Answers about meetings of people whose data is erased. */
@QuarkusTest
@TestProfile(ApiProfile.class)
class ErasedAnswerTest extends ApiTest {
    private static final String ENTRY = "zoom/index/" + ID + "/dXVpZC9vZis5MzIwMTIzNTYyMT09.json";

    @Inject
    ErasureMarkStore marks;

    @BeforeEach
    void erase() {
        marks.add(PersonIdentifiers.ofEmail("p1@example.com"), List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PATH,
                PATH + "?refresh=true",
                "/v2/metrics/meetings/" + ID + "/participants?type=past",
                "/meetings/" + ID + "/attendance?minimum_minutes=1"
            })
    void haveTheOthersAlone(String target) {
        zoom.meeting(ID, "past", 2, Rows.of(4));

        JsonNode answer = ask(HttpEvents.get(target));

        assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
        assertThat(answer.path("body").asText())
                .contains("p0@example.com", "p3@example.com")
                .doesNotContain("p1@example.com");
    }

    @Test
    void areEmptyWhereNobodyElseWasThereAndStoreNothing() {
        zoom.meeting(ID, "past", 2, List.of(Rows.row(1)));

        for (String target : List.of(PATH + "?refresh=true", PATH + "?refresh=true", PATH)) {
            JsonNode answer = ask(HttpEvents.get(target));

            assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
            assertThat(header(answer, "x-rollcall-source")).isEqualTo("zoom");
            assertThat(json(answer).path("participants")).isEmpty();
            assertThat(json(answer).path("total_records").asInt(-1)).isZero();
        }
        assertThat(s3.documents()).containsExactly("zoom/erased/marks.json");
        assertThat(s3.text(ENTRY)).contains("\"erased\":true", "\"total_records\":0", "\"documents\":[]");
    }

    @Test
    void areNoneWhereNothingTellsWhoseDataIsErased() {
        zoom.meeting(ID, "past", 2, Rows.of(4));
        s3.put("zoom/erased/marks.json", "{}");

        assertThat(problem(ask(HttpEvents.get(PATH)), 500)).doesNotContain("p0@");
    }
}
