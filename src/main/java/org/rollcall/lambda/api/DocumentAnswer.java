package org.rollcall.lambda.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.rollcall.format.Document;
import org.rollcall.lambda.HttpAnswer;
import org.rollcall.lambda.LambdaAnswer;

/** Answers with a document, as it is or compressed. */
@Singleton
class DocumentAnswer {
    private final ObjectMapper mapper;

    DocumentAnswer(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * The answer, as it is sent.
     *
     * @return empty when Lambda can't carry it
     */
    Optional<byte[]> of(Document document, boolean gzip) throws IOException {
        // Base64 and JSON strings only add to a body, so that what is too large already need not be read.
        if (!gzip && document.bytes() > LambdaAnswer.MAX_BYTES) {
            return Optional.empty();
        }
        byte[] answer = whole(document, gzip).toBytes(mapper);
        return answer.length <= LambdaAnswer.MAX_BYTES ? Optional.of(answer) : Optional.empty();
    }

    private static HttpAnswer whole(Document document, boolean gzip) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", document.format().contentType());
        headers.put("cache-control", "no-store");
        headers.put("vary", "accept, accept-encoding");
        if (gzip) {
            headers.put("content-encoding", "gzip");
            return new HttpAnswer(200, headers, base64(compressed(document)), true);
        }
        if (!document.format().isText()) {
            return new HttpAnswer(200, headers, base64(Files.readAllBytes(document.file())), true);
        }
        String text = new String(Files.readAllBytes(document.file()), StandardCharsets.UTF_8);
        return new HttpAnswer(200, headers, text, false);
    }

    private static byte[] compressed(Document document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            Files.copy(document.file(), out);
        }
        return bytes.toByteArray();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
