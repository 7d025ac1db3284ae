package org.rollcall.zoom;

/** Zoom knows no such meeting, or not yet: it has not ended, or ended moments ago (404, code 3001). */
public class MeetingNotFoundException extends ZoomException {

    public MeetingNotFoundException(String message) {
        super(message);
    }
}
