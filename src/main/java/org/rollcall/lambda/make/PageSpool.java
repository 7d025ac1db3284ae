package org.rollcall.lambda.make;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.rollcall.format.ReportDocuments;
import org.rollcall.report.row.Row;
import org.rollcall.zoom.api.ParticipantsPageReader;

/** The pages of a report in a temporary file, from which its documents can be written once more. */
final class PageSpool implements Closeable {
    private static final byte[] BEGIN = "{\"participants\":[".getBytes(StandardCharsets.UTF_8);
    private static final byte[] END = "]}".getBytes(StandardCharsets.UTF_8);

    private final Path directory;
    private final Path file;
    private final DataOutputStream out;
    private int pages;

    /** @throws IOException when there is no space for it */
    PageSpool() throws IOException {
        directory = ReportDocuments.createDirectory();
        file = directory.resolve("pages");
        try {
            out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
        } catch (Throwable e) {
            Files.delete(directory);
            throw e;
        }
    }

    /** Takes a page in. */
    void add(List<Row> rows) throws IOException {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        page.write(BEGIN);
        boolean first = true;
        for (Row row : rows) {
            if (!first) {
                page.write(',');
            }
            first = false;
            row.writeJson(page);
        }
        page.write(END);
        out.writeInt(page.size());
        page.writeTo(out);
        pages++;
    }

    /** Gives every page, in their order. No more are taken in. */
    void replay(PageWork work) throws IOException {
        out.close();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (int page = 0; page < pages; page++) {
                byte[] json = new byte[in.readInt()];
                in.readFully(json);
                work.on(ParticipantsPageReader.read(json).participants());
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(directory);
        }
    }

    /** What is done with a page. */
    interface PageWork {
        void on(List<Row> rows) throws IOException;
    }
}
