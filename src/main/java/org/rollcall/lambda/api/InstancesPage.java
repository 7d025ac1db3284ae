package org.rollcall.lambda.api;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.rollcall.lambda.event.InvalidRequestException;
import org.rollcall.store.Receipt;

/**
 * A page of receipts, by the start of their instances: of all that are added, it keeps the latest behind a position,
 * and no more than it holds.
 */
final class InstancesPage {
    private static final Comparator<Receipt> NEWEST_FIRST = Comparator.comparing(Position::of);

    /** How far clocks may be apart. */
    private static final Duration CLOCKS = Duration.ofMinutes(1);

    private final int limit;
    private final Optional<Position> after;
    /** The earliest first, so that it can go; one more than fits means that another page follows. */
    private final PriorityQueue<Receipt> latest = new PriorityQueue<>(NEWEST_FIRST.reversed());

    /** @param after the position of the last receipt of the page before; empty for the first page */
    InstancesPage(int limit, Optional<Position> after) {
        this.limit = limit;
        this.after = after;
    }

    /**
     * Returns whether a receipt that was stored then can have a place on the page: its instance began before that.
     *
     * @param stored by the clock of the store
     */
    boolean wants(Instant stored) {
        return latest.size() <= limit
                || !stored.plus(CLOCKS).isBefore(Position.of(latest.element()).time());
    }

    /** Adds a receipt, where it has a place. */
    void add(Receipt receipt) {
        if (after.isEmpty() || Position.of(receipt).compareTo(after.get()) > 0) {
            latest.add(receipt);
            if (latest.size() > limit + 1) {
                latest.remove();
            }
        }
    }

    /** Returns those of the page, the latest first. */
    List<Receipt> receipts() {
        List<Receipt> sorted = new ArrayList<>(latest);
        sorted.sort(NEWEST_FIRST);
        return sorted.subList(0, Math.min(limit, sorted.size()));
    }

    /** Returns the position that the next page begins behind; empty when this is the last. */
    Optional<Position> next() {
        return latest.size() > limit ? Optional.of(Position.of(receipts().get(limit - 1))) : Optional.empty();
    }

    /**
     * Where a receipt stands among those of its meeting. The order is that of the list.
     *
     * @param time the start of the instance; when it was stored where that is not known
     */
    record Position(Instant time, String uuid) implements Comparable<Position> {
        private static final Comparator<Position> ORDER =
                Comparator.comparing(Position::time).reversed().thenComparing(Position::uuid);

        static Position of(Receipt receipt) {
            Instant start = receipt.meeting().startTime();
            Instant time = start != null ? start : receipt.storedAt();
            return new Position(
                    time != null ? time : Instant.EPOCH, receipt.meeting().uuid());
        }

        /** @throws InvalidRequestException when it is none */
        static Position parse(String text) {
            try {
                String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
                if (parts.length == 2) {
                    return new Position(Instant.parse(parts[0]), parts[1]);
                }
            } catch (IllegalArgumentException | DateTimeException e) {
                // Said below.
            }
            throw new InvalidRequestException("next", "is none. It accepts what the page before has as its next.");
        }

        /** Returns it as a client hands it back. */
        String text() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((time + " " + uuid).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public int compareTo(Position other) {
            return ORDER.compare(this, other);
        }
    }
}
