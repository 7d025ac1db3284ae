package org.rollcall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rollcall.settings.TestSettings;

class DirectoryDestinationTest extends StoreTest {
    @Test
    void replacesADocumentOnlyAsLongAsItIsUnchanged() {
        Destination destination = destination("file:" + directory + "/reports");
        destination.put(KEY, document);
        String first = destination.read(KEY).orElseThrow().eTag();

        assertThat(destination.putIfUnchanged(KEY, document, "\"another\"")).isFalse();
        assertThat(destination.putIfUnchanged(KEY, document, first)).isTrue();
        destination.delete(KEY);
        assertThat(destination.putIfUnchanged(KEY, document, first)).isFalse();
        assertThat(destination.read(KEY)).isEmpty();
    }

    @Test
    void storesInADirectoryThatIsMadeWhenNeeded() throws IOException {
        Path reports = directory.resolve("with spaces");

        StoredDocument stored = destination(reports.toUri().toString()).put(KEY, document);

        assertThat(stored.location()).isEqualTo(reports.resolve(KEY).toUri());
        assertThat(reports.resolve(KEY)).content(StandardCharsets.UTF_8).isEqualTo(TEXT);
        assertThat(files(reports)).containsExactly(reports.resolve(KEY));
    }

    @Test
    void replacesWhatWasStoredBefore() throws IOException {
        Destination destination = destination("file:" + directory + "/reports");
        destination.put(KEY, document);

        destination.put(KEY, written("new"));

        assertThat(directory.resolve("reports").resolve(KEY)).hasContent("new");
        assertThat(files(directory.resolve("reports"))).hasSize(1);
        assertThat(destination.link(KEY, Duration.ofMinutes(15))).isEmpty();
    }

    @Test
    void leavesNoPartsBehindWhenADirectoryCannotBeWritten() throws IOException {
        Path reports = directory.resolve("reports");
        Path inTheWay = Files.createDirectories(reports.resolve(KEY).resolve("in the way"));

        assertThatThrownBy(() -> destination(reports.toUri().toString()).put(KEY, document))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(reports.resolve(KEY).toString())
                .hasMessageContaining("free space and permissions");
        assertThat(files(reports)).isEmpty();
        assertThat(inTheWay).isDirectory();
    }

    @Test
    void replacesASmallFileWhole() throws IOException {
        DirectoryDestination destination = new DirectoryDestination(directory);
        destination.put("reconcile/date=2026-11-22.json", "application/json", new byte[] {1, 2, 3});
        destination.put("reconcile/date=2026-11-22.json", "application/json", new byte[] {4});
        assertThat(directory.resolve("reconcile/date=2026-11-22.json")).hasBinaryContent(new byte[] {4});
        assertThat(destination.list("reconcile/"))
                .extracting(StoredEntry::key)
                .containsExactly("reconcile/date=2026-11-22.json");
    }

    @Test
    void saysWhatCannotBeListed() throws IOException {
        Files.writeString(directory.resolve("json"), "a file where a folder should be");
        assertThatThrownBy(() -> new DirectoryDestination(directory).list("json"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("could not be listed at " + directory.resolve("json"))
                .hasMessageContaining("NotDirectoryException");
    }

    private static Destination destination(String setting) {
        return new ReportDestination(TestSettings.of("REPORT_DESTINATION", setting), null, null).required();
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
