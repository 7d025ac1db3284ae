package org.rollcall.lambda.mail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.rollcall.report.Meeting;
import org.rollcall.report.row.Times;
import org.rollcall.store.Destination;
import org.rollcall.store.ReportDestination;
import org.rollcall.store.ReportKey;
import org.rollcall.store.StoreException;
import org.rollcall.store.StoredObject;

/**
 * Sees to it that one mail is sent an instance, however often its report is stored: an object below {@code mailed/},
 * whose key has the name of the index entry, belongs to who sends it. Who has not sent it when the lease is over loses
 * it: better a rare second mail than none.
 */
@Singleton
class MailClaims {
    /** The folder of index entries. */
    static final String INDEX = "index/";

    /** Longer than a function can run (AWS Lambda quotas: 15 minutes). */
    static final Duration LEASE = Duration.ofMinutes(16);

    private static final Logger LOG = Logger.getLogger(MailClaims.class);
    private static final String MAILED = "mailed/";
    private static final String CONTENT_TYPE = "application/json";
    private static final int LARGEST = 1 << 16;
    private static final int TRIES = 4;

    private final ReportDestination destination;
    private final ObjectMapper mapper;
    private final InstantSource clock;

    MailClaims(ReportDestination destination, ObjectMapper mapper, InstantSource clock) {
        this.destination = destination;
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * Claims the mail about an instance.
     *
     * @return empty when it is sent already
     * @throws MailUnavailableException while it is another's
     * @throws StoreException when nothing tells whose it is
     */
    Optional<Claim> claim(Meeting meeting) {
        Destination place = destination.required();
        String key = MAILED + ReportKey.indexEntry(meeting.id(), meeting.uuid()).substring(INDEX.length());
        Claim mine = new Claim(key, UUID.randomUUID().toString());
        byte[] content = content(mine, "claimed_at");
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            if (place.putIfAbsent(key, CONTENT_TYPE, content)) {
                return Optional.of(mine);
            }
            Optional<Standing> standing = place.read(key).map(this::standing);
            if (standing.isEmpty()) {
                continue;
            }
            if (standing.get().isSent()) {
                return Optional.empty();
            }
            // An answer of S3's was lost, and the request repeated.
            if (standing.get().isBy(mine)) {
                return Optional.of(mine);
            }
            Duration left = standing.get().leaseLeft(clock.instant());
            if (!left.isNegative() && !left.isZero()) {
                throw inFlight(meeting, left);
            }
            if (place.putIfUnchanged(key, CONTENT_TYPE, content, standing.get().eTag())) {
                return Optional.of(mine);
            }
        }
        throw inFlight(meeting, LEASE);
    }

    private static MailUnavailableException inFlight(Meeting meeting, Duration left) {
        return new MailUnavailableException(
                "Another invocation is sending the mail about meeting " + meeting.id() + ", or ended while it did.",
                left);
    }

    /** Writes down that the mail is sent. Where that fails, the mail may be sent once more, and the log says so. */
    void sent(Claim claim) {
        try {
            destination.required().put(claim.key(), CONTENT_TYPE, content(claim, "sent_at"));
        } catch (StoreException e) {
            LOG.warnf("The mail is sent, and may be sent again: %s", e.getMessage());
        }
    }

    /** Gives a claim back whose mail is not sent, so that the next try need not wait for the lease's end. */
    void release(Claim claim) {
        Destination place = destination.required();
        try {
            place.read(claim.key())
                    .map(this::standing)
                    .filter(standing -> standing.isBy(claim) && !standing.isSent())
                    .ifPresent(standing -> place.putIfUnchanged(
                            claim.key(), CONTENT_TYPE, content(claim, "released_at"), standing.eTag()));
        } catch (StoreException e) {
            LOG.warnf("The mail is not tried again before %s is over: %s", LEASE, e.getMessage());
        }
    }

    private byte[] content(Claim claim, String state) {
        ObjectNode json = mapper.createObjectNode().put("claim", claim.id());
        json.put(state, Times.text(clock.instant()));
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    // What can't be read is nobody's.
    private Standing standing(StoredObject object) {
        JsonNode json = MissingNode.getInstance();
        try {
            json = mapper.readTree(object.readAll(LARGEST));
        } catch (IOException e) {
            LOG.warnf("The claim %s can't be understood, and is taken over.", object.location());
        }
        return new Standing(
                json.path("claim").asText(),
                Times.parse(json.path("claimed_at").textValue()),
                json.hasNonNull("sent_at"),
                object.eTag());
    }

    /**
     * The right to send one mail.
     *
     * @param key where it is stored
     * @param id whose it is
     */
    record Claim(String key, String id) {}

    /**
     * What is stored of a claim.
     *
     * @param claimedAt {@code null} once it was given back
     */
    private record Standing(String id, Instant claimedAt, boolean isSent, String eTag) {
        boolean isBy(Claim claim) {
            return id.equals(claim.id());
        }

        Duration leaseLeft(Instant now) {
            return claimedAt == null ? Duration.ZERO : Duration.between(now, claimedAt.plus(LEASE));
        }
    }
}
