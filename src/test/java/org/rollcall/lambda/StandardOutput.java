package org.rollcall.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

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

    @Override
    public void close() {
        System.setOut(before);
    }
}
