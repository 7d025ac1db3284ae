package org.rollcall.report.attendance;

import java.util.List;

/**
 * How else somebody was there.
 *
 * @param otherNames names they had besides the one they are listed by, sorted
 * @param breakoutRooms how many breakout rooms they were in
 * @param callNumbers the phone numbers they called from, sorted
 * @param inRoom the most people in the room that their device stands in; 0 if unknown
 */
public record PersonDetails(List<String> otherNames, int breakoutRooms, List<String> callNumbers, int inRoom) {
    /** Nothing out of the ordinary. */
    public static final PersonDetails NONE = new PersonDetails(List.of(), 0, List.of(), 0);

    public PersonDetails {
        otherNames = List.copyOf(otherNames);
        callNumbers = List.copyOf(callNumbers);
    }
}
