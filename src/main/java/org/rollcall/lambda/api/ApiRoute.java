package org.rollcall.lambda.api;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rollcall.format.AttendanceFormat;
import org.rollcall.format.JsonFormat;
import org.rollcall.lambda.event.InvalidRequestException;
import org.rollcall.lambda.http.HttpEvent;
import org.rollcall.report.MeetingKind;
import org.rollcall.report.Source;

/**
 * A route of the HTTP API.
 *
 * @param subject what it answers with
 * @param kind what is asked for
 * @param id the ID as it stands in the path; {@code null} where the query has it, or where there is none
 * @param zooms the source whose own path it is; nothing for ours
 * @param type the type that is meant without a parameter
 * @param format the format that is meant where neither parameter nor header decides
 * @param parameters the query parameters that it takes; those of Zoom's own paths are Zoom's
 */
record ApiRoute(
        Subject subject,
        MeetingKind kind,
        String id,
        Optional<Source> zooms,
        String type,
        String format,
        List<String> parameters) {
    private static final List<String> OF_REPORT =
            List.of("format", "include_fields", "minimum_minutes", "minimum_share", "refresh", "source", "type");

    private static final Pattern OURS =
            Pattern.compile("/(meetings|webinars)/(.+)/(participants|attendance|instances|series)/?");

    /** For programs that were written for Zoom's API. */
    private static final List<Zooms> ZOOMS = List.of(
            new Zooms(Source.DASHBOARD, "/metrics/(meetings|webinars)/(.+)/participants/?", "live"),
            new Zooms(Source.REPORT, "/report/(meetings|webinars)/(.+)/participants/?", "past"),
            new Zooms(Source.PAST, "/past_(meetings|webinars)/(.+)/participants/?", "past"));

    /** What a route answers with. */
    enum Subject {
        /** One document of one instance. */
        REPORT,
        /** The receipts of a meeting's instances. */
        INSTANCES,
        /** Who came to which instance of a meeting. */
        SERIES,
        /** The description of the API. */
        DESCRIPTION
    }

    /**
     * Returns the route of a request.
     *
     * @throws NoSuchRouteException when there is nothing at its path
     * @throws MethodNotAllowedException when its method is neither {@code GET} nor {@code HEAD}
     * @throws InvalidRequestException when it has a parameter that the route does not take
     */
    static ApiRoute of(HttpEvent event) {
        ApiRoute route = at(event.path(), event.parameter("webinar_id").isPresent());
        if (!event.method().equals("GET") && !event.isHead()) {
            throw new MethodNotAllowedException();
        }
        if (route.zooms.isEmpty()) {
            route.check(event.parameters());
        }
        return route;
    }

    private static ApiRoute at(String path, boolean webinar) {
        if (path.equals("/openapi.json")) {
            return new ApiRoute(Subject.DESCRIPTION, null, null, Optional.empty(), null, null, List.of());
        }
        if (path.equals("/participants")) {
            TreeSet<String> parameters = new TreeSet<>(OF_REPORT);
            parameters.addAll(List.of("meeting_id", "webinar_id"));
            MeetingKind kind = webinar ? MeetingKind.WEBINAR : MeetingKind.MEETING;
            return report(kind, null, JsonFormat.NAME, List.copyOf(parameters));
        }
        Matcher ours = OURS.matcher(path);
        if (ours.matches()) {
            return switch (ours.group(3)) {
                case "instances" ->
                    new ApiRoute(
                            Subject.INSTANCES,
                            kind(ours),
                            ours.group(2),
                            Optional.empty(),
                            null,
                            null,
                            List.of("limit", "next"));
                case "series" ->
                    new ApiRoute(
                            Subject.SERIES,
                            kind(ours),
                            ours.group(2),
                            Optional.empty(),
                            null,
                            null,
                            List.of("format", "from", "to"));
                case "attendance" -> report(kind(ours), ours.group(2), AttendanceFormat.NAME, OF_REPORT);
                default -> report(kind(ours), ours.group(2), JsonFormat.NAME, OF_REPORT);
            };
        }
        return ZOOMS.stream()
                .flatMap(zooms -> zooms.route(path).stream())
                .findFirst()
                .orElseThrow(() -> new NoSuchRouteException("There is nothing at this path. Reports are at"
                        + " /meetings/{meetingId}/participants and /webinars/{webinarId}/participants;"
                        + " /openapi.json describes all there is."));
    }

    private static ApiRoute report(MeetingKind kind, String id, String format, List<String> parameters) {
        return new ApiRoute(Subject.REPORT, kind, id, Optional.empty(), "auto", format, parameters);
    }

    private static MeetingKind kind(Matcher path) {
        return path.group(1).equals("webinars") ? MeetingKind.WEBINAR : MeetingKind.MEETING;
    }

    private void check(List<String> names) {
        names.stream().filter(name -> !parameters.contains(name)).findFirst().ifPresent(name -> {
            throw new InvalidRequestException(
                    "The parameter " + name.replaceAll("[^\\w.-]", "?"),
                    "is unknown here. "
                            + (parameters.isEmpty()
                                    ? "There is none."
                                    : "There are " + String.join(", ", parameters) + "."));
        });
    }

    private record Zooms(Source source, Pattern path, String type) {
        Zooms(Source source, String path, String type) {
            this(source, Pattern.compile("(?:/v2)?" + path), type);
        }

        Optional<ApiRoute> route(String path) {
            Matcher matcher = this.path.matcher(path);
            return matcher.matches()
                    ? Optional.of(new ApiRoute(
                            Subject.REPORT,
                            kind(matcher),
                            matcher.group(2),
                            Optional.of(source),
                            type,
                            JsonFormat.NAME,
                            List.of()))
                    : Optional.empty();
        }
    }
}
