package org.rollcall.lambda.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.format.CsvFormat;
import org.rollcall.format.JsonFormat;
import org.rollcall.format.NdjsonFormat;
import org.rollcall.format.ReportFormat;
import org.rollcall.settings.InvalidSettingException;
import org.rollcall.settings.TestSettings;

class FormatsTest {
    private static final List<ReportFormat> ALL = List.of(new NdjsonFormat(), new JsonFormat(), new CsvFormat());

    @Test
    void areThoseThatTheSettingPicks() {
        assertThat(formats("csv, json,csv", "").defaults())
                .extracting(ReportFormat::name)
                .containsExactly("csv", "json");
        assertThat(formats(" ndjson ", "").defaults())
                .extracting(ReportFormat::name)
                .containsExactly("ndjson");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdf", "json,pdf", "JSON"})
    void refuseASettingThatNamesAnother(String setting) {
        assertThatThrownBy(() -> formats(setting, "").defaults())
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("REPORT_FORMATS is malformed. It accepts csv, json, ndjson.");
    }

    @Test
    void leaveOutWhatTheSettingSays() {
        assertThat(formats("json", "").redaction().fields()).isEmpty();
        assertThat(formats("json", "ip_address, mac_addr,ip_address")
                        .redaction()
                        .fields())
                .containsExactlyInAnyOrder("ip_address", "mac_addr");
    }

    @ParameterizedTest
    @CsvSource({"'email,Email', Email", "'call_number', call_number", "'+x,y', y"})
    void refuseARedactionOfWhatZoomDoesNotDocument(String setting, String named) {
        assertThatThrownBy(() -> formats("json", setting).redaction())
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("REPORT_REDACT names " + named + ", which Zoom does not document")
                .hasMessageContaining("put a + before it");
    }

    @Test
    void leaveOutWhatZoomDoesNotDocumentIfItIsMarked() {
        assertThat(formats("json", "email,+call_number,+email").redaction().fields())
                .contains("email", "call_number");
    }

    @Test
    void areFoundByName() {
        Formats formats = formats("json", "");

        assertThat(formats.named("formats", "csv")).isInstanceOf(CsvFormat.class);
        assertThatThrownBy(() -> formats.named("format", "pdf"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("format is not a format. It accepts csv, json, ndjson.");
    }

    private static Formats formats(String defaults, String redact) {
        return new Formats(ALL, TestSettings.of("REPORT_FORMATS", defaults, "REPORT_REDACT", redact));
    }
}
