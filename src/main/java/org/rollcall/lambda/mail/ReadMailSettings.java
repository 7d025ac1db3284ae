package org.rollcall.lambda.mail;

import jakarta.inject.Singleton;
import java.util.List;
import org.rollcall.lambda.event.Formats;
import org.rollcall.report.row.Field;
import org.rollcall.settings.InvalidSettingException;
import org.rollcall.settings.Settings;
import org.rollcall.store.ReportDestination;

/** Reads and checks the settings of mails. */
@Singleton
class ReadMailSettings {
    private final Settings settings;
    private final Formats formats;
    private final ReportDestination destination;

    ReadMailSettings(Settings settings, Formats formats, ReportDestination destination) {
        this.settings = settings;
        this.formats = formats;
        this.destination = destination;
    }

    /** @throws InvalidSettingException when one is missing or malformed */
    MailSettings read() {
        destination.required();
        List<String> attach = settings.mailAttach();
        if (!attach.stream().allMatch(name -> formats.all().stream()
                .anyMatch(format -> format.name().equals(name)))) {
            throw new InvalidSettingException("MAIL_ATTACH", "is malformed. It accepts " + formats.accepts() + ".");
        }
        return new MailSettings(
                settings.mailFrom(),
                settings.mailTo(),
                attach,
                settings.mailMaxAge(),
                formats.redaction().hides(Field.EMAIL));
    }
}
