package org.rollcall.zoom.error;

import org.rollcall.failure.FailureKind;

/** A firewall in front of Zoom refuses this meeting's ID (403 without Zoom's JSON). */
public class MeetingBlockedException extends ZoomException {

    public MeetingBlockedException(String message) {
        super(FailureKind.MEETING_BLOCKED, message);
    }
}
