package org.rollcall.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.format.CsvFormat;
import org.rollcall.format.Document;
import org.rollcall.format.DocumentFile;

/** A document, to be put somewhere. */
abstract class StoreTest {
    static final String KEY = "csv/date=2026-11-22/1_dQ.csv";
    static final String TEXT = "name\r\nZoë 🎓\r\n";

    @TempDir
    Path directory;

    Document document;

    @BeforeEach
    void write() throws IOException {
        document = written(TEXT);
    }

    /** A document of that text. */
    Document written(String text) throws IOException {
        DocumentFile file = new DocumentFile(new CsvFormat(), directory);
        try (OutputStream out = file.open()) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file.whole();
    }
}
