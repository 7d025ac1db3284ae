package org.rollcall.lambda.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.rollcall.lambda.http.HttpAnswer;
import org.rollcall.lambda.http.LambdaAnswer;

/** Answers with a document, as it is or compressed. */
@Singleton
class DocumentAnswer {
    /** Nothing that is compressed to fit is larger than this by itself: rows shrink to a tenth or less. */
    private static final long LARGEST_UNCOMPRESSED = 20L * LambdaAnswer.MAX_BYTES;

    private static final int PIECE = 1 << 16;

    private final ObjectMapper mapper;

    DocumentAnswer(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Returns the answer.
     *
     * @param content the document, which is read as far as it takes
     * @param bytes its size
     * @return empty when Lambda can't carry it
     */
    Optional<HttpAnswer> of(ApiRequest request, Map<String, String> headers, InputStream content, long bytes)
            throws IOException {
        // Base64 and JSON strings only add to a body, so that what is too large already need not be read.
        if (bytes > (request.gzip() ? LARGEST_UNCOMPRESSED : LambdaAnswer.MAX_BYTES)) {
            return Optional.empty();
        }
        return body(request, headers, content).filter(answer -> answer.fits(mapper));
    }

    private static Optional<HttpAnswer> body(ApiRequest request, Map<String, String> headers, InputStream content)
            throws IOException {
        if (request.gzip()) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put("content-encoding", "gzip");
            return compressed(content).map(zipped -> new HttpAnswer(200, more, base64(zipped), true));
        }
        byte[] whole = content.readAllBytes();
        return Optional.of(
                request.format().isText()
                        ? new HttpAnswer(200, headers, new String(whole, StandardCharsets.UTF_8), false)
                        : new HttpAnswer(200, headers, base64(whole), true));
    }

    private static Optional<byte[]> compressed(InputStream content) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            byte[] piece = new byte[PIECE];
            for (int count = content.read(piece); count >= 0; count = content.read(piece)) {
                out.write(piece, 0, count);
                if (zipped.size() > LambdaAnswer.MAX_BYTES) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(zipped.toByteArray());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
