package org.rollcall.lambda.watch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rollcall.settings.Settings;

/**
 * Writes metrics to standard output, from where CloudWatch takes them (CloudWatch: embedded metric format). Outside of
 * Lambda nothing is written.
 */
@Singleton
public class WriteMetrics {
    private static final String NAMESPACE = "Rollcall";
    private static final String FUNCTION = "FunctionName";
    private static final String STACK = "StackName";

    private final Settings settings;
    private final InstantSource clock;
    private final ObjectMapper mapper;

    WriteMetrics(Settings settings, InstantSource clock, ObjectMapper mapper) {
        this.settings = settings;
        this.clock = clock;
        this.mapper = mapper;
    }

    /** Writes metrics of this function that belong together, as one line. */
    public void write(Map<Metric, ? extends Number> values) {
        settings.functionName().ifPresent(function -> System.out.println(line(Map.of(FUNCTION, function), values)));
    }

    /** Adds one to a metric of this function, and to the same of the stack, which one alarm can watch. */
    public void count(Metric metric) {
        settings.functionName().ifPresent(function -> {
            Map<String, String> dimensions = new LinkedHashMap<>(Map.of(FUNCTION, function));
            settings.stackName().ifPresent(stack -> dimensions.put(STACK, stack));
            System.out.println(line(dimensions, Map.of(metric, 1)));
        });
    }

    // CloudWatch makes a metric of each set of dimensions; here, each has a single one.
    private String line(Map<String, String> dimensions, Map<Metric, ? extends Number> values) {
        ObjectNode line = mapper.createObjectNode();
        ObjectNode aws = line.putObject("_aws");
        aws.put("Timestamp", clock.instant().toEpochMilli());
        ObjectNode directive = aws.putArray("CloudWatchMetrics").addObject();
        directive.put("Namespace", NAMESPACE);
        ArrayNode sets = directive.putArray("Dimensions");
        ArrayNode metrics = directive.putArray("Metrics");
        dimensions.forEach((dimension, value) -> {
            sets.addArray().add(dimension);
            line.put(dimension, value);
        });
        values.forEach((metric, value) -> {
            metrics.addObject().put("Name", metric.metricName).put("Unit", metric.unit);
            line.put(metric.metricName, new BigDecimal(value.toString()));
        });
        return line.toString();
    }
}
