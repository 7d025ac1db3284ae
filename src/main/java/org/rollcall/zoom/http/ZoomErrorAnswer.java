package org.rollcall.zoom.http;

/** An answer of Zoom's that is not 200, before it is known what was asked. */
public final class ZoomErrorAnswer extends RuntimeException {
    public final int status;
    public final int code;
    public final String zoomMessage;
    public final Body body;
    public final String retryAfter;
    public final String rateLimitType;

    /**
     * @param code Zoom's own error code, 0 where there is none
     * @param zoomMessage Zoom's message, or a body that is not Zoom's; it can name people
     * @param retryAfter the header, {@code null} where there is none; so with the next
     */
    public ZoomErrorAnswer(
            int status, int code, String zoomMessage, Body body, String retryAfter, String rateLimitType) {
        super("HTTP " + status, null, false, false);
        this.status = status;
        this.code = code;
        this.zoomMessage = zoomMessage;
        this.body = body;
        this.retryAfter = retryAfter;
        this.rateLimitType = rateLimitType;
    }

    /** Returns what of the message an error may repeat; empty where nothing may be. */
    public String quotableMessage() {
        return QuotableText.of(zoomMessage);
    }

    /** Whose body an answer has. */
    public enum Body {
        /** Zoom's, which is JSON or almost so. */
        ZOOMS,
        /** None. */
        EMPTY,
        /** A proxy's, which is HTML for the most part. */
        FOREIGN
    }
}
