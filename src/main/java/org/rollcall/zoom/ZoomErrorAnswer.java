package org.rollcall.zoom;

import jakarta.ws.rs.core.MultivaluedMap;

/** An answer of Zoom's that is not 200, before it is known what was asked. */
class ZoomErrorAnswer extends RuntimeException {
    final int status;
    final int code;
    final String zoomMessage;
    final boolean json;
    final String retryAfter;
    final String rateLimitType;

    /**
     * @param code Zoom's own error code, 0 where there is none
     * @param zoomMessage Zoom's message, or the first words of a body that is not JSON
     * @param json whether the body was Zoom's JSON
     */
    ZoomErrorAnswer(int status, int code, String zoomMessage, boolean json, MultivaluedMap<String, Object> headers) {
        super("HTTP " + status, null, false, false);
        this.status = status;
        this.code = code;
        this.zoomMessage = zoomMessage;
        this.json = json;
        this.retryAfter = text(headers.getFirst("Retry-After"));
        this.rateLimitType = text(headers.getFirst("X-RateLimit-Type"));
    }

    private static String text(Object header) {
        return header == null ? null : header.toString();
    }
}
