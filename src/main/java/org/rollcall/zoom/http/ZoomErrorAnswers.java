package org.rollcall.zoom.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.http.Header;
import org.apache.http.HttpResponse;
import org.rollcall.zoom.http.ZoomErrorAnswer.Body;

/** Says what is in an answer but 200: Zoom also refuses with a status of 300. */
final class ZoomErrorAnswers {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Zoom's code where its body is not JSON, for want of escapes in the message. */
    private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*\"?(\\d{1,9})\\b");

    private static final Pattern MESSAGE = Pattern.compile("(?s)\"message\"\\s*:\\s*\"(.*)\"\\s*}$");

    private ZoomErrorAnswers() {}

    /** @param text the body; empty where there is none */
    static ZoomErrorAnswer of(HttpResponse response, String text) {
        String body = text.strip();
        JsonNode json = parse(body);
        if (json != null && json.isObject()) {
            // The token endpoint says "reason" where the API says "message".
            String message = json.path("message").asText(json.path("reason").asText(""));
            return answer(response, json.path("code").asInt(), message, Body.ZOOMS);
        }
        Matcher code = CODE.matcher(body);
        if (body.startsWith("{") && code.find()) {
            Matcher message = MESSAGE.matcher(body);
            return answer(
                    response, Integer.parseInt(code.group(1)), message.find() ? message.group(1) : "", Body.ZOOMS);
        }
        return answer(response, 0, words(body), body.isEmpty() ? Body.EMPTY : Body.FOREIGN);
    }

    private static ZoomErrorAnswer answer(HttpResponse response, int code, String message, Body body) {
        return new ZoomErrorAnswer(
                response.getStatusLine().getStatusCode(),
                code,
                message,
                body,
                header(response, "Retry-After"),
                header(response, "X-RateLimit-Type"));
    }

    private static String header(HttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    // What looks like JSON is an answer that broke: its words are participants' data, or a token.
    private static String words(String body) {
        return body.matches("(?s)[\\[{\"].*") ? "a body that is not whole" : body;
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
