package org.rollcall.zoom.error;

import org.rollcall.failure.FailureKind;

/**
 * Zoom no longer knows the next page token (code 300 on a later page), or repeats one; the first page has to be asked
 * for again.
 */
public class PageTokenExpiredException extends ZoomException {

    public PageTokenExpiredException(String message) {
        super(FailureKind.INCOMPLETE_REPORT, message);
    }
}
