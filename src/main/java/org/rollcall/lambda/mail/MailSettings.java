package org.rollcall.lambda.mail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.report.Meeting;
import org.rollcall.settings.Settings;

/**
 * Who gets which mail.
 *
 * @param from the sender's address
 * @param to addresses, and {@link Settings#MAIL_TO_HOST} for the meeting's host
 * @param attach the formats of the documents that are attached, in order of importance
 * @param maxAge how long ago a meeting may have ended
 * @param hidesHost whether {@code REPORT_REDACT} leaves addresses out
 */
record MailSettings(String from, List<String> to, List<String> attach, Duration maxAge, boolean hidesHost) {
    /** One address and nothing that would make two of it. */
    private static final String ONE_ADDRESS =
            "[^\\s\\p{Cntrl}@,;:<>()\\[\\]\"\\\\]{1,64}@[^\\s\\p{Cntrl}@,;:<>()\"\\\\]{1,255}";

    /** Returns the addresses that the mail about a meeting goes to, each once; none where the host's is not known. */
    List<String> recipients(Meeting meeting) {
        List<String> addresses = new ArrayList<>();
        for (String entry : to) {
            String address = entry.equals(Settings.MAIL_TO_HOST) ? host(meeting) : entry;
            if (address != null && addresses.stream().noneMatch(address::equalsIgnoreCase)) {
                addresses.add(address);
            }
        }
        return addresses;
    }

    private String host(Meeting meeting) {
        String address = meeting.hostEmail() == null ? "" : meeting.hostEmail().strip();
        return !hidesHost && address.matches(ONE_ADDRESS) ? address : null;
    }
}
