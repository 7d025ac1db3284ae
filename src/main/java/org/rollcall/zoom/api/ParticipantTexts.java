package org.rollcall.zoom.api;

import org.rollcall.report.row.Field;
import org.rollcall.report.row.Row;

/**
 * The texts of one participant's documented fields, each made when it is asked for: of a large meeting there are
 * millions, and most are looked at once and by one document.
 */
final class ParticipantTexts implements Row.Texts {
    /** Where a field begins that is absent: no field of a participant can begin a page. */
    static final int NONE = 0;

    private static final int FIELDS = Field.values().length;

    private final byte[] page;
    private final boolean wellFormed;
    private final int[] starts = new int[FIELDS];

    /** @param wellFormed whether the row is known to be well-formed UTF-8, which Jackson does not ask for */
    ParticipantTexts(byte[] page, boolean wellFormed) {
        this.page = page;
        this.wellFormed = wellFormed;
    }

    void begin(Field field, int start) {
        starts[field.ordinal()] = start;
    }

    @Override
    public String of(Field field) {
        int start = starts[field.ordinal()];
        return start == NONE ? null : JsonText.at(start, page);
    }

    @Override
    public int start(Field field) {
        int start = starts[field.ordinal()];
        return start == NONE || !wellFormed ? -1 : start;
    }

    @Override
    public byte[] json() {
        return page;
    }
}
