package org.rollcall.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.report.Field;
import org.rollcall.report.Row;

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

        Row row = ParticipantsPageReader.read(new ByteArrayInputStream(page), token -> {})
                .participants()
                .get(0);

        assertThat(row.text(Field.USER_NAME)).isEqualTo("Ada");
        assertThat(row.text(Field.PC_NAME)).hasSize(bytes - body.length() + 2);
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
