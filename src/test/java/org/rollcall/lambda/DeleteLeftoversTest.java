package org.rollcall.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.LogRecords;
import org.rollcall.format.Redaction;
import org.rollcall.format.ReportDocuments;
import org.rollcall.format.SpyFormat;

/** The function as it starts in Lambda, after a process that was killed while it wrote a report. */
@QuarkusTest
@TestProfile(DeleteLeftoversTest.Profile.class)
class DeleteLeftoversTest {
    private static final Optional<String> SANDBOX = Optional.of("/var/task");

    private final LogRecords log = LogRecords.capture();

    @TempDir
    Path directory;

    public static class Profile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Files.createFile(Files.createTempDirectory("rollcall-").resolve("left.over"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Map.of("lambda.task-root", SANDBOX.get());
        }
    }

    @AfterEach
    void end() {
        log.close();
    }

    @Test
    void nothingIsLeftWhenTheFunctionHasStarted() {
        assertThat(TemporaryFiles.ofReports()).noneMatch(report -> Files.exists(report.resolve("left.over")));
    }

    @Test
    void knowsTheFilesOfAReportThatNobodyClosed() throws IOException {
        SpyFormat spy = new SpyFormat();
        new ReportDocuments(List.of(spy), Redaction.NONE);
        Files.createFile(spy.directory.resolve("json.json"));

        leftovers(SANDBOX, spy.directory.getParent()).delete();

        assertThat(spy.directory).doesNotExist();
    }

    @Test
    void leavesEverythingElse() throws IOException {
        for (String name : List.of("rollcall-", "rollcall-task-1", "rollcall-1x", "other-1", "1")) {
            Files.createFile(Files.createDirectory(directory.resolve(name)).resolve("file"));
        }
        Files.createFile(directory.resolve("rollcall-12"));

        leftovers(SANDBOX, directory).delete();

        assertThat(directory.toFile().list()).hasSize(6);
        assertThat(directory.resolve("rollcall-1x/file")).exists();
    }

    @Test
    void leavesReportsWhereAnotherProcessMayBeAtWorkOnThem() throws IOException {
        Path report = Files.createDirectory(directory.resolve("rollcall-12"));

        leftovers(Optional.empty(), directory).delete();
        leftovers(Optional.of("/home/someone/function"), directory).delete();

        assertThat(report).exists();
    }

    @Test
    void startsAllTheSameWhereSomethingCannotBeDeleted() throws IOException {
        Files.createDirectories(directory.resolve("rollcall-1/not/of/ours"));
        Path other = Files.createDirectory(directory.resolve("rollcall-2"));

        leftovers(SANDBOX, directory).delete();
        leftovers(SANDBOX, directory.resolve("nowhere")).delete();

        assertThat(other).doesNotExist();
        assertThat(log.text()).containsOnlyOnce("could not be deleted").contains("rollcall-1");
    }

    private static DeleteLeftovers leftovers(Optional<String> taskRoot, Path directory) {
        return new DeleteLeftovers(taskRoot, directory.toString());
    }
}
