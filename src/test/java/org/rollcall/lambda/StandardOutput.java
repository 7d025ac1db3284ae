package org.rollcall.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is written to standard output while this is open. */
public final class StandardOutput implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream before = System.out;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private StandardOutput() {
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    }

    public static StandardOutput capture() {
        return new StandardOutput();
    }

    public List<String> lines() {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** The metrics among them (CloudWatch: embedded metric format). */
    public List<JsonNode> metrics() throws JsonProcessingException {
        List<JsonNode> metrics = new ArrayList<>();
        for (String line : lines()) {
            if (line.contains("_aws")) {
                metrics.add(JSON.readTree(line));
            }
        }
        return metrics;
    }

    /**
     * What was counted in all by metrics that have the dimensions of a function and of its stack.
     *
     * @return the sum of each metric's values, by its name
     */
    public Map<String, Integer> countsOfTheStack() throws JsonProcessingException {
        Map<String, Integer> counts = new TreeMap<>();
        for (JsonNode line : metrics()) {
            JsonNode directive = line.at("/_aws/CloudWatchMetrics/0");
            if (directive.get("Dimensions").toString().equals("[[\"FunctionName\"],[\"StackName\"]]")
                    && line.hasNonNull("FunctionName")
                    && line.path("StackName").asText().equals("rollcall")) {
                directive.get("Metrics").forEach(metric -> {
                    String name = metric.get("Name").asText();
                    counts.merge(name, line.get(name).asInt(), Integer::sum);
                });
            }
        }
        return counts;
    }

    @Override
    public void close() {
        System.setOut(before);
    }
}
