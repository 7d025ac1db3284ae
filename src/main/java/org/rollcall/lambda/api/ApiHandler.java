package org.rollcall.lambda.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.rollcall.failure.RollcallException;
import org.rollcall.lambda.Deadlines;
import org.rollcall.lambda.FunctionHandler;
import org.rollcall.lambda.http.HttpAnswer;
import org.rollcall.lambda.http.HttpEvent;
import org.rollcall.lambda.watch.CountFailures;
import org.rollcall.lambda.watch.LogFields;
import org.rollcall.lambda.watch.ReportWatch;
import org.rollcall.lambda.watch.WatchReports;
import org.rollcall.zoom.call.Deadline;

/** The handler for API Gateway's HTTP APIs and for function URLs. */
@Named("api")
public class ApiHandler extends FunctionHandler {
    /**
     * For reading from Zoom. API Gateway ends a request after 30 seconds (AWS: quotas of HTTP APIs), the template the
     * function after 29: the rest is for storing a large report, or for the queue, whose patience is half of it.
     */
    private static final Duration GATEWAY_TIME = Duration.ofSeconds(24);

    private final ObjectMapper mapper;
    private final ReadApiRequest requests;
    private final ReportAnswer reports;
    private final InstancesAnswer instances;
    private final SeriesAnswer series;
    private final DescriptionAnswer description;
    private final ProblemAnswer problems;
    private final Deadlines deadlines;
    private final WatchReports watches;
    private final CountFailures failures;

    ApiHandler(
            ObjectMapper mapper,
            ReadApiRequest requests,
            ReportAnswer reports,
            InstancesAnswer instances,
            SeriesAnswer series,
            DescriptionAnswer description,
            ProblemAnswer problems,
            Deadlines deadlines,
            WatchReports watches,
            CountFailures failures) {
        this.mapper = mapper;
        this.requests = requests;
        this.reports = reports;
        this.instances = instances;
        this.series = series;
        this.description = description;
        this.problems = problems;
        this.deadlines = deadlines;
        this.watches = watches;
        this.failures = failures;
    }

    /**
     * @param in a request in payload format 2.0
     * @param out an answer in payload format 2.0: what is asked for, or a problem (RFC 9457)
     */
    @Override
    protected void handle(InputStream in, OutputStream out, Context context, LogFields fields) throws IOException {
        ReportWatch watch = watches.begin();
        HttpEvent event = HttpEvent.read(in, mapper);
        HttpAnswer answer;
        try {
            answer = answer(event, deadlines.of(context, GATEWAY_TIME), watch);
        } catch (RuntimeException e) {
            RollcallException failure = failures.count(e);
            answer = problems.of(failure, context.getAwsRequestId());
            watch.settled(
                    answer.status() == 500 ? Logger.Level.ERROR : Logger.Level.WARN,
                    "problem",
                    answer.status() + ": " + failure.getMessage());
        }
        HttpAnswer safe = answer.withHeader("x-content-type-options", "nosniff");
        out.write((event.isHead() ? safe.withoutBody() : safe).toBytes(mapper));
    }

    private HttpAnswer answer(HttpEvent event, Deadline deadline, ReportWatch watch) {
        ApiRoute route = ApiRoute.of(event);
        try {
            return switch (route.subject()) {
                case REPORT -> reports.of(requests.read(route, event), deadline, watch);
                case INSTANCES -> instances.of(route, event);
                case SERIES -> series.of(route, event);
                case DESCRIPTION -> description.of(event);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
