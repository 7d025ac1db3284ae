package org.rollcall.lambda.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a person is, in everything that is stored. */
@QuarkusTest
class FindTest extends PrivacyTest {

    @Test
    void whereSomebodyIsIsNamedByKeysAndMeetings() {
        store(FIRST);
        store(SECOND);
        series();
        s3.put("zoom/rosters/" + ID + ".csv", "Name;Email\nLovelace, Ada;" + EMAIL + "\nOther;other@example.org\n");
        s3.put("zoom/rosters/1.csv", "Name;Email\nOther;other@example.org\n");
        s3.takeRequests();

        JsonNode found = find("{'email':'ADA.Lovelace@Example.com'}");

        assertThat(keys(found))
                .contains(
                        "json/date=2026-11-15/" + ID + "_" + base64url(FIRST) + ".json",
                        "csv/date=2026-11-22/" + ID + "_" + base64url(SECOND) + ".csv",
                        "series/" + ID + "_2026-09-01_2026-12-20.xlsx",
                        "rosters/" + ID + ".csv")
                .hasSize(2 * 7 + 4 + 1);
        assertThat(found.path("meeting_count").intValue()).isEqualTo(2);
        assertThat(found.path("row_count").intValue()).as("one has two").isEqualTo(3);
        assertThat(found.path("meetings").findValuesAsText("uuid")).containsExactly(FIRST, SECOND);
        assertThat(found.path("complete").booleanValue()).isTrue();
        assertThat(found.path("truncated").booleanValue()).isFalse();
        assertThat(found.toString()).doesNotContain(NAME, EMAIL, "p0@example.com");
        assertThat(s3.takeRequests()).noneMatch(request -> request.startsWith("PUT"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "\"{'name':'lovelace, ADA'}\", 3",
                "\"{'name':'Ada Lovelace','meeting_uuid':'" + FIRST + "'}\", 4",
                "\"{'participant_user_id':'" + USER_ID + "'}\", 4",
                "\"{'email':'p1@example.com'}\", 3",
                "\"{'email':'nobody@example.com'}\", 0",
                "\"{'registrant_id':'" + USER_ID + "'}\", 0"
            })
    void rowsAreCountedByWhateverIsKnown(String identifiers, int rows) {
        store(FIRST);
        store(SECOND);
        store(BY_ID);

        assertThat(find(identifiers).path("row_count").intValue()).isEqualTo(rows);
    }

    @Test
    void whatRowsSayOfWhoSomebodyIsIsFollowed() {
        store(FIRST);
        store(BY_ID);

        JsonNode found = find("{'email':'" + EMAIL + "'}");

        assertThat(found.path("meetings").findValuesAsText("uuid")).containsExactly(FIRST, BY_ID);
    }

    @Test
    void earlierVersionsAreFound() {
        s3.keepVersions();
        store(FIRST);
        store(FIRST);

        JsonNode found = find("{'email':'" + EMAIL + "'}");

        assertThat(found.path("object_count").intValue()).isEqualTo(7);
        assertThat(found.path("earlier_version_count").intValue()).isEqualTo(7);
    }

    @Test
    void aHostIsFound() {
        store(FIRST);

        assertThat(keys(find("{'email':'host@example.com'}")))
                .contains("index/" + ID + "/" + base64url(FIRST) + ".json");
    }

    @Test
    void anAnswerThatTimeRanOutForSaysWhereToGoOn() {
        store(FIRST);

        JsonNode found = privacy("{\"find\":{\"email\":\"" + EMAIL + "\"}}", 1);
        JsonNode rest = privacy("{\"find\":{\"email\":\"" + EMAIL + "\"},\"continue\":{\"after\":\"1/~\"}}");

        assertThat(found.path("complete").booleanValue()).isFalse();
        assertThat(found.path("continue").path("after").textValue()).isEmpty();
        assertThat(rest.path("complete").booleanValue()).isTrue();
        assertThat(keys(rest)).as("reports are before").isEmpty();
    }

    @Test
    void whatCantBeUnderstoodIsNamed() {
        s3.put("zoom/json/date=2026-11-22/1_bm9uZQ.json", "{\"participants\":[{");
        s3.put("zoom/xlsx/date=2026-11-22/1_bm9uZQ.xlsx", "PK");
        s3.put("zoom/rosters/1.csv", "nobody\n");

        JsonNode found = find("{'email':'" + EMAIL + "'}");

        assertThat(found.path("unread_count").intValue()).isEqualTo(3);
        assertThat(found.path("unread").toString()).contains("rosters/1.csv", "1_bm9uZQ.json");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "{}, The event asks for nothing",
                "nothing, The event is not JSON",
                "\"{'find':{'email':'a@b.c'},'erase':{'email':'a@b.c'}}\", two things at once",
                "\"{'find':{}}\", Nobody is named",
                "\"{'find':'" + EMAIL + "'}\", find is not an object",
                "\"{'find':{'mail':'" + EMAIL + "'}}\", find has a field that is not understood",
                "\"{'find':{'email':'" + EMAIL + "'},'dry':true}\", The event has a field that is not understood",
                "\"{'erase':{'email':'Ada'}}\", email is no e-mail address",
                "\"{'erase':{'name':'iPhone'}}\", name is that of a device",
                "\"{'erase':{'email':1}}\", email is not a string"
            })
    void badInputIsRefusedWithoutQuotingIt(String event, String message) {
        assertThatThrownBy(() -> privacy(event.replace('\'', '"')))
                .hasMessageContaining(message)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(EMAIL, "Ada"));
        assertThat(s3.keys()).isEmpty();
    }

    private static List<String> keys(JsonNode found) {
        return StreamSupport.stream(found.path("keys").spliterator(), false)
                .map(key -> key.path("key").textValue())
                .toList();
    }
}
