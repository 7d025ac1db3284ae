package org.rollcall.lambda.stored;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.rollcall.format.JsonFormat;
import org.rollcall.format.Redaction;
import org.rollcall.format.series.ReadStoredAttendance;
import org.rollcall.format.series.ReadStoredAttendance.StoredAttendance;
import org.rollcall.format.series.SeriesDocument;
import org.rollcall.lambda.event.Formats;
import org.rollcall.lambda.event.SeriesEvent;
import org.rollcall.report.Meeting;
import org.rollcall.report.erasure.ErasureMarks;
import org.rollcall.report.series.Series;
import org.rollcall.report.series.SeriesFold;
import org.rollcall.report.series.SeriesInstance;
import org.rollcall.store.Destination;
import org.rollcall.store.Receipt;
import org.rollcall.store.ReportDestination;
import org.rollcall.store.ReportIndex;
import org.rollcall.store.ReportKey;
import org.rollcall.store.StoreException;
import org.rollcall.store.StoredDocument;
import org.rollcall.store.StoredObject;
import org.rollcall.store.erasure.ErasureMarkStore;

/** Makes the documents of a series from the stored reports of a meeting's number. */
@Singleton
public class MakeSeries {
    private static final Logger LOG = Logger.getLogger(MakeSeries.class);
    private static final int MOST_ATTEMPTS = 3;

    private final ReportDestination destination;
    private final ReportIndex index;
    private final Formats formats;
    private final ErasureMarkStore erasureMarks;
    private final InstantSource clock;

    MakeSeries(
            ReportDestination destination,
            ReportIndex index,
            Formats formats,
            ErasureMarkStore erasureMarks,
            InstantSource clock) {
        this.destination = destination;
        this.index = index;
        this.formats = formats;
        this.erasureMarks = erasureMarks;
        this.clock = clock;
    }

    /**
     * Makes the series and stores its documents. Where reports are stored meanwhile, it is made once more, so that two
     * who make it at once leave the same documents.
     *
     * @throws StoreException when reports can't be read, or documents not be stored
     */
    public MadeSeries make(SeriesEvent event) {
        return make(event, this::unreadable);
    }

    /**
     * Makes the same without the reports that can't be understood.
     *
     * @throws StoreException when reports can't be read, or documents not be stored
     */
    public MadeSeries makeOfReadable(SeriesEvent event) {
        return make(event, MakeSeries::without);
    }

    private MadeSeries make(SeriesEvent event, Function<Receipt, Optional<StoredAttendance>> unreadable) {
        MadeSeries made = null;
        List<Receipt> before = null;
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            List<Receipt> receipts = receipts(event);
            if (receipts.equals(before)) {
                return made;
            }
            made = store(event, read(event, receipts, unreadable));
            before = receipts;
        }
        return made;
    }

    /**
     * Returns the series, without storing it; nothing where redaction leaves nobody to be recognised.
     *
     * @throws StoreException when reports can't be read
     */
    public Optional<Series> read(SeriesEvent event) {
        return read(event, receipts(event), this::unreadable);
    }

    private List<Receipt> receipts(SeriesEvent event) {
        return index.newestFirst(event.meetingId()).stream()
                .filter(receipt -> receipt.meeting().startTime() != null)
                .sorted(Comparator.comparing(
                                (Receipt receipt) -> receipt.meeting().startTime())
                        .thenComparing(receipt -> receipt.meeting().uuid()))
                .toList();
    }

    private Optional<Series> read(
            SeriesEvent event, List<Receipt> receipts, Function<Receipt, Optional<StoredAttendance>> unreadable) {
        ErasureMarks marks = erasureMarks.read();
        LocalDate last = event.to() != null ? event.to() : today();
        LocalDate first = event.from() != null ? event.from() : last.minusMonths(12);
        Redaction redaction = formats.redaction();
        SeriesFold fold = new SeriesFold();
        for (Receipt receipt : receipts) {
            LocalDate day = LocalDate.ofInstant(receipt.meeting().startTime(), ZoneOffset.UTC);
            // A local day can be the day before or after.
            if (!receipt.isEmptied() && !day.isBefore(first.minusDays(1)) && !day.isAfter(last.plusDays(1))) {
                attendance(receipt, unreadable).ifPresent(stored -> {
                    SeriesInstance instance = instance(receipt.meeting(), stored);
                    LocalDate local = instance.localStart().toLocalDate();
                    if (!local.isBefore(first) && !local.isAfter(last)) {
                        fold.add(
                                instance,
                                stored.people(),
                                marks.in(receipt.meeting().uuid())::test,
                                redaction::apply);
                    }
                });
            }
        }
        if (fold.isNameless()) {
            return Optional.empty();
        }
        return Optional.of(fold.finish(event.meetingId(), first, last));
    }

    private static SeriesInstance instance(Meeting meeting, StoredAttendance stored) {
        return new SeriesInstance(
                List.of(meeting.uuid()), meeting.topic(), meeting.startTime(), meeting.endTime(), stored.zone());
    }

    private Optional<StoredAttendance> attendance(
            Receipt receipt, Function<Receipt, Optional<StoredAttendance>> unreadable) {
        Destination place = destination.required();
        Optional<StoredObject> document = receipt.documents().stream()
                .filter(one -> one.format().equals(JsonFormat.NAME))
                .findFirst()
                .flatMap(one -> place.key(one.location()))
                .flatMap(place::read);
        if (document.isEmpty()) {
            return without(receipt);
        }
        try (StoredObject object = document.get()) {
            return Optional.of(ReadStoredAttendance.read(object.wholeContent()));
        } catch (JsonProcessingException e) {
            return unreadable.apply(receipt);
        } catch (IOException e) {
            return unreadable(receipt);
        }
    }

    private static Optional<StoredAttendance> without(Receipt receipt) {
        LOG.warnf(
                "The series of meeting %s is made without the instance %s, of which no json document can be read.",
                receipt.meeting().id(), receipt.meeting().uuid());
        return Optional.empty();
    }

    // Without the cause, which can quote what it read.
    private Optional<StoredAttendance> unreadable(Receipt receipt) {
        throw new StoreException(
                "The json document of the instance " + receipt.meeting().uuid() + " of meeting "
                        + receipt.meeting().id() + " can't be read. Make it anew with refresh=true.",
                null);
    }

    private MadeSeries store(SeriesEvent event, Optional<Series> made) {
        if (made.isEmpty()) {
            LOG.infof("Meeting %s has no series: REPORT_REDACT leaves nobody to be recognised.", event.meetingId());
            return new MadeSeries(event.meetingId(), 0, 0, List.of());
        }
        Series series = made.get();
        String range = event.from() == null && event.to() == null ? "" : "_" + series.from() + "_" + series.to();
        Destination place = destination.required();
        List<StoredDocument> documents = new ArrayList<>();
        for (SeriesDocument document : SeriesDocument.values()) {
            String key = ReportKey.series(event.meetingId(), range, document.extension());
            byte[] bytes = document.bytes(series);
            place.put(key, document.contentType(), bytes);
            documents.add(new StoredDocument(
                    document.extension(), place.location(key), document.contentType(), bytes.length));
        }
        return new MadeSeries(
                event.meetingId(), series.instances().size(), series.members().size(), documents);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
    }

    /**
     * What was made.
     *
     * @param documents none where redaction leaves nobody to be recognised
     */
    public record MadeSeries(String meetingId, int instances, int people, List<StoredDocument> documents) {}
}
