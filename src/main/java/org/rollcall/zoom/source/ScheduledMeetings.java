package org.rollcall.zoom.source;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingId;
import org.rollcall.report.MeetingKind;
import org.rollcall.report.row.Times;
import org.rollcall.zoom.api.MeetingsApi;
import org.rollcall.zoom.api.MeetingsApi.Registrant;
import org.rollcall.zoom.api.MeetingsApi.Scheduled;
import org.rollcall.zoom.call.Question;
import org.rollcall.zoom.call.Question.Permission;
import org.rollcall.zoom.call.ZoomCalls;
import org.rollcall.zoom.error.MeetingNotFoundException;
import org.rollcall.zoom.error.OutOfTimeException;
import org.rollcall.zoom.error.ZoomException;

/**
 * What Zoom has of a meeting before it takes place: when it is meant to be and who has registered. A report is made
 * without where Zoom does not give it.
 */
@Singleton
class ScheduledMeetings {
    private static final Logger LOG = Logger.getLogger(ScheduledMeetings.class);
    private static final String ACCOUNT = "It needs a paid plan, and webinars a licence of their own.";

    /** An occurrence further from the actual start than this is another one. */
    private static final Duration NEAR = Duration.ofHours(12);

    private static final int MOST_PAGES = 100;

    private final MeetingsApi api;
    private final Refusals refusals;

    ScheduledMeetings(MeetingsApi api, Refusals refusals) {
        this.api = api;
        this.refusals = refusals;
    }

    /** Returns when a meeting was meant to be: of several times, the one nearest to its actual start. */
    Optional<Schedule> schedule(ZoomCalls calls, Meeting meeting) {
        return ask("schedule", meeting, () -> {
                    Question question =
                            Question.about(number(meeting), permission(meeting, "the schedule", "meeting"), false);
                    Scheduled scheduled = calls.ask(
                            question,
                            bearer -> api.scheduled(
                                    bearer, DashboardSource.collection(meeting.kind()), meeting.id(), true));
                    return nearest(scheduled, meeting.startTime());
                })
                .flatMap(schedule -> schedule);
    }

    /** Returns who has registered and is approved; nothing where Zoom does not say. */
    Optional<List<Registrant>> registrants(ZoomCalls calls, Meeting meeting) {
        return ask("registrants", meeting, () -> {
            List<Registrant> all = new ArrayList<>();
            String token = null;
            for (int page = 1; page <= MOST_PAGES; page++) {
                String asked = token;
                Question question = Question.about(
                        number(meeting), permission(meeting, "the registrants", "list_registrants"), asked != null);
                MeetingsApi.RegistrantsPage answer = calls.ask(question, bearer -> page(bearer, meeting, asked));
                all.addAll(answer.registrants());
                token = answer.nextPageToken();
                if (token == null || token.isEmpty() || answer.registrants().isEmpty()) {
                    break;
                }
            }
            return all;
        });
    }

    private MeetingsApi.RegistrantsPage page(String bearer, Meeting meeting, String token) {
        MeetingsApi.RegistrantsPage page = api.registrants(
                bearer,
                DashboardSource.collection(meeting.kind()),
                meeting.id(),
                "approved",
                ParticipantSource.PAGE_SIZE,
                token);
        return page == null || page.registrants() == null ? null : page;
    }

    private <T> Optional<T> ask(String what, Meeting meeting, Supplier<T> question) {
        if (!number(meeting).isNumber()
                || refusals.of(null, meeting.kind(), what).isPresent()) {
            return Optional.empty();
        }
        try {
            return Optional.of(question.get());
        } catch (OutOfTimeException e) {
            throw e;
        } catch (MeetingNotFoundException e) {
            return Optional.empty();
        } catch (ZoomException e) {
            if (Refusals.isRefusal(e)) {
                refusals.remember(null, meeting.kind(), what, e);
            }
            LOG.infof("The report is made without the %s: %s", what, e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<Schedule> nearest(Scheduled scheduled, Instant start) {
        Stream<Schedule> times = scheduled.occurrences() == null
                        || scheduled.occurrences().isEmpty()
                ? Stream.of(scheduled)
                        .filter(one -> Times.parse(one.startTime()) != null)
                        .map(one -> Schedule.of(Times.parse(one.startTime()), one.duration(), one.timezone()))
                : scheduled.occurrences().stream()
                        .filter(one -> Times.parse(one.startTime()) != null && !"deleted".equals(one.status()))
                        .map(one -> Schedule.of(Times.parse(one.startTime()), one.duration(), scheduled.timezone()));
        return times.filter(time -> start == null || distance(time, start).compareTo(NEAR) <= 0)
                .min(Comparator.comparing(time -> start == null ? Duration.ZERO : distance(time, start)));
    }

    private static Duration distance(Schedule time, Instant start) {
        return Duration.between(time.start(), start).abs();
    }

    private static MeetingId number(Meeting meeting) {
        return new MeetingId(meeting.kind(), meeting.id());
    }

    private static Permission permission(Meeting meeting, String what, String granular) {
        String api = meeting.kind() == MeetingKind.WEBINAR ? "webinar" : "meeting";
        String scope = granular.equals("meeting") ? api : granular;
        return new Permission(what, api + ":read:admin (granular: " + api + ":read:" + scope + ":admin)", ACCOUNT);
    }
}
