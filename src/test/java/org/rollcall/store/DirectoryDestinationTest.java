package org.rollcall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryDestinationTest {
    @TempDir
    Path directory;

    @Test
    void listsWhatIsInOneFolder() {
        DirectoryDestination destination = new DirectoryDestination(directory);
        destination.put("json/date=2026-11-22/1_a.json", "application/json", new byte[] {1});
        destination.put("json/date=2026-11-22/2_b.json", "application/json", new byte[] {1});
        destination.put("json/date=2026-11-23/3_c.json", "application/json", new byte[] {1});
        assertThat(destination.list("json/date=2026-11-22/")).containsExactlyInAnyOrder("1_a.json", "2_b.json");
        assertThat(destination.list("json/date=2026-11-21/")).isEmpty();
    }

    @Test
    void replacesASmallFileWhole() throws IOException {
        DirectoryDestination destination = new DirectoryDestination(directory);
        destination.put("reconcile/date=2026-11-22.json", "application/json", new byte[] {1, 2, 3});
        destination.put("reconcile/date=2026-11-22.json", "application/json", new byte[] {4});
        assertThat(directory.resolve("reconcile/date=2026-11-22.json")).hasBinaryContent(new byte[] {4});
        assertThat(destination.list("reconcile/")).containsExactly("date=2026-11-22.json");
    }

    @Test
    void saysWhatCannotBeListed() throws IOException {
        Files.writeString(directory.resolve("json"), "a file where a folder should be");
        assertThatThrownBy(() -> new DirectoryDestination(directory).list("json"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("could not be listed (NotDirectoryException)");
    }
}
