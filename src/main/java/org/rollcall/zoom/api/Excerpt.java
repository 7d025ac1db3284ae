package org.rollcall.zoom.api;

/** The beginning of a body that is not Zoom's, as much as helps to tell whose it is. */
public final class Excerpt {
    private static final int LENGTH = 300;

    private Excerpt() {}

    /** On one line, at most 300 characters, without control characters. */
    public static String of(String body) {
        String line = body.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() <= LENGTH ? line : line.substring(0, LENGTH) + "…";
    }
}
