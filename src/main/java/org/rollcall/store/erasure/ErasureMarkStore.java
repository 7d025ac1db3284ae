package org.rollcall.store.erasure;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.rollcall.report.erasure.ErasureMarks;
import org.rollcall.report.erasure.PersonIdentifiers;
import org.rollcall.store.Destination;
import org.rollcall.store.ReportDestination;
import org.rollcall.store.StoreException;
import org.rollcall.store.StoredObject;

/**
 * The erasure marks of a destination. They are asked for again for each report, by one request that S3 answers with 304
 * where they are as they were.
 */
@Singleton
public class ErasureMarkStore {
    /** Where they are. */
    public static final String KEY = "erased/marks.json";

    private static final String CONTENT_TYPE = "application/json";
    /** Of some 200,000 people. */
    private static final int LARGEST = 1 << 26;
    /** How often another writer may be faster. */
    private static final int TRIES = 20;

    private final ReportDestination destination;
    private final ErasureMarksJson json;
    private volatile Seen seen = Seen.NOTHING;

    /** @param mapper reads and writes */
    public ErasureMarkStore(ReportDestination destination, ObjectMapper mapper) {
        this.destination = destination;
        this.json = new ErasureMarksJson(mapper);
    }

    /**
     * Returns the marks; none where nobody's data was erased, or where there is no destination.
     *
     * @throws StoreException when they can't be read or understood; then nothing may be stored
     */
    public ErasureMarks read() {
        Optional<Destination> place = destination.get();
        return place.isEmpty() ? ErasureMarks.NONE : read(place.get()).marks();
    }

    private Seen read(Destination place) {
        Seen before = seen;
        Destination.Reading reading = place.readIfChanged(KEY, before.eTag());
        if (reading.unchanged()) {
            return before;
        }
        Seen now = reading.object()
                .map(object -> new Seen(object.eTag(), parse(object)))
                .orElse(Seen.NOTHING);
        seen = now;
        return now;
    }

    private ErasureMarks parse(StoredObject object) {
        String location = object.location();
        try {
            return json.read(object.readAll(LARGEST));
        } catch (IOException e) {
            // Not the cause, which can quote what it read.
            throw new StoreException(
                    "The erasure marks at " + location + " can't be understood, and nothing is stored without them:"
                            + " people whose data is erased would come back. Put an earlier version of the object"
                            + " in its place.",
                    null);
        }
    }

    /**
     * Adds marks. Of several who add at once, none loses theirs.
     *
     * @param given what an operator gave of a person
     * @param found what was found in the data of the same person
     * @return all marks there are now
     * @throws StoreException when they can't be stored
     */
    public ErasureMarks add(PersonIdentifiers given, Collection<PersonIdentifiers> found) {
        Destination place = destination.required();
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            Seen now = read(place);
            ErasureMarks all = now.marks().with(List.of(given), found);
            if (now.eTag() != null && now.marks().hasAll(all)) {
                return now.marks();
            }
            byte[] bytes = json.bytes(all);
            boolean added = now.eTag() == null
                    ? place.putIfAbsent(KEY, CONTENT_TYPE, bytes)
                    : place.putIfUnchanged(KEY, CONTENT_TYPE, bytes, now.eTag());
            if (added) {
                return all;
            }
        }
        throw new StoreException(
                "The erasure marks at " + place.location(KEY) + " were changed by others " + TRIES
                        + " times while some were added. Ask again.",
                null);
    }

    /**
     * The marks as they were read last.
     *
     * @param eTag {@code null} where there are none
     */
    private record Seen(String eTag, ErasureMarks marks) {
        static final Seen NOTHING = new Seen(null, ErasureMarks.NONE);
    }
}
