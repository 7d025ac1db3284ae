package org.rollcall.lambda.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** HTTP requests as API Gateway hands them on, in payload format 2.0. */
public final class HttpEvents {
    private static final ObjectMapper JSON = new ObjectMapper();

    private HttpEvents() {}

    /**
     * A GET.
     *
     * @param target path and query, as on the wire
     * @param headers names and values in turn
     */
    public static String get(String target, String... headers) {
        return request("GET", target, headers).toString();
    }

    /** A request without a body, to be changed further. */
    public static ObjectNode request(String method, String target, String... headers) {
        String[] parts = target.split("\\?", 2);
        ObjectNode event = JSON.createObjectNode()
                .put("version", "2.0")
                .put("routeKey", "$default")
                .put("rawPath", parts[0])
                .put("rawQueryString", parts.length > 1 ? parts[1] : "");
        ObjectNode context = event.putObject("requestContext").put("stage", "$default");
        context.putObject("http").put("method", method).put("path", parts[0]);
        ObjectNode names = event.putObject("headers");
        for (int i = 0; i < headers.length; i += 2) {
            names.put(headers[i], headers[i + 1]);
        }
        if (parts.length > 1) {
            ObjectNode query = event.putObject("queryStringParameters");
            for (String parameter : parts[1].split("&")) {
                String[] pair = parameter.split("=", 2);
                query.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
            }
        }
        return event;
    }
}
