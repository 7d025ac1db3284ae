package org.rollcall.lambda.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.format.ReportFormat;
import org.rollcall.lambda.event.Formats;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingKind;
import org.rollcall.settings.InvalidSettingException;
import org.rollcall.settings.Settings;
import org.rollcall.settings.TestSettings;
import org.rollcall.store.ReportDestination;

@QuarkusTest
@TestProfile(MailProfile.class)
class ReadMailSettingsTest extends MailTest {
    private static final Map<String, String> COMPLETE =
            Map.of("MAIL_FROM", "rollcall@example.com", "MAIL_TO", "host,OFFICE@example.com");

    @Inject
    @All
    List<ReportFormat> formats;

    @Inject
    ReportDestination destination;

    @Test
    void sendsEachAddressOneMail() {
        MailSettings mail = read("MAIL_ATTACH", "xlsx");

        assertThat(mail.attach()).containsExactly("xlsx");
        assertThat(mail.recipients(hostedBy("jill@example.com")))
                .containsExactly("jill@example.com", "OFFICE@example.com");
        assertThat(mail.recipients(hostedBy("office@example.com"))).containsExactly("office@example.com");
        assertThat(mail.recipients(hostedBy(null))).containsExactly("OFFICE@example.com");
    }

    @Test
    void doesNotMailAHostWhoseAddressIsRedacted() {
        assertThat(read("REPORT_REDACT", "email").recipients(hostedBy("jill@example.com")))
                .containsExactly("OFFICE@example.com");
    }

    @ParameterizedTest
    @CsvSource({"MAIL_FROM, ''", "MAIL_TO, ''", "MAIL_FROM, x", "MAIL_TO, x", "MAIL_ATTACH, docx", "MAIL_MAX_AGE, x"})
    void namesWhatIsMissingOrMalformed(String variable, String value) {
        assertThatThrownBy(() -> read(variable, value))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith(variable + " is ");
    }

    private MailSettings read(String variable, String value) {
        Map<String, String> environment = new HashMap<>(COMPLETE);
        environment.put(variable, value);
        Settings settings = TestSettings.of(environment);
        return new ReadMailSettings(settings, new Formats(formats, settings), destination).read();
    }

    private static Meeting hostedBy(String address) {
        return new Meeting(MeetingKind.MEETING, ID, UUID, null, null, null, null, "Jill", address, null, null);
    }
}
