package org.rollcall.zoom;

/** A firewall in front of Zoom refuses this meeting's ID (403 without Zoom's JSON). */
public class MeetingBlockedException extends ZoomException {

    public MeetingBlockedException(String message) {
        super(message);
    }
}
