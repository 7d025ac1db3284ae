package org.rollcall.store.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.rollcall.report.erasure.ErasureMarks;
import org.rollcall.report.erasure.MarkKind;

/** Erasure marks as JSON. What is not understood is an error: a mark that nobody obeys lets people come back. */
final class ErasureMarksJson {
    private static final int VERSION = 1;

    private final ObjectMapper mapper;

    ErasureMarksJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Returns marks as they are stored. */
    byte[] bytes(ErasureMarks marks) {
        ObjectNode json = mapper.createObjectNode()
                .put("version", VERSION)
                .put("key", Base64.getEncoder().encodeToString(marks.key()));
        write(json.putObject("given"), marks.given());
        write(json.putObject("found"), marks.found());
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(ObjectNode json, Map<MarkKind, Set<String>> marks) {
        marks.forEach((kind, hashes) -> hashes.forEach(json.withArray(kind.value())::add));
    }

    /**
     * Reads marks.
     *
     * @throws IOException when they are not whole, or of a later version
     */
    ErasureMarks read(byte[] bytes) throws IOException {
        JsonNode json = mapper.readTree(bytes);
        if (json.path("version").asInt() != VERSION) {
            throw new IOException("another version");
        }
        return new ErasureMarks(key(json.path("key").asText()), marks(json.path("given")), marks(json.path("found")));
    }

    private static byte[] key(String text) throws IOException {
        try {
            byte[] key = Base64.getDecoder().decode(text);
            if (key.length == ErasureMarks.KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // Said below, as of one of another length.
        }
        throw new IOException("no key");
    }

    private static Map<MarkKind, Set<String>> marks(JsonNode json) throws IOException {
        if (!json.isObject()) {
            throw new IOException("no marks");
        }
        Map<MarkKind, Set<String>> marks = new EnumMap<>(MarkKind.class);
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            MarkKind kind = MarkKind.of(entry.getKey()).orElseThrow(() -> new IOException("an unknown kind"));
            if (!entry.getValue().isArray()) {
                throw new IOException("no list");
            }
            Set<String> hashes = new HashSet<>();
            for (JsonNode hash : entry.getValue()) {
                if (!hash.isTextual() || !hash.textValue().matches("[0-9a-f]{64}")) {
                    throw new IOException("no hash");
                }
                hashes.add(hash.textValue());
            }
            marks.put(kind, hashes);
        }
        return marks;
    }
}
