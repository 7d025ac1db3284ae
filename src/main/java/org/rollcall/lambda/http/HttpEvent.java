package org.rollcall.lambda.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rollcall.lambda.event.InvalidRequestException;

/**
 * An HTTP request as API Gateway and function URLs hand it on (AWS: API Gateway HTTP APIs, payload format version 2.0).
 * What is not in the event is empty.
 *
 * @param event the event
 */
public record HttpEvent(JsonNode event) {

    /** The request in a function's input; what is not JSON has nothing in it. */
    public static HttpEvent read(InputStream in, ObjectMapper mapper) throws IOException {
        try {
            return new HttpEvent(mapper.readTree(in));
        } catch (JsonProcessingException e) {
            return new HttpEvent(mapper.missingNode());
        }
    }

    /** The request's method. */
    public String method() {
        return event.path("requestContext").path("http").path("method").asText("GET");
    }

    /** Returns whether the answer is to have no body. */
    public boolean isHead() {
        return method().equals("HEAD");
    }

    /** Returns what API Gateway puts before every path: the stage's name behind a slash, or nothing. */
    public String stage() {
        String stage = "/" + event.path("requestContext").path("stage").asText("$default");
        return event.path("rawPath").asText("/").startsWith(stage + "/") ? stage : "";
    }

    /** Returns the path as it came, without the stage. */
    public String path() {
        return event.path("rawPath").asText("/").substring(stage().length());
    }

    /** A query parameter, decoded; several of one name are joined by commas. */
    public Optional<String> parameter(String name) {
        return text(event.path("queryStringParameters").path(name));
    }

    /** Returns the names of the query parameters. */
    public List<String> parameters() {
        List<String> names = new ArrayList<>();
        event.path("queryStringParameters").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** A header; its name's case does not matter; several of one name are joined by commas. */
    public Optional<String> header(String name) {
        List<String> values = new ArrayList<>();
        for (Map.Entry<String, JsonNode> header : event.path("headers").properties()) {
            if (header.getKey().equalsIgnoreCase(name)) {
                text(header.getValue()).ifPresent(values::add);
                header.getValue().forEach(value -> text(value).ifPresent(values::add));
            }
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join(",", values));
    }

    /** Returns whether the client takes a compressed answer (RFC 9110, 12.5.3). */
    public boolean acceptsGzip() {
        return Arrays.stream(header("accept-encoding")
                        .orElse("")
                        .toLowerCase(Locale.ROOT)
                        .split(","))
                .map(coding -> coding.replace(" ", ""))
                .anyMatch(coding -> coding.matches("(gzip|\\*)(;q=(1(\\.0*)?|0?\\.\\d*[1-9]\\d*))?"));
    }

    /**
     * The body's bytes as they were sent.
     *
     * @throws InvalidRequestException when it is to be base64 and is not
     */
    public byte[] body() {
        String body = text(event.path("body")).orElse("");
        if (!event.path("isBase64Encoded").asBoolean()) {
            return body.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException("The body", "is not base64.");
        }
    }

    private static Optional<String> text(JsonNode value) {
        return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
    }
}
