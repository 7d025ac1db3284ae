package org.rollcall.zoom;

import io.smallrye.faulttolerance.api.Guard;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.rollcall.report.MeetingType;

/**
 * The calls to Zoom that one report or one list takes: authorised, counted, tried again when a failure passes, and
 * ended by a deadline.
 */
public final class ZoomCalls {
    private static final int RETRIES = 4;

    private final DashboardsApi dashboards;
    private final AccessTokens tokens;
    private final ZoomSecrets secrets;
    private final ListPace listPace;
    private final Deadline deadline;
    private final ZoomErrors errors;
    private final Guard guard;
    private final TrafficCounters traffic;
    private final AtomicInteger count = new AtomicInteger();

    ZoomCalls(
            DashboardsApi dashboards,
            AccessTokens tokens,
            ZoomSecrets secrets,
            ZoomSettings settings,
            ListPace listPace,
            Deadline deadline,
            TrafficCounters traffic) {
        this.dashboards = dashboards;
        this.tokens = tokens;
        this.secrets = secrets;
        this.listPace = listPace;
        this.deadline = deadline;
        this.traffic = traffic;
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
     * @param ahead is told the next page's token as soon as it is known, and again when the page is asked for again;
     *     {@code null} where it is known no sooner than the page
     * @throws ZoomException when Zoom does not give it
     */
    ParticipantsPage participants(
            String meetingId, MeetingType type, String includeFields, String nextPageToken, Consumer<String> ahead) {
        String segment = MeetingIdSegment.of(meetingId);
        return call(about(meetingId, nextPageToken != null), bearer -> {
            InputStream body = dashboards.participants(
                    bearer, segment, type.value(), DashboardsApi.PAGE_SIZE, nextPageToken, includeFields);
            return body == null ? null : ParticipantsPageReader.read(body, ahead);
        });
    }

    /**
     * What Zoom tells of a meeting.
     *
     * @throws ZoomException when Zoom does not tell
     */
    MeetingDetails meeting(String meetingId, MeetingType type) {
        String segment = MeetingIdSegment.of(meetingId);
        return call(about(meetingId, false), bearer -> dashboards.meeting(bearer, segment, type.value()));
    }

    /**
     * One page of the list of meetings, when its turn comes.
     *
     * @param nextPageToken {@code null} for the first page
     * @throws ZoomException when Zoom does not give it
     */
    MeetingsPage meetings(MeetingType type, LocalDate from, LocalDate to, String nextPageToken) {
        String list = "the meetings of " + from + " to " + to;
        Asked asked = new Asked(
                list, answer -> errors.aboutList(list, nextPageToken != null, answer), () -> listPace.await(deadline));
        return call(asked, bearer -> {
            MeetingsPage page = dashboards.meetings(
                    bearer, type.value(), from.toString(), to.toString(), DashboardsApi.PAGE_SIZE, nextPageToken);
            // JSON without the list is no more of an answer than none.
            return page == null || page.meetings() == null ? null : page;
        });
    }

    private Asked about(String meetingId, boolean laterPage) {
        return new Asked("meeting " + meetingId, answer -> errors.about(meetingId, laterPage, answer), () -> {});
    }

    private <T> T call(Asked asked, Function<String, T> request) {
        String token = tokens.current();
        boolean fresh = token == null;
        try {
            return ask(asked, request, fresh ? newToken() : token);
        } catch (CredentialsRefusedException | MissingScopeException e) {
            // A token keeps the scopes it was given: one that was added since comes with the next.
            if (fresh) {
                throw e;
            }
            return ask(asked, request, newToken());
        }
    }

    private <T> T ask(Asked asked, Function<String, T> request, String token) {
        return retrying(() -> {
            asked.turn().run();
            try {
                return whole(request.apply("Bearer " + token));
            } catch (ZoomErrorAnswer answer) {
                throw asked.meaning().apply(answer);
            } catch (RuntimeException e) {
                throw ZoomErrors.noAnswer(asked.what(), e);
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
        ZoomCredentials refused = secrets.credentials();
        try {
            return newToken(refused);
        } catch (CredentialsRefusedException e) {
            secrets.readAgain();
            ZoomCredentials credentials = secrets.credentials();
            // Not what reading them again says: another call beside this one can have done so.
            if (credentials.equals(refused)) {
                throw e;
            }
            return newToken(credentials);
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
        AtomicInteger attempts = new AtomicInteger();
        return (T) guard.get(
                () -> {
                    count.incrementAndGet();
                    traffic.calls.incrementAndGet();
                    if (attempts.getAndIncrement() > 0) {
                        traffic.retries.incrementAndGet();
                    }
                    try {
                        return request.get();
                    } catch (RateLimitedException | DailyLimitReachedException e) {
                        traffic.throttles.incrementAndGet();
                        throw e;
                    }
                },
                Object.class);
    }

    /**
     * What is asked for.
     *
     * @param meaning what an answer but 200 means
     * @param turn waits until it may be asked for
     */
    private record Asked(String what, Function<ZoomErrorAnswer, RuntimeException> meaning, Runnable turn) {}
}
