package org.rollcall.zoom.error;

import org.rollcall.failure.FailureKind;

/** Zoom knows no such meeting, or not yet: it has not ended, or ended moments ago (404, code 3001). */
public class MeetingNotFoundException extends ZoomException {

    public MeetingNotFoundException(String message) {
        super(FailureKind.MEETING_NOT_FOUND, message);
    }
}
