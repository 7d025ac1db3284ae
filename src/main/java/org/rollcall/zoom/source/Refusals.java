package org.rollcall.zoom.source;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.rollcall.report.MeetingKind;
import org.rollcall.report.Source;
import org.rollcall.zoom.error.DashboardNotAvailableException;
import org.rollcall.zoom.error.MissingScopeException;
import org.rollcall.zoom.error.ZoomException;

/** Which sources refused the account or the app, so that they are not asked again for an hour. */
@Singleton
class Refusals {
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final Map<Asked, Refusal> refusals = new ConcurrentHashMap<>();
    private final InstantSource clock;

    Refusals(InstantSource clock) {
        this.clock = clock;
    }

    /** Returns whether a failure is a refusal of the account or the app, rather than of one meeting. */
    static boolean isRefusal(ZoomException failure) {
        return failure instanceof DashboardNotAvailableException || failure instanceof MissingScopeException;
    }

    /**
     * Remembers a refusal.
     *
     * @param what the kind of call that was refused
     */
    void remember(Source source, MeetingKind kind, String what, ZoomException failure) {
        refusals.put(
                new Asked(source, kind, what),
                new Refusal(failure, clock.instant().plus(REMEMBERED)));
    }

    /**
     * Returns a refusal for who is not asked for because of an earlier one.
     *
     * @param subject what is not asked for
     */
    static ZoomException again(ZoomException earlier, String subject) {
        return like(
                earlier,
                "For " + subject + " Zoom is not asked again within an hour of this answer: " + earlier.getMessage());
    }

    /** Returns the refusal of such a call within the last hour, if there is one. */
    Optional<ZoomException> of(Source source, MeetingKind kind, String what) {
        return Optional.ofNullable(refusals.get(new Asked(source, kind, what)))
                .filter(refusal -> clock.instant().isBefore(refusal.until))
                .map(Refusal::failure);
    }

    /** Returns one failure for several refusals: of the first one's type, and with the words of each. */
    static ZoomException together(List<ZoomException> refusals) {
        ZoomException first = refusals.get(0);
        if (refusals.size() == 1) {
            return first;
        }
        String message =
                String.join(" ", refusals.stream().map(Throwable::getMessage).toList());
        return like(first, message);
    }

    private static ZoomException like(ZoomException refusal, String message) {
        return refusal instanceof MissingScopeException
                ? new MissingScopeException(message)
                : new DashboardNotAvailableException(message);
    }

    private record Asked(Source source, MeetingKind kind, String what) {}

    private record Refusal(ZoomException failure, Instant until) {}
}
