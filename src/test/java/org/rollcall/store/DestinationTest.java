package org.rollcall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every destination. */
interface DestinationTest {
    String JSON = "application/json";
    String ENTRY = "index/932/dQ.json";

    /** An empty one. */
    Destination destination() throws IOException;

    @Test
    default void readsBackWhatWasPut() throws IOException {
        Destination destination = destination();
        destination.put(ENTRY, JSON, bytes("{\"a\": \"ü\"}"));

        try (StoredObject object = destination.read(ENTRY).orElseThrow()) {
            assertThat(object.bytes()).isEqualTo(11);
            assertThat(object.contentType()).isEqualTo(JSON);
            assertThat(object.eTag()).matches("\"[^\"]+\"");
            assertThat(object.lastModified())
                    .isEqualTo(
                            destination.list("index/").findFirst().orElseThrow().lastModified());
            assertThat(object.location()).isEqualTo(destination.location(ENTRY).toString());
            assertThat(object.readAll(11)).isEqualTo(bytes("{\"a\": \"ü\"}"));
        }
    }

    @Test
    default void tagsWhatHasChanged() throws IOException {
        Destination destination = destination();
        destination.put(ENTRY, JSON, bytes("1"));
        String one = eTag(destination);
        String again = eTag(destination);
        destination.put(ENTRY, JSON, bytes("2"));

        assertThat(again).isEqualTo(one);
        assertThat(eTag(destination)).isNotEqualTo(one);
    }

    @Test
    default void opensAgainOnlyWhatHasChanged() throws IOException {
        Destination destination = destination();
        assertThat(destination.readIfChanged(ENTRY, null).unchanged()).isFalse();
        assertThat(destination.readIfChanged(ENTRY, "\"tag\"").object()).isEmpty();
        destination.put(ENTRY, JSON, bytes("1"));
        String one = eTag(destination);

        Destination.Reading same = destination.readIfChanged(ENTRY, one);
        assertThat(same.unchanged()).isTrue();
        assertThat(same.object()).isEmpty();

        destination.put(ENTRY, JSON, bytes("2"));
        Destination.Reading other = destination.readIfChanged(ENTRY, one);
        assertThat(other.unchanged()).isFalse();
        assertThat(other.object().orElseThrow().readAll(1)).isEqualTo(bytes("2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {ENTRY, "nothing", "index/"})
    default void isEmptyWhereThereIsNothing(String key) throws IOException {
        destination().put("index/932/other.json", JSON, bytes("1"));

        assertThat(destination().read("no/" + key)).isEmpty();
        assertThat(destination().list("no/" + key + "/")).isEmpty();
    }

    @Test
    default void refusesWhatIsLargerThanItMayBe() throws IOException {
        Destination destination = destination();
        destination.put(ENTRY, JSON, new byte[100_000]);
        StoredObject object = destination.read(ENTRY).orElseThrow();

        assertThatThrownBy(() -> object.readAll(99_999))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(object.location())
                .hasMessageContaining("larger than the 99999 bytes");
        assertThat(destination.read(ENTRY).orElseThrow().readAll(100_000)).hasSize(100_000);
    }

    @Test
    default void leavesTheRestUnreadOfWhatIsClosed() throws IOException {
        Destination destination = destination();
        destination.put(ENTRY, JSON, new byte[5_000_000]);

        // More often than the client has connections.
        for (int i = 0; i < 60; i++) {
            try (StoredObject object = destination.read(ENTRY).orElseThrow()) {
                assertThat(object.content().read()).isZero();
            }
        }
    }

    @Test
    default void putsWhereThereIsNothing() throws IOException {
        Destination destination = destination();

        assertThat(destination.putIfAbsent(ENTRY, JSON, bytes("1"))).isTrue();
        assertThat(destination.putIfAbsent(ENTRY, JSON, bytes("2"))).isFalse();
        assertThat(text(destination)).isEqualTo("1");
        destination.delete(ENTRY);
        assertThat(destination.putIfAbsent(ENTRY, JSON, bytes("3"))).isTrue();
        assertThat(text(destination)).isEqualTo("3");
    }

    @Test
    default void ofSeveralAtOnceOnePuts() throws IOException {
        Destination destination = destination();
        ExecutorService executor = Executors.newFixedThreadPool(8);
        try {
            List<Integer> all = IntStream.range(0, 8).boxed().toList();
            List<Boolean> put = InParallel.map(
                    all, number -> destination.putIfAbsent(ENTRY, JSON, bytes(number.toString())), executor);

            assertThat(put).containsOnlyOnce(true);
            assertThat(text(destination)).isEqualTo(all.get(put.indexOf(true)).toString());
        } finally {
            executor.shutdown();
        }
    }

    @Test
    default void replacesWhatIsStillAsItWasRead() throws IOException {
        Destination destination = destination();
        destination.put(ENTRY, JSON, bytes("1"));
        String first = eTag(destination);

        assertThat(destination.putIfUnchanged(ENTRY, JSON, bytes("2"), first)).isTrue();
        assertThat(destination.putIfUnchanged(ENTRY, JSON, bytes("3"), first)).isFalse();
        assertThat(text(destination)).isEqualTo("2");
        String second = eTag(destination);
        destination.delete(ENTRY);
        assertThat(destination.putIfUnchanged(ENTRY, JSON, bytes("4"), second)).isFalse();
        assertThat(destination.read(ENTRY)).isEmpty();
    }

    @Test
    default void deletesAlsoWhatIsNotThere() throws IOException {
        Destination destination = destination();
        destination.put(ENTRY, JSON, bytes("1"));

        destination.delete(ENTRY);
        destination.delete(ENTRY);

        assertThat(destination.list("index/")).isEmpty();
    }

    @Test
    default void listsWhatIsBelowAFolder() throws IOException {
        Destination destination = destination();
        destination.put("index/2/b.json", JSON, bytes("22"));
        destination.put("index/2/a.json", JSON, bytes("1"));
        destination.put("index/10/c.json", JSON, bytes("333"));
        destination.put("index/20/d.json", JSON, bytes("4"));
        destination.put("indexes/2/e.json", JSON, bytes("5"));

        assertThat(destination.list("index/2/"))
                .extracting(StoredEntry::key, StoredEntry::bytes)
                .containsExactly(tuple("index/2/a.json", 1L), tuple("index/2/b.json", 2L));
        assertThat(destination.list("index/"))
                .extracting(StoredEntry::key)
                .containsExactly("index/10/c.json", "index/2/a.json", "index/2/b.json", "index/20/d.json");
    }

    @Test
    default void knowsItsOwnAddresses() throws IOException {
        Destination destination = destination();
        String key = "json/date=2026-11-22/1_dQ.json";

        assertThat(destination.key(destination.location(key))).contains(key);
        assertThat(destination.key(URI.create("s3://another/" + key))).isEqualTo(Optional.empty());
        assertThat(destination.key(URI.create("file:/another/" + key))).isEmpty();
        assertThat(destination.key(URI.create("mailto:someone"))).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String eTag(Destination destination) throws IOException {
        try (StoredObject object = destination.read(ENTRY).orElseThrow()) {
            return object.eTag();
        }
    }

    private static String text(Destination destination) {
        return new String(destination.read(ENTRY).orElseThrow().readAll(1_000), StandardCharsets.UTF_8);
    }
}
