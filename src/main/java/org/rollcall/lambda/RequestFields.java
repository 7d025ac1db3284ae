package org.rollcall.lambda;

import java.util.Arrays;
import java.util.List;
import org.rollcall.report.MeetingType;

/** Fields that an event and a query string share. */
public final class RequestFields {

    private RequestFields() {}

    /**
     * The types to look for a meeting as.
     *
     * @throws InvalidRequestException when the text is not a type
     */
    public static List<MeetingType> types(String type) {
        if (type.equals("auto")) {
            return MeetingType.AUTO;
        }
        return List.of(MeetingType.of(type)
                .orElseThrow(() ->
                        new InvalidRequestException("type", "is unknown. It accepts auto, past, pastOne or live.")));
    }

    /**
     * Zoom's {@code include_fields}; {@code null} for none.
     *
     * @throws InvalidRequestException when a name is not one
     */
    public static String includeFields(List<String> names) {
        if (!names.stream().allMatch(name -> name.matches("\\w{1,64}"))) {
            throw new InvalidRequestException(
                    "include_fields", "is malformed. It accepts names of fields, of which Zoom knows registrant_id.");
        }
        return names.isEmpty() ? null : String.join(",", names);
    }

    /** The names in a text, separated by commas. */
    public static List<String> names(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }
}
