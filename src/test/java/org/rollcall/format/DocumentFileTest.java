package org.rollcall.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentFileTest {
    private static final int MEGABYTE = 1 << 20;
    private static final int PIECE = 1 << 16;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            ints = {0, 1, PIECE - 1, PIECE, PIECE + 1, MEGABYTE, MEGABYTE + PIECE, MEGABYTE + PIECE + 1, 3 * MEGABYTE})
    void isWhatWasWritten(int bytes) throws IOException {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);

        Document document = written(new DocumentFile(new CsvFormat(), directory), content);

        CRC32 checksum = new CRC32();
        checksum.update(content);
        assertThat(Documents.bytes(document)).isEqualTo(content).isEqualTo(Documents.bytes(document));
        assertThat(document.bytes()).isEqualTo(bytes);
        assertThat(document.crc32()).isEqualTo((int) checksum.getValue());
    }

    @Test
    void isInAFileBeyondAMegabyteAlone() throws IOException {
        written(new DocumentFile(new CsvFormat(), directory), new byte[MEGABYTE]);
        assertThat(directory).isEmptyDirectory();

        written(new DocumentFile(new CsvFormat(), directory), new byte[2 * MEGABYTE]);
        assertThat(directory).isNotEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2 * MEGABYTE})
    void canBeReadWhileItIsWrittenAnew(int bytes) throws IOException {
        DocumentFile file = new DocumentFile(new CsvFormat(), directory);
        Document before = written(file, new byte[bytes]);
        Document after;
        try (OutputStream out = file.open()) {
            before.open().transferTo(out);
            out.write(1);
            file.deleteEarlier();
        }
        after = file.whole();

        assertThat(Documents.bytes(after)).hasSize(bytes + 1).endsWith(0, 1);
        assertThat(directory.toFile().list()).hasSize(bytes > MEGABYTE ? 1 : 0);
    }

    // In all the ways that writers do.
    private static Document written(DocumentFile file, byte[] content) throws IOException {
        try (OutputStream out = file.open()) {
            int half = content.length / 2;
            for (int i = 0; i < half; i += 1000) {
                out.write(content, i, Math.min(1000, half - i));
            }
            for (int i = half; i < Math.min(half + 1000, content.length); i++) {
                out.write(content[i]);
            }
            int rest = Math.min(half + 1000, content.length);
            out.write(content, rest, content.length - rest);
        }
        return file.whole();
    }
}
