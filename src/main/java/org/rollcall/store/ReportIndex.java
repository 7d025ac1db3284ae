package org.rollcall.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.rollcall.settings.InvalidSettingException;

/**
 * The index: the receipt of each instance's report, put below {@code index/} after the last document. An object that is
 * created there is the event that a report is stored.
 */
@Singleton
public class ReportIndex {
    private static final Logger LOG = Logger.getLogger(ReportIndex.class);
    private static final String CONTENT_TYPE = "application/json";
    private static final int LARGEST = 1 << 20;
    /** How often another writer may be faster. */
    private static final int TRIES = 4;

    private static final Comparator<Receipt> NEWEST_FIRST = Comparator.comparing(
                    ReportIndex::time, Comparator.nullsLast(Comparator.<Instant>reverseOrder()))
            .thenComparing(receipt -> receipt.meeting().uuid());

    private final ReportDestination destination;
    private final ReceiptJson json;
    private final ObjectMapper mapper;
    private final ExecutorService executor;

    /** @param executor where entries are read side by side */
    public ReportIndex(ReportDestination destination, ReceiptJson json, ObjectMapper mapper, ExecutorService executor) {
        this.destination = destination;
        this.json = json;
        this.mapper = mapper;
        this.executor = executor;
    }

    /**
     * Puts the receipt of a report there whose documents are all in place. What only an earlier one has, such as a
     * document in another format, is kept. A report that does not belong there is left out.
     *
     * @throws StoreException when it can't be put there
     * @throws InvalidSettingException when no destination is set
     * @see Receipt#isIndexed
     */
    public void put(Receipt receipt) {
        if (receipt.isIndexed()) {
            CompletableFuture<Void> instance = CompletableFuture.runAsync(() -> putInstance(receipt), executor);
            putEntry(receipt);
            InParallel.await(instance);
        }
    }

    /**
     * Puts a receipt there unless there is something, readable or not.
     *
     * @return whether it was put there
     * @throws StoreException when it can't be put there
     */
    public boolean putIfAbsent(Receipt receipt) {
        putInstance(receipt);
        return destination.required().putIfAbsent(key(receipt), CONTENT_TYPE, json.bytes(receipt));
    }

    private void putEntry(Receipt receipt) {
        Destination place = destination.required();
        String key = key(receipt);
        byte[] bytes = json.bytes(receipt);
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            // Most are the first of their instance, which takes one request.
            if (place.putIfAbsent(key, CONTENT_TYPE, bytes)) {
                return;
            }
            Optional<StoredObject> earlier = place.read(key);
            if (earlier.isPresent()) {
                String eTag = earlier.get().eTag();
                bytes = json.bytes(
                        parse(key, earlier.get()).map(receipt::replacing).orElse(receipt));
                if (place.putIfUnchanged(key, CONTENT_TYPE, bytes, eTag)) {
                    return;
                }
            }
        }
        place.put(key, CONTENT_TYPE, bytes);
    }

    private void putInstance(Receipt receipt) {
        byte[] number = mapper.createObjectNode()
                .put("meeting_id", receipt.meeting().id())
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        destination.required().put(ReportKey.instance(receipt.meeting().uuid()), CONTENT_TYPE, number);
    }

    private static String key(Receipt receipt) {
        return ReportKey.indexEntry(receipt.meeting().id(), receipt.meeting().uuid());
    }

    /**
     * Reads the receipt of an instance's report.
     *
     * @param meetingId the meeting's number
     * @return empty when there is none, or when it can't be understood, of which the log has the key
     * @throws StoreException when it can't be read
     */
    public Optional<Receipt> read(String meetingId, String uuid) {
        return readKey(ReportKey.indexEntry(meetingId, uuid));
    }

    /**
     * Reads the same where nobody knows the meeting's number.
     *
     * @throws StoreException when it can't be read
     */
    public Optional<Receipt> read(String uuid) {
        String key = ReportKey.instance(uuid);
        return destination.required().read(key).flatMap(object -> {
            try {
                return read(mapper.readTree(bytes(object)).path("meeting_id").asText(), uuid);
            } catch (IOException e) {
                return unreadable(key, e);
            }
        });
    }

    /**
     * Reads the receipts of all instances of a meeting's number, the latest first. Takes a request for a thousand of
     * them, and one for each.
     *
     * @throws StoreException when they can't be listed or read
     */
    public List<Receipt> newestFirst(String meetingId) {
        List<Receipt> receipts = new ArrayList<>();
        forEach(meetingId, stored -> true, receipts::add);
        receipts.sort(NEWEST_FIRST);
        return receipts;
    }

    /**
     * Reads the same, those that were stored last first, as long as they are wanted. Takes a request for a thousand,
     * and one for each that is read.
     *
     * @param wanted is given when an entry was stored, which is after its meeting; after the first that is not wanted
     *     there are none but those stored before
     * @param work is given one after the other, on the caller's thread
     * @throws StoreException when they can't be listed or read
     */
    public void forEach(String meetingId, Predicate<Instant> wanted, Consumer<Receipt> work) {
        List<StoredEntry> entries;
        try (Stream<StoredEntry> listed = destination.required().list(ReportKey.indexFolder(meetingId))) {
            entries = listed.sorted(
                            Comparator.comparing(StoredEntry::lastModified).reversed())
                    .toList();
        }
        for (int from = 0;
                from < entries.size() && wanted.test(entries.get(from).lastModified());
                from += InParallel.WIDTH) {
            List<String> keys = entries.subList(from, Math.min(from + InParallel.WIDTH, entries.size())).stream()
                    .map(StoredEntry::key)
                    .toList();
            InParallel.map(keys, this::readKey, executor).forEach(receipt -> receipt.ifPresent(work));
        }
    }

    private Optional<Receipt> readKey(String key) {
        return destination.required().read(key).flatMap(object -> parse(key, object));
    }

    private Optional<Receipt> parse(String key, StoredObject object) {
        try {
            Receipt receipt = json.read(bytes(object));
            if (receipt.meeting().uuid() == null || !key.equals(key(receipt))) {
                throw new IOException("It is another instance's.");
            }
            return Optional.of(receipt);
        } catch (IOException e) {
            return unreadable(key, e);
        }
    }

    private static byte[] bytes(StoredObject object) throws IOException {
        try (object) {
            if (object.bytes() > LARGEST) {
                throw new IOException("It is too large.");
            }
            return object.readAll(LARGEST);
        }
    }

    // Not what Jackson says, which quotes the entry.
    private Optional<Receipt> unreadable(String key, IOException e) {
        LOG.warnf(
                "The index entry at %s can't be understood (%s), so that its report counts as not stored. Storing it"
                        + " anew replaces the entry.",
                destination.required().location(key), e.getClass().getSimpleName());
        return Optional.empty();
    }

    private static Instant time(Receipt receipt) {
        return receipt.meeting().startTime() != null ? receipt.meeting().startTime() : receipt.storedAt();
    }
}
