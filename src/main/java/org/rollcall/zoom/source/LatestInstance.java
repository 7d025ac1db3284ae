package org.rollcall.zoom.source;

import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingType;

/**
 * The instance that a number stands for.
 *
 * @param meeting what Zoom has of it
 * @param type what Zoom has it as
 */
public record LatestInstance(Meeting meeting, MeetingType type) {}
