package org.rollcall.lambda.event;

import java.util.Arrays;
import java.util.List;
import org.rollcall.report.MeetingType;
import org.rollcall.report.Source;
import org.rollcall.zoom.source.MeetingQuery;

/** Fields that an event and a query string share. */
public final class RequestFields {
    private RequestFields() {}

    /**
     * Returns the types to look for a meeting as.
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
     * Returns the sources to ask; none for those of the settings.
     *
     * @throws InvalidRequestException when the text is not a source
     */
    public static List<Source> sources(String source) {
        if (source.equals("auto")) {
            return List.of();
        }
        return List.of(Source.of(source)
                .orElseThrow(() -> new InvalidRequestException(
                        "source", "is unknown. It accepts auto, dashboard, report or past.")));
    }

    /**
     * Returns Zoom's {@code include_fields}: those of the request, else the registrant's ID where something has ended;
     * {@code null} for none.
     *
     * @throws InvalidRequestException when a name is not one
     */
    public static String includeFields(List<String> names, List<MeetingType> types) {
        if (!names.stream().allMatch(name -> name.matches("\\w{1,64}"))) {
            throw new InvalidRequestException(
                    "include_fields", "is malformed. It accepts names of fields, of which Zoom knows registrant_id.");
        }
        if (!names.isEmpty()) {
            return String.join(",", names);
        }
        return types.equals(List.of(MeetingType.LIVE)) ? null : MeetingQuery.REGISTRANT_ID;
    }

    /** Returns the names in a text, separated by commas. */
    public static List<String> names(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }
}
