package org.rollcall.zoom.source;

import java.util.List;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingId;
import org.rollcall.report.MeetingType;
import org.rollcall.report.Source;

/**
 * Which participants are asked for, and how.
 *
 * @param id the meeting or webinar
 * @param types the types to look for it as, in this order; the first that Zoom has it as counts
 * @param sources the sources to ask, in this order; empty for those of the settings
 * @param includeFields Zoom's {@code include_fields}; {@code null} for none
 * @param known what is known of it without asking Zoom; {@code null} for nothing
 * @param trusted whether what is known may decide where the report is stored, so that Zoom need not be asked
 * @param unchanged whether rows are to be as Zoom sends them, without the names of the dashboard's fields added
 */
public record MeetingQuery(
        MeetingId id,
        List<MeetingType> types,
        List<Source> sources,
        String includeFields,
        Meeting known,
        boolean trusted,
        boolean unchanged) {
    /** Zoom gives it only if it is asked for; guests have no other ID. */
    public static final String REGISTRANT_ID = "registrant_id";

    public MeetingQuery {
        types = List.copyOf(types);
        sources = List.copyOf(sources);
    }

    /** Returns one for an instance that has ended, in whichever source has it, of which Zoom's word is at hand. */
    public static MeetingQuery ended(MeetingId id, Meeting known) {
        return new MeetingQuery(id, MeetingType.ENDED, List.of(), REGISTRANT_ID, known, true, false);
    }

    /** Returns the same question about another ID of the meeting. */
    public MeetingQuery by(MeetingId other) {
        return new MeetingQuery(other, types, sources, includeFields, null, false, unchanged);
    }
}
