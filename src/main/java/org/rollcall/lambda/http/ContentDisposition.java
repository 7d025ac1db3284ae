package org.rollcall.lambda.http;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * The header {@code Content-Disposition}: under which name a file is saved, and whether a browser shows it instead.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6266.html">RFC 6266</a>
 */
public final class ContentDisposition {
    /** What may stand in a name as it is (RFC 8187, 3.2.1: attr-char). */
    private static final String PLAIN = "!#$&+-.^_`|~";

    private ContentDisposition() {}

    /**
     * Returns the header's value.
     *
     * @param inline whether a browser is to show it
     * @param name the name, in which what no file system takes is replaced
     */
    public static String of(boolean inline, String name) {
        String safe = safe(name);
        return (inline ? "inline" : "attachment") + "; filename=\"" + ascii(safe) + "\"; filename*=UTF-8''"
                + encoded(safe);
    }

    // No path, no character that Windows refuses, none that turns the direction of writing, and no hidden file.
    private static String safe(String name) {
        return name.replaceAll("[/\\\\:*?\"<>|]", "-")
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]", "")
                .replaceAll("[\\s\\p{Zs}]+", " ")
                .strip()
                .replaceAll("^\\.+", "");
    }

    private static String ascii(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\x20-\\x7E]", "_")
                .replaceAll("[\"\\\\/%]", "_");
    }

    private static String encoded(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte one : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (one & 0xFF);
            boolean plain = c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
            if (plain || PLAIN.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append("%%%02X".formatted((int) c));
            }
        }
        return encoded.toString();
    }
}
