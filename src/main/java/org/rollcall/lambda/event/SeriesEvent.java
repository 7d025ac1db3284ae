package org.rollcall.lambda.event;

import java.time.LocalDate;

/**
 * An event that asks for the documents of a series.
 *
 * @param meetingId the meeting's number
 * @param from the first day, by the instances' own clocks; {@code null} for the last twelve months
 * @param to the last day; {@code null} for today
 */
public record SeriesEvent(String meetingId, LocalDate from, LocalDate to) implements Event {}
