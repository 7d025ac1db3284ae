package org.rollcall.zoom;

import io.smallrye.faulttolerance.api.Guard;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingType;

/**
 * The calls to Zoom that one report takes: authorised, counted, tried again when a failure passes, and ended by a
 * deadline.
 */
public final class ZoomCalls {
    private static final int RETRIES = 4;

    private final DashboardsApi dashboards;
    private final AccessTokens tokens;
    private final ZoomSecrets secrets;
    private final ZoomErrors errors;
    private final Guard guard;
    private final AtomicInteger count = new AtomicInteger();

    ZoomCalls(
            DashboardsApi dashboards,
            AccessTokens tokens,
            ZoomSecrets secrets,
            ZoomSettings settings,
            Deadline deadline) {
        this.dashboards = dashboards;
        this.tokens = tokens;
        this.secrets = secrets;
        this.errors = new ZoomErrors(deadline.clock());
        this.guard = Guard.create()
                .withRetry()
                .maxRetries(RETRIES)
                // As long as the deadline allows: the default is three minutes, and Zoom can ask for more.
                .maxDuration(0, ChronoUnit.MILLIS)
                .retryOn(PassingFailureException.class)
                .withCustomBackoff()
                .strategy(() -> new Backoff(settings.retryDelay, deadline, ThreadLocalRandom.current()))
                .done()
                .done()
                .build();
    }

    /** How many requests were sent so far, those for access tokens and those tried again included. */
    public int count() {
        return count.get();
    }

    /**
     * One page of a meeting's participants.
     *
     * @param includeFields {@code null} for none
     * @param nextPageToken {@code null} for the first page
     * @throws ZoomException when Zoom does not give it
     */
    ParticipantsPage participants(String meetingId, MeetingType type, String includeFields, String nextPageToken) {
        String segment = MeetingIdSegment.of(meetingId);
        return call(
                meetingId,
                nextPageToken != null,
                bearer -> dashboards.participants(
                        bearer, segment, type.value(), DashboardsApi.PAGE_SIZE, nextPageToken, includeFields));
    }

    /**
     * What Zoom tells of a meeting.
     *
     * @throws ZoomException when Zoom does not tell
     */
    Meeting meeting(String meetingId, MeetingType type) {
        String segment = MeetingIdSegment.of(meetingId);
        return call(meetingId, false, bearer -> dashboards.meeting(bearer, segment, type.value()))
                .toMeeting(meetingId);
    }

    private <T> T call(String meetingId, boolean laterPage, Function<String, T> request) {
        String token = tokens.current();
        boolean fresh = token == null;
        try {
            return ask(meetingId, laterPage, request, fresh ? newToken() : token);
        } catch (CredentialsRefusedException e) {
            if (fresh) {
                throw e;
            }
            return ask(meetingId, laterPage, request, newToken());
        }
    }

    private <T> T ask(String meetingId, boolean laterPage, Function<String, T> request, String token) {
        return retrying(() -> {
            try {
                return whole(request.apply("Bearer " + token));
            } catch (ZoomErrorAnswer answer) {
                throw errors.about(meetingId, laterPage, answer);
            } catch (RuntimeException e) {
                throw ZoomErrors.noAnswer("meeting " + meetingId, e);
            }
        });
    }

    // A 200 without a body is read as null.
    private static <T> T whole(T answer) {
        if (answer == null) {
            throw new UnreadableAnswerException(new byte[0]);
        }
        return answer;
    }

    private String newToken() {
        try {
            return newToken(secrets.credentials());
        } catch (CredentialsRefusedException e) {
            if (!secrets.readAgain()) {
                throw e;
            }
            return newToken(secrets.credentials());
        }
    }

    private String newToken(ZoomCredentials credentials) {
        return retrying(() -> {
            try {
                return tokens.renew(credentials);
            } catch (ZoomErrorAnswer answer) {
                throw errors.aboutToken(answer);
            } catch (RuntimeException e) {
                throw ZoomErrors.noAnswer("an access token", e);
            }
        });
    }

    @SuppressWarnings("unchecked")
    private <T> T retrying(Supplier<T> request) {
        return (T) guard.get(
                () -> {
                    count.incrementAndGet();
                    return request.get();
                },
                Object.class);
    }
}
