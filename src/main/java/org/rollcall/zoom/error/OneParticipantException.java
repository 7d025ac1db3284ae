package org.rollcall.zoom.error;

/**
 * Zoom counts one participant at most, and only its dashboard, which is not available, lists those of such a meeting.
 */
public class OneParticipantException extends MeetingNotFoundException {
    public OneParticipantException(String message) {
        super(message);
    }
}
