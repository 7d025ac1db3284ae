package org.rollcall.lambda.mail;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rollcall.format.page.PageText;
import org.rollcall.report.Meeting;
import org.rollcall.report.erasure.MarkedPeople;
import org.rollcall.report.row.Zones;
import org.rollcall.settings.InvalidSettingException;
import org.rollcall.settings.Settings;
import org.rollcall.store.Receipt;
import org.rollcall.store.StoreException;

/** Composes the mail about a stored report. */
@Singleton
class ComposeMail {
    private final ReadSummary summaries;
    private final ChooseAttachments attachments;
    private final Settings settings;
    private MailTexts texts;
    private MailTemplates templates;

    ComposeMail(ReadSummary summaries, ChooseAttachments attachments, Settings settings) {
        this.summaries = summaries;
        this.attachments = attachments;
        this.settings = settings;
    }

    /**
     * Composes a mail.
     *
     * @param marked whose data is erased
     * @param attach the formats of the documents to attach
     * @throws MailUnavailableException while the report has somebody whose data is erased
     * @throws StoreException when a document can't be read
     * @throws InvalidSettingException when the time zone is needed and malformed
     */
    synchronized Mail about(Receipt receipt, MarkedPeople marked, List<String> attach) throws IOException {
        if (texts == null) {
            texts = new MailTexts();
            templates = new MailTemplates();
        }
        Meeting meeting = marked.without(receipt.meeting());
        AttendanceSummary summary = summaries.of(receipt, marked);
        Zone zone = zone(meeting, summary);
        String topic = clean(meeting.topic());
        String title = topic != null ? topic : texts.of("untitled", meeting.id());
        Instant start = meeting.startTime() != null ? meeting.startTime() : receipt.storedAt();
        String subject = start == null ? title : texts.of("subject", title, zone.day(start));
        ChooseAttachments.Chosen chosen = attachments.of(receipt, attach, subject);
        MailPage page = new MailPage(
                texts.of("language"),
                title,
                when(meeting, zone),
                lines(summary),
                texts.of("documents"),
                documents(receipt, chosen),
                texts.of("footer"));
        return new Mail(
                meeting.kind().value() + " " + meeting.id(),
                subject,
                templates.text(page),
                templates.html(page),
                chosen.attachments());
    }

    // The document's own where it is the meeting's; else what became known of the meeting since.
    private Zone zone(Meeting meeting, AttendanceSummary summary) {
        Optional<ZoneId> documents = Zones.parse(summary.timezone());
        if (documents.isPresent() && summary.timezoneKnown()) {
            return new Zone(documents.get(), true);
        }
        return Zones.parse(meeting.timezone())
                .map(zone -> new Zone(zone, true))
                .orElseGet(() -> new Zone(documents.orElseGet(settings::reportTimezone), false));
    }

    private String when(Meeting meeting, Zone zone) {
        if (meeting.startTime() == null) {
            return texts.of("when.unknown");
        }
        String name = zone.known()
                ? zone.id().getId()
                : texts.of("zone.assumed", zone.id().getId());
        String day = zone.day(meeting.startTime());
        String begin = zone.time(meeting.startTime());
        return meeting.endTime() == null
                ? texts.of("when.open", day, begin, name)
                : texts.of("when", day, begin, zone.time(meeting.endTime()), name);
    }

    private List<String> lines(AttendanceSummary summary) {
        List<String> lines = new ArrayList<>();
        lines.add(summary.came() == null ? texts.of("came.unknown") : texts.of("came", summary.came()));
        if (!summary.hasStatuses()) {
            lines.add(texts.of("statuses.unknown"));
            return lines;
        }
        lines.add(line(summary, AttendanceSummary.Group.LATE));
        lines.add(line(summary, AttendanceSummary.Group.LEFT_EARLY));
        lines.add(summary.knowsExpected() ? line(summary, AttendanceSummary.Group.ABSENT) : texts.of("absent.unknown"));
        for (AttendanceSummary.Group group : List.of(
                AttendanceSummary.Group.EXCUSED,
                AttendanceSummary.Group.SHORT,
                AttendanceSummary.Group.WAITING_ROOM_ONLY)) {
            if (summary.count(group) > 0) {
                lines.add(line(summary, group));
            }
        }
        return lines;
    }

    private String line(AttendanceSummary summary, AttendanceSummary.Group group) {
        String label = texts.of("group." + group.name().toLowerCase(Locale.ROOT));
        int count = summary.count(group);
        List<String> names =
                summary.names(group).stream().map(ComposeMail::clean).toList();
        if (count == 0) {
            return texts.of("group.none", label);
        }
        if (names.isEmpty()) {
            return texts.of("group.unnamed", label, count);
        }
        String named = names.stream().collect(Collectors.joining(texts.of("names.separator")));
        int more = count - names.size();
        return texts.of("group.named", label, count, more == 0 ? named : texts.of("names.more", named, more));
    }

    private List<MailPage.Document> documents(Receipt receipt, ChooseAttachments.Chosen chosen) {
        return receipt.documents().stream()
                .map(document -> {
                    String format = document.format();
                    String label = chosen.attached().contains(format)
                            ? texts.of("document.attached", format)
                            : chosen.tooLarge().contains(format)
                                    ? texts.of("document.too_large", format)
                                    : texts.of("document.stored", format);
                    return new MailPage.Document(label, document.location().toString());
                })
                .toList();
    }

    // Each stays on its line.
    private static String clean(String text) {
        String clean = PageText.clean(text);
        return clean == null ? null : clean.replaceAll("[\\p{Zl}\\p{Zp}]", " ");
    }

    /**
     * The zone of local times.
     *
     * @param known whether it is the meeting's own
     */
    private record Zone(ZoneId id, boolean known) {
        String day(Instant time) {
            return at(time).toLocalDate().toString();
        }

        String time(Instant time) {
            return at(time).toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString();
        }

        private ZonedDateTime at(Instant time) {
            return time.atZone(id);
        }
    }
}
