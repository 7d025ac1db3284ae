package org.rollcall.packaged;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * AWS Lambda's Runtime API on loopback (AWS Lambda developer guide: Using the Lambda runtime API for custom runtimes):
 * what a function's process asks for its next event, and hands its answers to.
 */
public final class LambdaRuntimeApi implements AutoCloseable {
    private static final String PREFIX = "/2018-06-01/runtime/";
    private static final Pattern OUTCOME = Pattern.compile(PREFIX + "invocation/([^/]+)/(response|error)");
    private static final String FUNCTION_ARN = "arn:aws:lambda:eu-west-1:123456789012:function:rollcall";

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpServer server;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final Queue<Invocation> queued = new ArrayDeque<>();
    private final Queue<HttpServerResponse> idle = new ArrayDeque<>();
    private final Map<String, Invocation> running = new HashMap<>();
    private Answer initError;

    private record Invocation(String id, byte[] event, Instant deadline, CompletableFuture<Answer> answer) {}

    /** Starts it on a port of its own. */
    public LambdaRuntimeApi() {
        server = join(vertx.createHttpServer().requestHandler(this::route).listen(0, "127.0.0.1"));
    }

    /** Host and port, as {@code AWS_LAMBDA_RUNTIME_API} has them. */
    public String address() {
        return "127.0.0.1:" + server.actualPort();
    }

    /** Done when a process has asked for an event for the first time. */
    public CompletableFuture<Void> ready() {
        return ready;
    }

    /**
     * Hands an event to the function and waits for its answer.
     *
     * @param deadline how much time the function is told that it has
     * @return the answer; an error of type {@code Sandbox.Timedout}, as Lambda says it, when there is none in time
     */
    public Answer invoke(byte[] event, Duration deadline) {
        return begin(event, deadline).join();
    }

    /** Hands an event to the function, which may still be starting. */
    public CompletableFuture<Answer> begin(byte[] event, Duration deadline) {
        Invocation invocation = new Invocation(
                UUID.randomUUID().toString(), event, Instant.now().plus(deadline), new CompletableFuture<>());
        Answer late = new Answer(
                new byte[0], "Sandbox.Timedout", "Task timed out after " + deadline.toMillis() / 1000.0 + " seconds");
        invocation.answer.completeOnTimeout(late, deadline.toMillis(), TimeUnit.MILLISECONDS);
        offer(invocation);
        return invocation.answer;
    }

    private synchronized void offer(Invocation invocation) {
        if (initError != null) {
            invocation.answer.complete(initError);
        } else if (idle.isEmpty()) {
            queued.add(invocation);
        } else {
            send(invocation, idle.remove());
        }
    }

    private void route(HttpServerRequest request) {
        if (request.method() == HttpMethod.GET && request.path().equals(PREFIX + "invocation/next")) {
            next(request.response());
        } else if (request.method() == HttpMethod.POST) {
            request.body().onSuccess(body -> outcome(request, body));
        } else {
            request.response().setStatusCode(404).end();
        }
    }

    private synchronized void next(HttpServerResponse response) {
        ready.complete(null);
        if (queued.isEmpty()) {
            idle.add(response);
            response.closeHandler(closed -> forget(response));
        } else {
            send(queued.remove(), response);
        }
    }

    private synchronized void forget(HttpServerResponse response) {
        idle.remove(response);
    }

    // Without a content type and a trace ID, AWS's own client for Java crashes.
    private void send(Invocation invocation, HttpServerResponse response) {
        running.put(invocation.id, invocation);
        response.putHeader("Content-Type", "application/json")
                .putHeader("Lambda-Runtime-Aws-Request-Id", invocation.id)
                .putHeader("Lambda-Runtime-Deadline-Ms", String.valueOf(invocation.deadline.toEpochMilli()))
                .putHeader("Lambda-Runtime-Invoked-Function-Arn", FUNCTION_ARN)
                .putHeader("Lambda-Runtime-Trace-Id", "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=0")
                .end(Buffer.buffer(invocation.event));
    }

    private synchronized void outcome(HttpServerRequest request, Buffer body) {
        Matcher outcome = OUTCOME.matcher(request.path());
        if (request.path().equals(PREFIX + "init/error")) {
            initError = error(body);
            queued.forEach(invocation -> invocation.answer.complete(initError));
        } else if (outcome.matches() && running.containsKey(outcome.group(1))) {
            boolean error = outcome.group(2).equals("error");
            running.remove(outcome.group(1))
                    .answer
                    .complete(error ? error(body) : new Answer(body.getBytes(), null, null));
        } else {
            request.response().setStatusCode(404).end();
            return;
        }
        request.response().setStatusCode(202).end();
    }

    private static Answer error(Buffer body) {
        try {
            JsonObject json = body.toJsonObject();
            return new Answer(body.getBytes(), json.getString("errorType"), json.getString("errorMessage"));
        } catch (DecodeException e) {
            return new Answer(body.getBytes(), "Unreadable", body.toString());
        }
    }

    @Override
    public void close() {
        join(vertx.close());
    }

    private static <T> T join(io.vertx.core.Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    /**
     * What came of an event.
     *
     * @param body the answer's bytes, or the error's
     * @param errorType {@code null} when the function succeeded
     * @param errorMessage {@code null} when the function succeeded
     */
    public record Answer(byte[] body, String errorType, String errorMessage) {

        public boolean failed() {
            return errorType != null;
        }

        /** The body as text. */
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }
}
