package org.rollcall.lambda.api;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import org.rollcall.format.ReportFormat;
import org.rollcall.lambda.event.AttendanceFields;
import org.rollcall.lambda.event.Formats;
import org.rollcall.lambda.event.InvalidRequestException;
import org.rollcall.lambda.event.MeetingFields;
import org.rollcall.lambda.event.ReportRequest;
import org.rollcall.lambda.event.RequestFields;
import org.rollcall.lambda.http.HttpEvent;
import org.rollcall.lambda.http.NegotiateFormat;
import org.rollcall.lambda.http.Preconditions;
import org.rollcall.report.MeetingId;
import org.rollcall.report.MeetingKind;
import org.rollcall.report.MeetingType;
import org.rollcall.report.Source;
import org.rollcall.report.attendance.AttendanceFilter;
import org.rollcall.zoom.source.MeetingQuery;

/** Reads what is asked for over HTTP. */
@Singleton
class ReadApiRequest {
    private static final BigDecimal MOST_MINUTES = BigDecimal.valueOf(999_999_999);

    private final Formats formats;
    private final NegotiateFormat negotiate;

    ReadApiRequest(Formats formats, NegotiateFormat negotiate) {
        this.formats = formats;
        this.negotiate = negotiate;
    }

    /**
     * Returns the report that is asked for.
     *
     * @throws InvalidRequestException when a parameter is not what it should be
     */
    ApiRequest read(ApiRoute route, HttpEvent event) {
        ReportFormat format = event.parameter("format")
                .map(name -> formats.named("format", name))
                .orElseGet(() -> negotiate.format(event.header("accept"), route.format()));
        ReportRequest request = new ReportRequest(
                query(route, event),
                List.of(format),
                new AttendanceFilter(
                        number(event, "minimum_minutes", "a number of minutes", MOST_MINUTES),
                        number(event, "minimum_share", "a share of the meeting from 0 to 1", BigDecimal.ONE)),
                AttendanceFields.NONE);
        boolean refresh = route.zooms().isEmpty() && refresh(event);
        if (refresh && !request.filter().isNone()) {
            throw new InvalidRequestException(
                    "refresh",
                    "stores what comes, and minimum_minutes or minimum_share would leave people out of it. Ask for one"
                            + " after the other.");
        }
        ApiRequest read = new ApiRequest(request, event.acceptsGzip(), refresh, Preconditions.of(event), event.stage());
        return refresh ? read.with(formats.defaults()) : read;
    }

    private static boolean refresh(HttpEvent event) {
        return switch (event.parameter("refresh").orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidRequestException("refresh", "is neither. It accepts true or false.");
        };
    }

    private static MeetingQuery query(ApiRoute route, HttpEvent event) {
        List<MeetingType> types = RequestFields.types(event.parameter("type").orElse(route.type()));
        List<String> fields =
                RequestFields.names(event.parameter("include_fields").orElse(""));
        MeetingId id = id(route, event);
        // On Zoom's own paths, Zoom is asked in exactly that way.
        MeetingQuery query = route.zooms()
                .map(source -> new MeetingQuery(
                        id,
                        source == Source.DASHBOARD ? types : List.of(MeetingType.PAST),
                        List.of(source),
                        fields.isEmpty() ? null : RequestFields.includeFields(fields, types),
                        null,
                        false,
                        true))
                .orElseGet(() -> new MeetingQuery(
                        id,
                        types,
                        RequestFields.sources(event.parameter("source").orElse("auto")),
                        RequestFields.includeFields(fields, types),
                        null,
                        false,
                        false));
        check(query);
        return query;
    }

    private static void check(MeetingQuery query) {
        boolean dashboard = query.sources().contains(Source.DASHBOARD);
        if (query.types().equals(List.of(MeetingType.LIVE)) && !query.sources().isEmpty() && !dashboard) {
            throw new InvalidRequestException(
                    "type", "is live, which only the source dashboard has. It accepts auto, past or pastOne.");
        }
        if (query.types().equals(List.of(MeetingType.PAST_ONE))
                && query.id().kind() == MeetingKind.WEBINAR
                && dashboard) {
            throw new InvalidRequestException(
                    "type",
                    "is pastOne, which the dashboard does not have of webinars. It accepts auto, past or live.");
        }
    }

    /**
     * Returns what is asked for by.
     *
     * @throws InvalidRequestException when it is no ID
     */
    static MeetingId id(ApiRoute route, HttpEvent event) {
        boolean webinar = route.kind() == MeetingKind.WEBINAR;
        if (route.id() != null) {
            return MeetingFields.id(webinar ? "webinarId" : "meetingId", route.kind(), route.id());
        }
        String name = webinar ? "webinar_id" : "meeting_id";
        return MeetingFields.id(
                name,
                route.kind(),
                event.parameter(name).map(ReadApiRequest::plus).orElse(null));
    }

    private static BigDecimal number(HttpEvent event, String name, String accepts, BigDecimal most) {
        String text = event.parameter(name).map(String::strip).orElse("0");
        if (text.matches("\\d{1,9}(\\.\\d{1,9})?") && new BigDecimal(text).compareTo(most) <= 0) {
            return new BigDecimal(text);
        }
        throw new InvalidRequestException(name, "is out of range or no number. It accepts " + accepts + ".");
    }

    // In a query a plus sign means a space, which no UUID has.
    private static String plus(String meetingId) {
        return meetingId.endsWith("=") ? meetingId.replace(' ', '+') : meetingId;
    }
}
