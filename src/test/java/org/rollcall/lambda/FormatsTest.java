package org.rollcall.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.LogRecords;
import org.rollcall.format.CsvFormat;
import org.rollcall.format.JsonFormat;
import org.rollcall.format.NdjsonFormat;
import org.rollcall.format.ReportFormat;
import org.rollcall.report.InvalidSettingException;

class FormatsTest {
    private static final List<ReportFormat> ALL = List.of(new NdjsonFormat(), new JsonFormat(), new CsvFormat());

    @Test
    void areThoseThatTheSettingPicks() {
        assertThat(formats("csv, json,csv", null).defaults()).containsExactly("csv", "json");
        assertThat(formats(" ndjson ", null).defaults()).containsExactly("ndjson");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "pdf", "json,pdf", "JSON", "json;csv"})
    void refuseASettingThatNamesNone(String setting) {
        assertThatThrownBy(() -> formats(setting, null))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("REPORT_FORMATS is malformed. It accepts csv, json, ndjson.");
    }

    @Test
    void leaveOutWhatTheSettingSays() {
        assertThat(formats("json", null).redaction().fields()).isEmpty();
        assertThat(formats("json", "ip_address, mac_addr,ip_address")
                        .redaction()
                        .fields())
                .containsExactlyInAnyOrder("ip_address", "mac_addr");
    }

    @Test
    void warnOfFieldsThatNobodyKnows() {
        try (LogRecords log = LogRecords.capture()) {
            assertThat(formats("json", "email,Email,call_number").redaction().fields())
                    .hasSize(3);

            assertThat(log.text())
                    .contains("REPORT_REDACT names Email,", "REPORT_REDACT names call_number,")
                    .doesNotContain("names email,");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ip address", "a.b", "ip_address;mac_addr", "$x", "[email]"})
    void refuseARedactionThatIsNoField(String setting) {
        assertThatThrownBy(() -> formats("json", setting))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("REPORT_REDACT is malformed. It accepts names of participant fields");
    }

    @Test
    void areFoundByName() {
        Formats formats = formats("json", null);

        assertThat(formats.named("formats", "csv")).isInstanceOf(CsvFormat.class);
        assertThatThrownBy(() -> formats.named("format", "pdf"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("format is not a format. It accepts csv, json, ndjson.");
    }

    private static Formats formats(String defaults, String redact) {
        return new Formats(ALL, defaults, Optional.ofNullable(redact));
    }
}
