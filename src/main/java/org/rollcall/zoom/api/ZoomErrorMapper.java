package org.rollcall.zoom.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.rollcall.zoom.api.ZoomErrorAnswer.Body;

/** Turns every answer but 200 into a {@link ZoomErrorAnswer}: Zoom also refuses with a status of 300. */
@Blocking // An answer that is read while it comes can't be waited for by the thread that it comes by.
public class ZoomErrorMapper implements ResponseExceptionMapper<ZoomErrorAnswer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Zoom's code where its body is not JSON, for want of escapes in the message. */
    private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*\"?(\\d{1,9})\\b");

    private static final Pattern MESSAGE = Pattern.compile("(?s)\"message\"\\s*:\\s*\"(.*)\"\\s*}$");

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        // Without an answer there is no status; why there is none, the failure itself says better.
        return status > 0 && status != 200;
    }

    @Override
    public ZoomErrorAnswer toThrowable(Response response) {
        String body = response.hasEntity() ? response.readEntity(String.class).strip() : "";
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

    private static ZoomErrorAnswer answer(Response response, int code, String message, Body body) {
        return new ZoomErrorAnswer(response.getStatus(), code, message, body, response.getHeaders());
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
