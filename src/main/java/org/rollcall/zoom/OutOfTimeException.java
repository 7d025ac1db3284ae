package org.rollcall.zoom;

import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingType;

/** The function's time would end before the report is whole. */
public class OutOfTimeException extends ZoomException {
    private final transient Meeting meeting;
    private final MeetingType type;

    public OutOfTimeException(String message) {
        this(message, null, null);
    }

    private OutOfTimeException(String message, Meeting meeting, MeetingType type) {
        super(message);
        this.meeting = meeting;
        this.type = type;
    }

    /** The same, with what was found out about the meeting before the time ended. */
    public OutOfTimeException about(ZoomMeeting found) {
        return new OutOfTimeException(getMessage(), found.meetingSoFar(), found.type());
    }

    /** What is known of the meeting; {@code null} if the time ended before that. */
    public Meeting meeting() {
        return meeting;
    }

    /** What Zoom knows the meeting as; {@code null} if the time ended before that was known. */
    public MeetingType type() {
        return type;
    }
}
