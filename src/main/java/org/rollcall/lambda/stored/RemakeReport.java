package org.rollcall.lambda.stored;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.rollcall.format.JsonFormat;
import org.rollcall.format.ReportFormat;
import org.rollcall.lambda.event.Formats;
import org.rollcall.lambda.make.ExpectedPeople;
import org.rollcall.lambda.make.FinishedReport;
import org.rollcall.lambda.make.WriteReport;
import org.rollcall.report.Meeting;
import org.rollcall.report.attendance.AttendanceContext;
import org.rollcall.report.attendance.AttendanceRules;
import org.rollcall.report.row.Row;
import org.rollcall.report.row.Zones;
import org.rollcall.settings.Settings;
import org.rollcall.store.Destination;
import org.rollcall.store.Receipt;
import org.rollcall.store.ReportDestination;
import org.rollcall.store.StoreException;
import org.rollcall.store.StoredObject;
import org.rollcall.store.erasure.ErasureMarkStore;

/** Makes the documents of one stored report anew from its {@code json} document, without Zoom. */
@Singleton
public class RemakeReport {
    /** The largest document that is read, of some 400,000 rows. */
    private static final int LARGEST = 400_000_000;

    private static final int PAGE_SIZE = 300;

    private final ReportDestination destination;
    private final ExpectedPeople expectedPeople;
    private final Formats formats;
    private final ErasureMarkStore erasureMarks;
    private final Settings settings;

    RemakeReport(
            ReportDestination destination,
            ExpectedPeople expectedPeople,
            Formats formats,
            ErasureMarkStore erasureMarks,
            Settings settings) {
        this.destination = destination;
        this.expectedPeople = expectedPeople;
        this.formats = formats;
        this.erasureMarks = erasureMarks;
        this.settings = settings;
    }

    /**
     * Reads the {@code json} document that a receipt names.
     *
     * @return nothing where there is none, or none that can be understood
     * @throws StoreException when it can't be read
     */
    public Optional<StoredReport> read(Receipt receipt) {
        Destination place = destination.required();
        Optional<StoredObject> document = receipt.documents().stream()
                .filter(one -> one.format().equals(JsonFormat.NAME))
                .findFirst()
                .flatMap(one -> place.key(one.location()))
                .flatMap(place::read);
        return document.flatMap(RemakeReport::read);
    }

    /**
     * Reads a {@code json} document, and closes it.
     *
     * @return nothing where it can't be understood
     * @throws StoreException when it can't be read
     */
    public static Optional<StoredReport> read(StoredObject document) {
        return StoredReport.read(document.readAll(LARGEST));
    }

    /**
     * Makes documents, without people whose data is erased.
     *
     * @param zoomCalls how many requests to Zoom the report took; {@code null} where nobody counted them
     * @throws StoreException when nothing tells whose data is erased
     * @throws IOException when there is no space for temporary files
     */
    public FinishedReport finish(Meeting meeting, Integer zoomCalls, StoredReport stored, List<ReportFormat> wanted)
            throws IOException {
        try (WriteReport writing =
                new WriteReport(wanted, formats.redaction(), stored.source(), stored.type(), erasureMarks::read)) {
            List<Row> rows = stored.rows();
            for (int from = 0; from < rows.size(); from += PAGE_SIZE) {
                List<Row> page = rows.subList(from, Math.min(rows.size(), from + PAGE_SIZE));
                writing.page(page, rows.size(), stored.otherFields());
            }
            return writing.finish(
                    meeting, stored.generatedAt(), context(meeting, stored), zoomCalls == null ? 0 : zoomCalls);
        }
    }

    /** Returns what the attendance of a report is counted against. */
    public AttendanceContext context(Meeting meeting, StoredReport stored) {
        return new AttendanceContext(
                meeting.startTime(),
                meeting.endTime(),
                null,
                stored.scheduledStart(),
                stored.scheduledEnd(),
                Zones.parse(meeting.timezone()).orElseGet(settings::reportTimezone),
                Zones.parse(meeting.timezone()).isPresent(),
                new AttendanceRules(
                        settings.attendanceLateAfter(),
                        settings.attendanceLeftEarlyBefore(),
                        settings.attendanceMinimumShare()),
                expectedPeople.roster(meeting).or(stored::expected).orElse(null));
    }
}
