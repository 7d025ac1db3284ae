package org.rollcall.lambda;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.rollcall.format.ReportFormat;
import org.rollcall.report.ReportRequest;

/** Reads what is asked for over HTTP. */
@Singleton
class ReadApiRequest {
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
                .orElseGet(() -> negotiate.format(event.header("accept")));
        ReportRequest request = new ReportRequest(
                meetingId,
                RequestFields.types(event.parameter("type").orElse(route.zoomsOwn() ? "live" : "auto")),
                RequestFields.includeFields(
                        RequestFields.names(event.parameter("include_fields").orElse(""))),
                List.of(format.name()),
                null);
        return new ApiRequest(request, format, acceptsGzip(event.header("accept-encoding")));
    }

    // In a query a plus sign means a space, which no UUID has.
    private static String plus(String meetingId) {
        return meetingId.endsWith("=") ? meetingId.replace(' ', '+') : meetingId;
    }

    private static boolean acceptsGzip(Optional<String> header) {
        return List.of(header.orElse("").toLowerCase().split(",")).stream()
                .map(coding -> coding.replace(" ", ""))
                .anyMatch(coding -> coding.matches("(gzip|\\*)(;q=(1(\\.0*)?|0?\\.\\d*[1-9]\\d*))?"));
    }
}
