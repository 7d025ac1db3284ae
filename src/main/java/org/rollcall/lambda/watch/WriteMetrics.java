package org.rollcall.lambda.watch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Map;
import org.rollcall.settings.Settings;

/**
 * Writes metrics to standard output, from where CloudWatch takes them (CloudWatch: embedded metric format). Outside of
 * Lambda nothing is written.
 */
@Singleton
public class WriteMetrics {
    private static final String NAMESPACE = "Rollcall";
    private static final String DIMENSION = "FunctionName";

    private final Settings settings;
    private final InstantSource clock;
    private final ObjectMapper mapper;

    WriteMetrics(Settings settings, InstantSource clock, ObjectMapper mapper) {
        this.settings = settings;
        this.clock = clock;
        this.mapper = mapper;
    }

    /** Writes metrics that belong together, as one line. */
    public void write(Map<Metric, ? extends Number> values) {
        settings.functionName().ifPresent(function -> System.out.println(line(function, values)));
    }

    private String line(String function, Map<Metric, ? extends Number> values) {
        ObjectNode line = mapper.createObjectNode();
        ObjectNode aws = line.putObject("_aws");
        aws.put("Timestamp", clock.instant().toEpochMilli());
        ObjectNode directive = aws.putArray("CloudWatchMetrics").addObject();
        directive.put("Namespace", NAMESPACE);
        directive.putArray("Dimensions").addArray().add(DIMENSION);
        ArrayNode metrics = directive.putArray("Metrics");
        line.put(DIMENSION, function);
        values.forEach((metric, value) -> {
            metrics.addObject().put("Name", metric.metricName).put("Unit", metric.unit);
            line.put(metric.metricName, new BigDecimal(value.toString()));
        });
        return line.toString();
    }
}
