package org.rollcall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.format.AttendanceFormat;
import org.rollcall.format.CsvFormat;
import org.rollcall.format.HtmlFormat;
import org.rollcall.format.JsonFormat;
import org.rollcall.format.NdjsonFormat;
import org.rollcall.format.ReportFormat;
import org.rollcall.format.XlsxFormat;

class ReadDirectoryTest extends StoreTest implements DestinationTest {
    @Override
    public Destination destination() {
        return new DirectoryDestination(directory.resolve("reports"));
    }

    static Stream<ReportFormat> formats() {
        return Stream.of(
                new JsonFormat(),
                new CsvFormat(),
                new NdjsonFormat(),
                new AttendanceFormat(),
                new HtmlFormat(),
                new XlsxFormat());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void tellsTheMediaTypeOfEveryFormat(ReportFormat format) throws IOException {
        String key = format.name() + "/date=2026-11-22/1_dQ." + format.extension();
        destination().put(key, "", new byte[1]);

        try (StoredObject object = destination().read(key).orElseThrow()) {
            assertThat(object.contentType()).isEqualTo(format.contentType());
        }
    }

    @Test
    void leavesOutWhatIsNotInItsPlaceYet() throws IOException {
        destination().put(ENTRY, JSON, new byte[1]);
        Files.write(directory.resolve("reports/index/932/.3f0c7a52.part"), new byte[1]);

        assertThat(destination().list("index/")).extracting(StoredEntry::key).containsExactly(ENTRY);
    }

    @Test
    void tellsWhatIsNotThereFromWhatCannotBeRead() throws IOException {
        Files.createDirectories(directory.resolve("reports").resolve(ENTRY));

        assertThatThrownBy(() -> destination().read(ENTRY).orElseThrow().readAll(1))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(
                        directory.resolve("reports").resolve(ENTRY).toString())
                .hasMessageContaining("could");
    }

    @Test
    void saysWhereNothingCouldBeDeleted() throws IOException {
        Files.createDirectories(directory.resolve("reports").resolve(ENTRY).resolve("in the way"));

        assertThatThrownBy(() -> destination().delete(ENTRY))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("Nothing could be deleted at " + directory.resolve("reports/" + ENTRY))
                .hasMessageContaining("DirectoryNotEmptyException");
    }
}
