package org.rollcall.lambda.http;

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
    /** Of a character inside of JSON, which is a backslash, a u and four digits. */
    private static final int MOST_BYTES_A_CHARACTER = 6;

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

    /** Returns the same without its body, as {@code HEAD} is answered (RFC 9110, 9.3.2). */
    public HttpAnswer withoutBody() {
        return new HttpAnswer(status, headers, null, false);
    }

    /** Returns whether Lambda can carry it; see {@link LambdaAnswer#MAX_BYTES}. */
    public boolean fits(ObjectMapper mapper) {
        boolean surely = body == null || (long) body.length() * MOST_BYTES_A_CHARACTER < LambdaAnswer.MAX_BYTES / 2;
        return surely || toBytes(mapper).length <= LambdaAnswer.MAX_BYTES;
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
