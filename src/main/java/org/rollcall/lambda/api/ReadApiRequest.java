package org.rollcall.lambda.api;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rollcall.format.ReportFormat;
import org.rollcall.lambda.Formats;
import org.rollcall.lambda.HttpEvent;
import org.rollcall.lambda.InvalidRequestException;
import org.rollcall.lambda.MeetingIds;
import org.rollcall.lambda.NoSuchRouteException;
import org.rollcall.lambda.RequestFields;
import org.rollcall.report.AttendanceFilter;
import org.rollcall.report.ReportRequest;

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
     * @throws NoSuchRouteException when there is no such route
     * @throws InvalidRequestException when a parameter is not what it should be
     */
    ApiRequest read(HttpEvent event) {
        ApiRoute route = ApiRoute.of(event);
        String meetingId = route.meetingId() != null
                ? MeetingIds.check("meetingId", route.meetingId())
                : MeetingIds.check(
                        "meeting_id",
                        event.parameter("meeting_id").map(ReadApiRequest::plus).orElse(null));
        ReportFormat format = event.parameter("format")
                .map(name -> formats.named("format", name))
                .orElseGet(() -> negotiate.format(event.header("accept"), route.format()));
        ReportRequest request = new ReportRequest(
                meetingId,
                RequestFields.types(event.parameter("type").orElse(route.type())),
                RequestFields.includeFields(
                        RequestFields.names(event.parameter("include_fields").orElse(""))),
                List.of(format.name()),
                null,
                new AttendanceFilter(
                        number(event, "minimum_minutes", "a number of minutes", MOST_MINUTES),
                        number(event, "minimum_share", "a share of the meeting from 0 to 1", BigDecimal.ONE)));
        return new ApiRequest(request, format, acceptsGzip(event.header("accept-encoding")));
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

    private static boolean acceptsGzip(Optional<String> header) {
        return List.of(header.orElse("").toLowerCase(Locale.ROOT).split(",")).stream()
                .map(coding -> coding.replace(" ", ""))
                .anyMatch(coding -> coding.matches("(gzip|\\*)(;q=(1(\\.0*)?|0?\\.\\d*[1-9]\\d*))?"));
    }
}
