package org.rollcall.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.rollcall.packaged.LambdaRuntimeApi;
import org.rollcall.packaged.LambdaRuntimeApi.Answer;
import org.rollcall.packaged.PackagedFunction;

/** A contender's process, from its start to its end. */
final class Instance implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofMinutes(5);

    private final LambdaRuntimeApi runtimeApi = new LambdaRuntimeApi();
    private final ProcessorTime processorTime;
    private final Process process;
    private final Path log;
    private final long spawned;
    private final CompletableFuture<Double> ready;
    private final CompletableFuture<Double> answered;

    /**
     * Starts it, with its first event waiting.
     *
     * @param firstEvent {@code null} for none
     * @param processorTime closed with this
     */
    Instance(
            Contender contender,
            List<String> command,
            Map<String, String> environment,
            String firstEvent,
            ProcessorTime processorTime)
            throws IOException {
        this.processorTime = processorTime;
        log = Files.createTempFile("rollcall-bench-", ".log");
        ProcessBuilder builder = new ProcessBuilder(processorTime.command(command))
                .directory(contender.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(PackagedFunction.lambdaEnvironment(runtimeApi.address(), contender.directory()));
        builder.environment().putAll(contender.environment());
        builder.environment().putAll(environment);
        CompletableFuture<Answer> answer = firstEvent == null ? null : begin(firstEvent);
        spawned = System.nanoTime();
        // Timed where it happens: whoever waits for it may be late to wake.
        ready = runtimeApi.ready().thenApply(done -> since(spawned));
        answered = answer == null ? null : answer.thenApply(this::succeeded).thenApply(done -> since(spawned));
        process = builder.start();
        processorTime.count(process);
    }

    /** Milliseconds of processor time so far. */
    double processor() throws IOException {
        return processorTime.milliseconds();
    }

    /** Milliseconds from the start until it asked for its first event. */
    double ready() {
        return await(ready);
    }

    /** Milliseconds from the start until its first event was answered. */
    double answered() {
        return await(answered);
    }

    /** Milliseconds that one more event takes. */
    double invoke(String event) {
        long begun = System.nanoTime();
        return await(begin(event).thenApply(this::succeeded).thenApply(done -> since(begun)));
    }

    /** Megabytes that it holds. */
    double resident() throws IOException {
        return megabytes("VmRSS:");
    }

    /** Megabytes that it held at most. */
    double peak() throws IOException {
        return megabytes("VmHWM:");
    }

    private double megabytes(String field) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            if (line.startsWith(field)) {
                return Double.parseDouble(line.replaceAll("\\D", "")) / 1024;
            }
        }
        throw new IllegalStateException("No " + field);
    }

    private CompletableFuture<Answer> begin(String event) {
        return runtimeApi.begin(event.getBytes(StandardCharsets.UTF_8), DEADLINE);
    }

    private <T> T await(CompletableFuture<T> outcome) {
        CompletableFuture.anyOf(outcome, process.onExit()).join();
        if (!outcome.isDone()) {
            throw new IllegalStateException("It ended with " + process.exitValue() + ": " + log());
        }
        return outcome.join();
    }

    private Answer succeeded(Answer answer) {
        if (answer.failed()
                || answer.text().contains("\"statusCode\":4")
                || answer.text().contains("\"statusCode\":5")) {
            throw new IllegalStateException(answer.text());
        }
        return answer;
    }

    private String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e6;
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        processorTime.close();
        runtimeApi.close();
        Files.delete(log);
    }
}
