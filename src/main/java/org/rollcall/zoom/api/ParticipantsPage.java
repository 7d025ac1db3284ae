package org.rollcall.zoom.api;

import java.util.List;
import java.util.SortedMap;
import org.rollcall.report.row.Row;

/**
 * One page of Zoom's answer.
 *
 * @param totalRecords how many rows all pages have together; negative where Zoom does not say
 * @param nextPageToken what to ask the next page with; empty on the last
 * @param participants the rows of this page
 * @param checksum of the participants' bytes: two pages with another one differ in content
 * @param otherFields the JSON of each field of the page that Zoom does not document, by name
 */
public record ParticipantsPage(
        int totalRecords,
        String nextPageToken,
        List<Row> participants,
        long checksum,
        SortedMap<String, String> otherFields) {
    /** Returns whether Zoom has no page behind this one. */
    public boolean isLast() {
        return nextPageToken.isEmpty();
    }
}
