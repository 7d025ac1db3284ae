package org.rollcall.lambda;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer as API Gateway and function URLs take it (AWS: API Gateway HTTP APIs, payload format version 2.0).
 *
 * @param status the HTTP status
 * @param headers names in lower case
 * @param body the body, {@code null} for none; base64 if {@code base64}
 * @param base64 whether the body is base64 of the bytes meant
 */
public record HttpAnswer(int status, Map<String, String> headers, String body, boolean base64) {

    /** An answer without a body. */
    public static HttpAnswer empty(int status) {
        return new HttpAnswer(status, Map.of(), null, false);
    }

    /** The same with one more header, whose name is in lower case. */
    public HttpAnswer withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpAnswer(status, more, body, base64);
    }

    /** The answer as it is sent: JSON, in which the body is a string. */
    public byte[] toBytes(ObjectMapper mapper) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body == null ? 256 : body.length() + 256);
        try (JsonGenerator json = mapper.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("statusCode", status);
            json.writeObjectFieldStart("headers");
            for (Map.Entry<String, String> header : headers.entrySet()) {
                json.writeStringField(header.getKey(), header.getValue());
            }
            json.writeEndObject();
            json.writeStringField("body", body == null ? "" : body);
            json.writeBooleanField("isBase64Encoded", base64);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
