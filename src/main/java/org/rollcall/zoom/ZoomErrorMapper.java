package org.rollcall.zoom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Turns every answer but 200 into a {@link ZoomErrorAnswer}: Zoom also refuses with a status of 300. */
@Blocking // An answer that is read while it comes can't be waited for by the thread that it comes by.
public class ZoomErrorMapper implements ResponseExceptionMapper<ZoomErrorAnswer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        // Without an answer there is no status; why there is none, the failure itself says better.
        return status > 0 && status != 200;
    }

    @Override
    public ZoomErrorAnswer toThrowable(Response response) {
        String body = response.hasEntity() ? response.readEntity(String.class) : "";
        JsonNode json = parse(body);
        if (json == null || !json.isObject()) {
            return new ZoomErrorAnswer(response.getStatus(), 0, words(body), false, response.getHeaders());
        }
        // The token endpoint says "reason" where the API says "message".
        String message = json.path("message").asText(json.path("reason").asText(""));
        return new ZoomErrorAnswer(
                response.getStatus(), json.path("code").asInt(), FirstWords.of(message), true, response.getHeaders());
    }

    // What looks like JSON is an answer that broke: its words are participants' data, or a token.
    private static String words(String body) {
        String words = FirstWords.of(body);
        return words.matches("[\\[{\"].*") ? body.length() + " characters that are not whole" : words;
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
