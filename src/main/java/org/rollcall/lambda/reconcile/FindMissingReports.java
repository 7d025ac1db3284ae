package org.rollcall.lambda.reconcile;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.rollcall.format.ReportFormat;
import org.rollcall.lambda.event.Formats;
import org.rollcall.report.Meeting;
import org.rollcall.report.erasure.ErasureMarks;
import org.rollcall.store.InParallel;
import org.rollcall.store.Receipt;
import org.rollcall.store.ReportDestination;
import org.rollcall.store.ReportIndex;
import org.rollcall.store.ReportKey;
import org.rollcall.store.StoreException;
import org.rollcall.store.StoredDocument;
import org.rollcall.store.erasure.ErasureMarkStore;
import org.rollcall.zoom.call.Deadline;
import org.rollcall.zoom.error.OutOfTimeException;

/**
 * Finds the meetings of a day whose reports are not stored. Stored is what the index has whole; or, of the time before
 * there was an index, what has a JSON or CSV document that was put there after the meeting's end.
 *
 * <p>Neither can be listed by day, and only the entry has the count of rows. So each entry is read, once: what it says
 * is kept in the day's summary, and holds for as long as a list of the day's documents shows the report unchanged. A
 * day of 500 meetings takes 500 requests of S3's cheapest kind at first (a fiftieth of a cent), and later one for each
 * report stored since, beside a list a day.
 */
@Singleton
class FindMissingReports {
    /** How many reports are looked at between two looks at the time that is left. */
    private static final int AT_ONCE = 8 * InParallel.WIDTH;
    /** The formats that prove a report of the time before there was an index. */
    private static final List<String> PROVING = List.of("json", "csv");

    private final ReportDestination destination;
    private final ReportIndex index;
    private final DaySummaries summaries;
    private final Formats formats;
    private final ErasureMarkStore marks;
    private final ExecutorService executor;

    FindMissingReports(
            ReportDestination destination,
            ReportIndex index,
            DaySummaries summaries,
            Formats formats,
            ErasureMarkStore marks,
            ExecutorService executor) {
        this.destination = destination;
        this.index = index;
        this.summaries = summaries;
        this.formats = formats;
        this.marks = marks;
        this.executor = executor;
    }

    /** Returns what tells of the documents there are, for some days. */
    StoredDocuments documents() {
        return new StoredDocuments(destination.required());
    }

    /**
     * Looks at the meetings of one day.
     *
     * @param documents of these days
     * @throws OutOfTimeException when the deadline comes first
     * @throws StoreException when the reports can't be listed or read
     */
    ReconciledDay find(ListedDay day, StoredDocuments documents, Deadline deadline) {
        ReconciledDay reconciled = new ReconciledDay(day.date(), day.excluded());
        EarlierSummary earlier = summaries.read(day.date());
        Look look = new Look(documents, earlier);
        List<Meeting> meetings = day.meetings();
        for (int from = 0; from < meetings.size(); from += AT_ONCE) {
            if (deadline.remaining().isNegative()) {
                throw new OutOfTimeException(
                        "The function's time ended before all reports of " + day.date() + " were looked at.");
            }
            List<Meeting> some = meetings.subList(from, Math.min(from + AT_ONCE, meetings.size()));
            List<Found> found = InParallel.map(some, look::at, executor);
            for (int i = 0; i < some.size(); i++) {
                add(reconciled, some.get(i), found.get(i), earlier);
            }
        }
        return reconciled;
    }

    private static void add(ReconciledDay day, Meeting meeting, Found found, EarlierSummary earlier) {
        if (!found.stored) {
            day.missing(meeting);
            return;
        }
        day.stored(ReportKey.name(meeting), found.rows);
        if (!found.recounted && hasFewerRows(meeting, found.rows)) {
            day.recount(meeting, earlier.isRecounted(meeting));
        }
    }

    // A participant has a row at least. More of them are none too many.
    private static boolean hasFewerRows(Meeting meeting, Integer rows) {
        return meeting.uuid() != null
                && meeting.participants() != null
                && rows != null
                && rows < meeting.participants();
    }

    /**
     * What was found of a meeting.
     *
     * @param rows how many its report has; {@code null} where that is not known
     * @param recounted whether these are the rows of a second reading, or fewer because people's data is erased
     */
    private record Found(boolean stored, Integer rows, boolean recounted) {
        static final Found NOTHING = new Found(false, null, false);

        static Found of(Receipt receipt) {
            return new Found(receipt.complete(), receipt.totalRecords(), receipt.recounted() || receipt.erased());
        }
    }

    /** A look at the meetings of one day. */
    private final class Look {
        private final StoredDocuments documents;
        private final EarlierSummary earlier;
        private final List<ReportFormat> inOrder;
        private final List<ReportFormat> proving;
        private ErasureMarks erasureMarks;

        Look(StoredDocuments documents, EarlierSummary earlier) {
            this.documents = documents;
            this.earlier = earlier;
            this.proving =
                    PROVING.stream().map(name -> formats.named("formats", name)).toList();
            // Those that are written first, so that a list or two have all there is.
            List<ReportFormat> written = formats.defaults();
            this.inOrder = Stream.of(proving.stream().filter(written::contains), written.stream(), proving.stream())
                    .flatMap(some -> some)
                    .distinct()
                    .toList();
        }

        Found at(Meeting meeting) {
            if (meeting.id() == null) {
                return Found.NOTHING;
            }
            String name = ReportKey.name(meeting);
            Optional<StoredDocuments.Found> document = documents.find(meeting, inOrder);
            if (document.isPresent() && earlier.has(name, document.get().entry())) {
                Integer rows = earlier.rows(name);
                if (!hasFewerRows(meeting, rows) || earlier.isRecounted(meeting)) {
                    return new Found(true, rows, false);
                }
            }
            return meeting.uuid() == null
                    ? new Found(documents.find(meeting, proving).isPresent(), null, false)
                    : entry(meeting).orElseGet(() -> ofEarlierVersion(meeting));
        }

        private Optional<Found> entry(Meeting meeting) {
            return index.read(meeting.id(), meeting.uuid()).map(Found::of);
        }

        private synchronized ErasureMarks marks() {
            if (erasureMarks == null) {
                erasureMarks = marks.read();
            }
            return erasureMarks;
        }

        private Found ofEarlierVersion(Meeting meeting) {
            Optional<StoredDocuments.Found> document = documents.find(meeting, proving);
            if (document.isEmpty()) {
                return Found.NOTHING;
            }
            List<StoredDocument> all = documents.all(meeting, document.get().day(), List.copyOf(formats.all()));
            Meeting unmarked = marks().in(meeting.uuid()).without(meeting);
            Receipt receipt =
                    Receipt.ofEarlier(unmarked, all, document.get().entry().lastModified());
            // There can be an entry by now, or one that can't be understood.
            return index.putIfAbsent(receipt)
                    ? Found.of(receipt)
                    : entry(meeting).orElse(Found.NOTHING);
        }
    }
}
