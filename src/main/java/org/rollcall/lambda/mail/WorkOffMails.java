package org.rollcall.lambda.mail;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger.Level;
import org.rollcall.lambda.batch.BatchQueue;
import org.rollcall.lambda.batch.MessageWork;
import org.rollcall.lambda.batch.Outcome;
import org.rollcall.lambda.batch.QueueRecord;
import org.rollcall.lambda.batch.WorkOffMessages;
import org.rollcall.lambda.event.MeetingFilter;
import org.rollcall.lambda.sqs.Queues;
import org.rollcall.lambda.watch.LogFields;
import org.rollcall.lambda.watch.WriteMetrics;
import org.rollcall.report.Meeting;
import org.rollcall.report.erasure.MarkedPeople;
import org.rollcall.store.Receipt;
import org.rollcall.store.erasure.ErasureMarkStore;
import org.rollcall.zoom.call.Deadline;

/** Sends the mails that a batch of events asks for, each for itself, and once an instance of a meeting. */
@Singleton
class WorkOffMails {
    private final ReadStoredEvent events;
    private final MeetingFilter filter;
    private final MailClaims claims;
    private final ErasureMarkStore marks;
    private final ComposeMail compose;
    private final SendBySes send;
    private final WorkOffMessages workOffMessages;
    private final Queues queues;
    private final WriteMetrics metrics;
    private final InstantSource clock;

    WorkOffMails(
            ReadStoredEvent events,
            MeetingFilter filter,
            MailClaims claims,
            ErasureMarkStore marks,
            ComposeMail compose,
            SendBySes send,
            WorkOffMessages workOffMessages,
            Queues queues,
            WriteMetrics metrics,
            InstantSource clock) {
        this.events = events;
        this.filter = filter;
        this.claims = claims;
        this.marks = marks;
        this.compose = compose;
        this.send = send;
        this.workOffMessages = workOffMessages;
        this.queues = queues;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Works the messages off; those in the answer come back later. */
    List<QueueRecord> workOff(List<QueueRecord> records, Deadline deadline, MailSettings settings) {
        return workOffMessages.workOff(records, deadline, new MailQueue(queues), new Batch(settings));
    }

    private record MailQueue(Queues queues) implements BatchQueue {
        @Override
        public String url() {
            return queues.mails();
        }

        @Override
        public String deadLetterUrl() {
            return queues.mailDeadLetters();
        }
    }

    /** One invocation's messages. */
    private final class Batch implements MessageWork<MailWatch> {
        private final MailSettings settings;

        Batch(MailSettings settings) {
            this.settings = settings;
        }

        @Override
        public MailWatch begin() {
            return new MailWatch(metrics, clock);
        }

        @Override
        public Outcome work(QueueRecord record, MailWatch watch, LogFields fields) throws IOException {
            Optional<Receipt> receipt = events.receipt(record.body());
            if (receipt.isEmpty()) {
                watch.settled(Level.INFO, "not mailed", "The report's index entry is not there any more.");
                return Outcome.DONE;
            }
            MarkedPeople marked = marks.read().in(receipt.get().meeting().uuid());
            Meeting meeting = marked.without(receipt.get().meeting());
            fields.with("meeting_id", meeting.id()).with("uuid", meeting.uuid());
            Optional<String> reason = reasonNotToMail(receipt.get(), meeting);
            if (reason.isPresent()) {
                watch.settled(Level.INFO, "not mailed", about(meeting) + " is not mailed: " + reason.get());
                return Outcome.DONE;
            }
            Optional<MailClaims.Claim> claim = claims.claim(meeting);
            if (claim.isEmpty()) {
                watch.settled(Level.INFO, "duplicate", about(meeting) + " was mailed before.");
                return Outcome.DONE;
            }
            watch.sent(about(meeting) + " is mailed as " + send(receipt.get(), marked, claim.get()) + ".");
            return Outcome.DONE;
        }

        private String send(Receipt receipt, MarkedPeople marked, MailClaims.Claim claim) throws IOException {
            String id;
            try {
                List<String> recipients = settings.recipients(marked.without(receipt.meeting()));
                id = send.send(compose.about(receipt, marked, settings.attach()), settings.from(), recipients);
            } catch (RuntimeException | IOException e) {
                claims.release(claim);
                throw e;
            }
            claims.sent(claim);
            return id;
        }

        private Optional<String> reasonNotToMail(Receipt receipt, Meeting meeting) {
            Instant end = meeting.endTime() != null ? meeting.endTime() : meeting.startTime();
            if (!receipt.isIndexed()) {
                return Optional.of("it is not whole.");
            }
            if (receipt.isEmptied()) {
                return Optional.of("it has nobody but people whose data is erased.");
            }
            if (!filter.includes(receipt.meeting())) {
                return Optional.of("REPORT_INCLUDE and REPORT_EXCLUDE leave it out.");
            }
            if (end != null && end.plus(settings.maxAge()).isBefore(clock.instant())) {
                return Optional.of("it ended longer ago than MAIL_MAX_AGE.");
            }
            return settings.recipients(meeting).isEmpty()
                    ? Optional.of("its host's address is not known, and MAIL_TO names nobody else.")
                    : Optional.empty();
        }
    }

    private static String about(Meeting meeting) {
        return "The report of " + meeting.kind().value() + " " + meeting.id();
    }
}
