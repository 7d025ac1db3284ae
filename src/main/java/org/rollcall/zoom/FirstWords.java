package org.rollcall.zoom;

/** The beginning of a body that is not Zoom's, as much as helps to tell whose it is. */
final class FirstWords {
    private static final int LENGTH = 80;

    private FirstWords() {}

    /** On one line, at most 80 characters, without control characters. */
    static String of(String body) {
        String line = body.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() <= LENGTH ? line : line.substring(0, LENGTH) + "…";
    }
}
