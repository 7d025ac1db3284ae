package org.rollcall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryDestinationTest {
    @TempDir
    Path directory;

    @Test
    void listsWhatIsInOneFolder() throws IOException {
        DirectoryDestination destination = new DirectoryDestination(directory);
        destination.put("json/date=2026-11-22/1_a.json", "application/json", new byte[] {1});
        destination.put("json/date=2026-11-22/2_b.json", "application/json", new byte[] {1});
        destination.put("json/date=2026-11-23/3_c.json", "application/json", new byte[] {1});
        Instant then = Instant.parse("2026-11-22T10:02:00Z");
        Files.setLastModifiedTime(directory.resolve("json/date=2026-11-22/1_a.json"), FileTime.from(then));
        Files.setLastModifiedTime(
                directory.resolve("json/date=2026-11-22/2_b.json"), FileTime.from(then.plusSeconds(1)));
        assertThat(destination.list("json/date=2026-11-22/"))
                .isEqualTo(Map.of("1_a.json", then, "2_b.json", then.plusSeconds(1)));
        assertThat(destination.list("json/date=2026-11-21/")).isEmpty();
    }

    @Test
    void replacesASmallFileWhole() throws IOException {
        DirectoryDestination destination = new DirectoryDestination(directory);
        destination.put("reconcile/date=2026-11-22.json", "application/json", new byte[] {1, 2, 3});
        destination.put("reconcile/date=2026-11-22.json", "application/json", new byte[] {4});
        assertThat(directory.resolve("reconcile/date=2026-11-22.json")).hasBinaryContent(new byte[] {4});
        assertThat(destination.list("reconcile/")).containsOnlyKeys("date=2026-11-22.json");
    }

    @Test
    void saysWhatCannotBeListed() throws IOException {
        Files.writeString(directory.resolve("json"), "a file where a folder should be");
        assertThatThrownBy(() -> new DirectoryDestination(directory).list("json"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("could not be listed (NotDirectoryException)");
    }
}
