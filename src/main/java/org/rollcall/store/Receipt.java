package org.rollcall.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.report.Meeting;
import org.rollcall.report.Report;
import org.rollcall.report.Source;

/**
 * What was stored of one instance of a meeting, and where. What is not known is {@code null}.
 *
 * @param meeting the meeting
 * @param kind the value of its {@link org.rollcall.report.MeetingKind}
 * @param source the value of the {@link Source} of its participants
 * @param type what Zoom knows the meeting as
 * @param totalRecords how many rows there are
 * @param people how many people they are of
 * @param zoomCalls how many requests to Zoom it took
 * @param complete whether every row that Zoom counted is in it
 * @param documents what was stored, one a format
 * @param storedAt when
 * @param recounted whether it was read once more because Zoom's list had counted more participants
 * @param erased whether people were left out whose data is erased, so that there are fewer rows than Zoom counts
 */
public record Receipt(
        Meeting meeting,
        String kind,
        String source,
        String type,
        Integer totalRecords,
        Integer people,
        Integer zoomCalls,
        boolean complete,
        List<StoredDocument> documents,
        Instant storedAt,
        boolean recounted,
        boolean erased) {
    public Receipt {
        documents = List.copyOf(documents);
    }

    /** The receipt of a report. */
    public static Receipt of(
            Report report, int zoomCalls, List<StoredDocument> documents, Instant storedAt, boolean recounted) {
        return new Receipt(
                report.meeting(),
                report.meeting().kind().value(),
                report.source().value(),
                report.type().value(),
                report.rows(),
                report.attendance().people().size(),
                zoomCalls,
                report.complete(),
                documents,
                storedAt,
                recounted,
                report.isErased());
    }

    /**
     * The receipt of a report that was stored before there were receipts, when the dashboard was the only source. What
     * is in it was not counted.
     */
    public static Receipt ofEarlier(Meeting meeting, List<StoredDocument> documents, Instant storedAt) {
        return new Receipt(
                meeting,
                meeting.kind().value(),
                Source.DASHBOARD.value(),
                null,
                null,
                null,
                null,
                true,
                documents,
                storedAt,
                false,
                false);
    }

    /** Whether this is an index entry: of one instance that has ended, and whole. */
    public boolean isIndexed() {
        return complete && meeting.uuid() != null && (totalRecords == null || totalRecords > 0 || erased);
    }

    /** Whether nobody is left of the report but people whose data is erased; then it has no documents. */
    public boolean isEmptied() {
        return erased && totalRecords != null && totalRecords == 0;
    }

    /**
     * The same of a report that takes the place of another: documents that only that one has stay, and its time zone
     * where this one has none.
     */
    public Receipt replacing(Receipt earlier) {
        List<StoredDocument> all = new ArrayList<>(documents);
        earlier.documents.stream()
                .filter(document -> !isEmptied())
                .filter(document ->
                        documents.stream().noneMatch(one -> one.format().equals(document.format())))
                .forEach(all::add);
        return new Receipt(
                meeting.timezone() == null ? meeting.withTimezone(earlier.meeting.timezone()) : meeting,
                kind,
                source,
                type,
                totalRecords,
                people,
                zoomCalls,
                complete,
                all,
                storedAt,
                recounted || earlier.recounted,
                erased || earlier.erased);
    }
}
