package org.rollcall.lambda.stored;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.rollcall.format.JsonFormat;
import org.rollcall.format.ReportDocuments;
import org.rollcall.format.ReportFormat;
import org.rollcall.lambda.event.Formats;
import org.rollcall.lambda.event.RemakeEvent;
import org.rollcall.lambda.make.ExpectedPeople;
import org.rollcall.lambda.make.FinishedReport;
import org.rollcall.lambda.make.StoreReport;
import org.rollcall.report.Meeting;
import org.rollcall.report.Report;
import org.rollcall.report.ReportFold;
import org.rollcall.report.attendance.AttendanceContext;
import org.rollcall.report.attendance.AttendanceRules;
import org.rollcall.report.row.Row;
import org.rollcall.report.row.Zones;
import org.rollcall.settings.Settings;
import org.rollcall.store.Destination;
import org.rollcall.store.Receipt;
import org.rollcall.store.ReportDestination;
import org.rollcall.store.ReportIndex;
import org.rollcall.store.StoreException;
import org.rollcall.store.StoredObject;
import org.rollcall.zoom.call.Deadline;

/**
 * Makes the documents of stored reports anew from their {@code json} document, without Zoom: after a new roster,
 * threshold, time zone, redaction or format.
 */
@Singleton
public class RemakeReports {
    private static final Logger LOG = Logger.getLogger(RemakeReports.class);

    /** The largest document that is read, of some 400,000 rows. */
    private static final int LARGEST = 400_000_000;

    private static final int PAGE_SIZE = 300;

    /** With less time than this, or than a quarter of all, a report is not begun. */
    private static final Duration RESERVE = Duration.ofMinutes(1);

    private final ReportDestination destination;
    private final ReportIndex index;
    private final StoreReport storeReport;
    private final ExpectedPeople expectedPeople;
    private final Formats formats;
    private final Settings settings;

    RemakeReports(
            ReportDestination destination,
            ReportIndex index,
            StoreReport storeReport,
            ExpectedPeople expectedPeople,
            Formats formats,
            Settings settings) {
        this.destination = destination;
        this.index = index;
        this.storeReport = storeReport;
        this.expectedPeople = expectedPeople;
        this.formats = formats;
        this.settings = settings;
    }

    /**
     * Makes documents anew, the earliest first, as long as there is time.
     *
     * @throws StoreException when the index can't be read, or a document not be stored
     */
    public Remade remake(RemakeEvent event, Deadline deadline) {
        Duration share = deadline.remaining().dividedBy(4);
        Duration reserve = share.compareTo(RESERVE) < 0 ? share : RESERVE;
        int remade = 0;
        int skipped = 0;
        String last = event.after();
        for (Receipt receipt : left(event)) {
            if (deadline.remaining().compareTo(reserve) < 0) {
                return new Remade(event.meetingId(), remade, skipped, Optional.of(event.startingAfter(last)));
            }
            if (remake(receipt, event.formats().isEmpty() ? formats.defaults() : event.formats())) {
                remade++;
            } else {
                skipped++;
            }
            last = receipt.meeting().uuid();
        }
        return new Remade(event.meetingId(), remade, skipped, Optional.empty());
    }

    private List<Receipt> left(RemakeEvent event) {
        List<Receipt> all = index.newestFirst(event.meetingId()).stream()
                .filter(receipt -> isInRange(receipt.meeting(), event))
                .sorted(Comparator.comparing(
                                (Receipt receipt) -> receipt.meeting().startTime(),
                                Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(receipt -> receipt.meeting().uuid()))
                .toList();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).meeting().uuid().equals(event.after())) {
                return all.subList(i + 1, all.size());
            }
        }
        return all;
    }

    private static boolean isInRange(Meeting meeting, RemakeEvent event) {
        if (meeting.startTime() == null) {
            return event.from() == null && event.to() == null;
        }
        LocalDate day = LocalDate.ofInstant(meeting.startTime(), ZoneOffset.UTC);
        return (event.from() == null || !day.isBefore(event.from()))
                && (event.to() == null || !day.isAfter(event.to()));
    }

    private boolean remake(Receipt receipt, List<ReportFormat> wanted) {
        Optional<StoredReport> stored = read(receipt);
        if (stored.isEmpty()) {
            LOG.warnf(
                    "The report of the instance %s of meeting %s is not made anew: no json document of it can be read.",
                    receipt.meeting().uuid(), receipt.meeting().id());
            return false;
        }
        try (FinishedReport finished = finish(receipt, stored.get(), wanted)) {
            storeReport.store(finished, receipt.recounted());
            return true;
        } catch (IOException e) {
            throw new StoreException("There is no space for temporary files. Give the function more of /tmp.", null);
        }
    }

    private Optional<StoredReport> read(Receipt receipt) {
        Destination place = destination.required();
        Optional<StoredObject> document = receipt.documents().stream()
                .filter(one -> one.format().equals(JsonFormat.NAME))
                .findFirst()
                .flatMap(one -> place.key(one.location()))
                .flatMap(place::read);
        return document.flatMap(object -> StoredReport.read(object.readAll(LARGEST)));
    }

    private FinishedReport finish(Receipt receipt, StoredReport stored, List<ReportFormat> wanted) throws IOException {
        ReportDocuments files = new ReportDocuments(wanted, formats.redaction());
        try {
            ReportFold fold = new ReportFold(stored.source(), stored.type());
            List<Row> rows = stored.rows();
            for (int from = 0; from < rows.size(); from += PAGE_SIZE) {
                List<Row> page = rows.subList(from, Math.min(rows.size(), from + PAGE_SIZE));
                fold.add(page, rows.size(), stored.otherFields());
                files.page(page);
            }
            Meeting meeting = receipt.meeting();
            Report report = fold.finish(meeting, stored.generatedAt(), context(meeting, stored));
            return new FinishedReport(report, receipt.zoomCalls() == null ? 0 : receipt.zoomCalls(), files);
        } catch (Throwable e) {
            files.close();
            throw e;
        }
    }

    private AttendanceContext context(Meeting meeting, StoredReport stored) {
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

    /**
     * What was made anew.
     *
     * @param skipped how many reports have no {@code json} document that can be read
     * @param rest what there was no time for
     */
    public record Remade(String meetingId, int remade, int skipped, Optional<RemakeEvent> rest) {}
}
