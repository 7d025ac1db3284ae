package org.rollcall.lambda.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Answers with JSON that is not a document. */
public final class JsonAnswer {
    private JsonAnswer() {}

    /** Returns the answer, compressed where the client takes it. */
    public static HttpAnswer of(byte[] json, boolean gzip) throws IOException {
        HttpAnswer answer = new HttpAnswer(
                200,
                Map.of("content-type", "application/json", "cache-control", "no-store", "vary", "accept-encoding"),
                gzip ? Base64.getEncoder().encodeToString(compressed(json)) : new String(json, StandardCharsets.UTF_8),
                gzip);
        return gzip ? answer.withHeader("content-encoding", "gzip") : answer;
    }

    private static byte[] compressed(byte[] json) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(json);
        }
        return zipped.toByteArray();
    }
}
