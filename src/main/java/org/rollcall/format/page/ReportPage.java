package org.rollcall.format.page;

import java.util.List;

/**
 * All that the page says, as text. What there is nothing to say of is {@code null} or empty.
 *
 * @param title for the browser's tab
 * @param head what it is about
 * @param answers who was missing, who was late or left early, how many came
 * @param figures the numbers beside the chart
 * @param course the chart of how many were there over time
 * @param empty whether nobody was there or expected
 * @param people who was there, and who should have been
 * @param summaries what people used, and where they were
 * @param notes what one has to know about the numbers
 * @param made when the report was made
 */
public record ReportPage(
        String title,
        Head head,
        List<Answer> answers,
        List<Figure> figures,
        Course course,
        boolean empty,
        People people,
        List<Summary> summaries,
        List<Note> notes,
        String made) {

    /**
     * What the page is about.
     *
     * @param kind what took place
     * @param live whether it goes on
     * @param topic what it was about
     * @param when from when to when it was
     * @param zone the time zone that times are in
     * @param whenUtc the same in UTC, where that is another zone
     * @param scheduled from when to when it was meant to be
     * @param remarks what to know about the times
     * @param number its ID
     * @param host who held it
     */
    public record Head(
            String kind,
            boolean live,
            String topic,
            String when,
            String zone,
            String whenUtc,
            String scheduled,
            List<String> remarks,
            String number,
            String host) {}

    /**
     * An answer.
     *
     * @param kind which one: {@code missing}, {@code late} or {@code came}
     * @param number how many
     * @param label of what
     * @param more in a line or two
     * @param groups who, by status
     */
    public record Answer(String kind, String number, String label, List<String> more, List<Group> groups) {}

    /**
     * People of one status.
     *
     * @param status the status; {@code null} where it is none
     * @param text how many of what
     * @param names the first of them
     * @param more how many there are besides
     */
    public record Group(String status, String text, List<Name> names, String more) {}

    /** A name, and what is said of it. */
    public record Name(String name, String more) {}

    /** A number and what it counts. */
    public record Figure(String label, String value) {}

    /**
     * The people.
     *
     * @param there a line for everybody who was there
     * @param missing a line for everybody who was expected and did not come
     * @param order how they are sorted
     * @param listed how many have a line, where it is not everybody
     * @param zoned whether times are long, as each says its offset from UTC
     * @param timelines whether the lines have a drawing
     * @param from when the drawings begin
     * @param to when they end
     */
    public record People(
            List<Line> there,
            List<Line> missing,
            String order,
            String listed,
            boolean zoned,
            boolean timelines,
            String from,
            String to) {

        /** Whether nobody has a line. */
        public boolean isEmpty() {
            return there.isEmpty() && missing.isEmpty();
        }

        /** How many columns the table has. */
        public int columns() {
            return timelines ? 6 : 5;
        }
    }

    /**
     * A person.
     *
     * @param role their role, unless it is everybody's
     * @param details how else they were there
     * @param remarks what to know about the numbers
     * @param status the status, as documents spell it
     * @param statusText the status in words
     * @param joined when they came
     * @param left when they left
     * @param time how long they were there
     * @param share the share of the meeting
     * @param stays how often they came, if more than once
     * @param path the data of the drawing
     * @param times what the drawing shows, in words
     */
    public record Line(
            String name,
            String email,
            String role,
            List<Detail> details,
            List<String> remarks,
            String status,
            String statusText,
            String joined,
            String left,
            String time,
            String share,
            String stays,
            String path,
            String times) {

        /** Whether there is more to say than the name. */
        public boolean isAbout() {
            return email != null || !details.isEmpty() || !remarks.isEmpty();
        }
    }

    /** A detail in words, and what Zoom says about it. */
    public record Detail(String text, String value) {}

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
