package org.rollcall.zoom;

import java.util.List;
import org.rollcall.report.Row;

/**
 * One page of Zoom's answer.
 *
 * @param totalRecords how many rows all pages have together
 * @param nextPageToken what to ask the next page with; empty on the last
 * @param participants the rows of this page
 */
public record ParticipantsPage(int totalRecords, String nextPageToken, List<Row> participants) {}
