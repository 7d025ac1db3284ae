package org.rollcall.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP request as API Gateway and function URLs hand it on (AWS: API Gateway HTTP APIs, payload format version 2.0).
 * What is not in the event is empty.
 *
 * @param event the event
 */
record HttpEvent(JsonNode event) {

    String method() {
        return event.path("requestContext").path("http").path("method").asText("GET");
    }

    /** The path as it came, without the stage's name, which API Gateway puts before it. */
    String path() {
        String path = event.path("rawPath").asText("/");
        String stage = "/" + event.path("requestContext").path("stage").asText("$default");
        return path.startsWith(stage + "/") ? path.substring(stage.length()) : path;
    }

    /** A query parameter, decoded; several of one name are joined by commas. */
    Optional<String> parameter(String name) {
        return text(event.path("queryStringParameters").path(name));
    }

    /** A header; its name's case does not matter. */
    Optional<String> header(String name) {
        for (Map.Entry<String, JsonNode> header : event.path("headers").properties()) {
            if (header.getKey().equalsIgnoreCase(name)) {
                return text(header.getValue());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(JsonNode value) {
        return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
    }
}
