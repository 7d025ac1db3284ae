package org.rollcall.format.page;

import java.util.List;

/**
 * All that the page says, as text. What there is nothing to say of is {@code null} or empty.
 *
 * @param title for the browser's tab
 * @param topic what the meeting was about
 * @param meetingId its number
 * @param when from when to when it was
 * @param zone the time zone that times are in
 * @param whenUtc the same in UTC, where that is another zone
 * @param live whether the meeting goes on
 * @param figures the numbers that matter
 * @param course the chart of how many were there over time
 * @param empty whether nobody was there
 * @param people a line a person
 * @param timelines whether the lines have a drawing
 * @param timelineFrom when the drawings begin
 * @param timelineTo when they end
 * @param notDrawn what is said of those who have no line
 * @param summaries what people used, and where they were
 * @param notes what one has to know about the numbers
 * @param generated when the report was made
 */
public record ReportPage(
        String title,
        String topic,
        String meetingId,
        String when,
        String zone,
        String whenUtc,
        boolean live,
        List<Figure> figures,
        Course course,
        boolean empty,
        List<Line> people,
        boolean timelines,
        String timelineFrom,
        String timelineTo,
        String notDrawn,
        List<Summary> summaries,
        List<Note> notes,
        String generated) {

    /** A number, what it counts, and more about it. */
    public record Figure(String label, String value, String more) {}

    /**
     * A person.
     *
     * @param stays how often they came, if more than once
     * @param share the share of the meeting
     * @param path the data of the drawing
     * @param times what the drawing shows, in words
     * @param remarks what is unusual about them
     */
    public record Line(
            String name,
            String email,
            String role,
            boolean attendee,
            String joined,
            String left,
            String time,
            String stays,
            String share,
            String path,
            String times,
            List<String> remarks) {}

    /** How people divide into kinds. */
    public record Summary(String title, List<Kind> kinds, String others) {}

    /**
     * A kind of device, place or network.
     *
     * @param width how long its bar is, in percent
     */
    public record Kind(String name, String people, int width) {}

    /** Something to know, and whether it is a reason to look twice. */
    public record Note(String text, boolean warning) {}
}
