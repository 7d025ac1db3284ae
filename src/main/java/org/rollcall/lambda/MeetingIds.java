package org.rollcall.lambda;

/** Meeting IDs as people and programs write them. */
public final class MeetingIds {
    /** What is accepted as an ID, in words. */
    public static final String ACCEPTS = "a meeting's ID (a number such as 93201235621) or UUID";

    private static final int MAX_LENGTH = 200;

    private MeetingIds() {}

    /**
     * The ID that Zoom knows. Zoom's own displays group the digits of an ID by spaces or dashes; those are taken out.
     *
     * @param field the field it stands in
     * @throws InvalidRequestException when it can't be an ID
     */
    public static String check(String field, String text) {
        String id = text == null ? "" : text.strip();
        if (id.isEmpty()) {
            throw new InvalidRequestException(field, "is missing or empty. It accepts " + ACCEPTS + ".");
        }
        if (id.matches("\\d[\\d -]*\\d")) {
            return id.replaceAll("[ -]", "");
        }
        if (id.length() > MAX_LENGTH || id.matches("\\.+") || id.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidRequestException(field, "is not a meeting's. It accepts " + ACCEPTS + ".");
        }
        return id;
    }
}
