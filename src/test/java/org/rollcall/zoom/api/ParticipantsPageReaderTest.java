package org.rollcall.zoom.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.report.row.Field;
import org.rollcall.report.row.Row;
import org.rollcall.zoom.api.ParticipantsPageReader.Spelling;

class ParticipantsPageReaderTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void readsTheDocumentedSample() throws IOException {
        byte[] sample =
                getClass().getResourceAsStream("/zoom/participants-sample.json").readAllBytes();

        ParticipantsPage page = ParticipantsPageReader.read(sample);

        assertThat(page.totalRecords()).isEqualTo(2);
        assertThat(page.nextPageToken()).isEmpty();
        assertThat(page.participants()).hasSize(2);
        Row dojo = page.participants().get(0);
        assertThat(dojo.text(Field.USER_NAME)).isEqualTo("dojo");
        assertThat(dojo.text(Field.MAC_ADDR)).isEqualTo(" 00:0a:95:9d:68:16");
        assertThat(dojo.text(Field.SHARE_DESKTOP)).isEqualTo("true");
        assertThat(dojo.text(Field.EMAIL)).isNull();
        assertThat(dojo.undocumented()).isEmpty();
        String rows = page.participants().stream().map(Pages::json).toList().toString();
        assertThat(JSON.readTree(rows)).isEqualTo(JSON.readTree(sample).get("participants"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1023, 1024, 1025, 327_679, 327_680, 327_681, 655_360, 1_000_000})
    void aPageMayHaveAnySize(int bytes) {
        String body = "{\"total_records\":1,\"participants\":[{\"user_name\":\"Ada\",\"pc_name\":\"%s\"}]}";
        byte[] page = body.formatted("x".repeat(bytes - body.length() + 2)).getBytes(StandardCharsets.UTF_8);
        assertThat(page).hasSize(bytes);

        Row row = ParticipantsPageReader.read(new ByteArrayInputStream(page), token -> {}, Spelling.AS_SENT)
                .participants()
                .get(0);

        assertThat(row.text(Field.USER_NAME)).isEqualTo("Ada");
        assertThat(row.text(Field.PC_NAME)).hasSize(bytes - body.length() + 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"total_records\":null,",
                "\"total_records\":\"many\",",
                "\"total_records\":{\"total_records\":0},",
                "\"total_records\":[0],"
            })
    void zoomNeedNotSayHowManyRowsThereAre(String total) {
        ParticipantsPage page = Pages.read("{" + total + "\"participants\":[{}]}");

        assertThat(page.totalRecords()).isNegative();
        assertThat(page.participants()).hasSize(1);
    }

    @Test
    void keepsWhatZoomDoesNotDocumentOfAPage() {
        ParticipantsPage page = Pages.read(
                """
                {"from":"2026-11-01", "note" : {"a":[1, 2]},"page_count":1,"page_size":300,"total_records":1,
                "next_page_token":"","big":1.10,"participants":[{}],"last":null}""");

        assertThat(page.otherFields())
                .isEqualTo(Map.of("from", "\"2026-11-01\"", "note", "{\"a\":[1, 2]}", "big", "1.10", "last", "null"));
    }

    @Test
    void pagesOfTheSameRowsHaveTheSameChecksum() {
        String rows = "\"participants\":[{\"id\":\"1\"}]}";

        long checksum = Pages.read("{\"next_page_token\":\"a\"," + rows).checksum();

        assertThat(Pages.read("{\"next_page_token\":\"b\",\"total_records\":2," + rows)
                        .checksum())
                .isEqualTo(checksum);
        assertThat(Pages.read("{\"participants\":[{\"id\":\"2\"}]}").checksum()).isNotEqualTo(checksum);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"name":"A","user_email":"a@b.c","x":1}       | {"name":"A","user_email":"a@b.c","x":1,"user_name":"A","email":"a@b.c"}
                    {"name":"A"}                                  | {"name":"A","user_name":"A"}
                    {"user_email":null}                           | {"user_email":null,"email":null}
                    {"name":"A","user_name":"B"}                  | {"name":"A","user_name":"B"}
                    {"name":"\\u0041 \\"x\\"", "id" : "1" }       | {"name":"\\u0041 \\"x\\"", "id" : "1" ,"user_name":"\\u0041 \\"x\\""}
                    {"id":"1"}                                    | {"id":"1"}
                    {}                                            | {}
                    """)
    void addsTheDashboardsNamesToRowsOfOtherSources(String sent, String written) {
        byte[] page = ("{\"participants\":[" + sent + "]}").getBytes(StandardCharsets.UTF_8);

        Row row = ParticipantsPageReader.read(new ByteArrayInputStream(page), token -> {}, Spelling.AS_DASHBOARD)
                .participants()
                .get(0);

        assertThat(Pages.json(row)).isEqualTo(written);
        assertThat(Pages.json(ParticipantsPageReader.read(page).participants().get(0)))
                .isEqualTo(sent);
    }

    @Test
    void givesTheTextsOfTheNamesItAdds() {
        byte[] page = "{\"participants\":[{\"name\":\"\\u0041da\",\"user_email\":\"a@b.c\",\"z\":null}]}"
                .getBytes(StandardCharsets.UTF_8);

        Row row = ParticipantsPageReader.read(new ByteArrayInputStream(page), token -> {}, Spelling.AS_DASHBOARD)
                .participants()
                .get(0);

        assertThat(row.text(Field.USER_NAME)).isEqualTo("Ada");
        assertThat(row.text(Field.EMAIL)).isEqualTo("a@b.c");
        assertThat(row.undocumented()).containsEntry("name", "Ada").containsEntry("user_email", "a@b.c");
    }

    @Test
    void doesNotMindWhatItDoesNotKnowAroundTheParticipants() {
        ParticipantsPage page = Pages.read(
                """
                {"from":{"participants":[{}],"total_records":9},"next_page_token":"abc","new":[{"x":[]}],
                "total_records":3,"participants":[{}],"last":null}""");

        assertThat(page.totalRecords()).isEqualTo(3);
        assertThat(page.nextPageToken()).isEqualTo("abc");
        assertThat(page.participants()).hasSize(1);
    }
}
