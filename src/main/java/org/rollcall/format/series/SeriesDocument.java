package org.rollcall.format.series;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import org.rollcall.report.series.Series;

/** The documents of a series. All of them are written, whatever {@code REPORT_FORMATS} says. */
public enum SeriesDocument {
    JSON("json", "application/json", SeriesJson::write),
    CSV("csv", "text/csv; charset=utf-8", SeriesCsv::write),
    HTML("html", "text/html; charset=utf-8", SeriesPage::write),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", SeriesWorkbook::write);

    private final String extension;
    private final String contentType;
    private final SeriesWriter writer;

    SeriesDocument(String extension, String contentType, SeriesWriter writer) {
        this.extension = extension;
        this.contentType = contentType;
        this.writer = writer;
    }

    /** Returns the document of that name, if there is one. */
    public static Optional<SeriesDocument> named(String name) {
        return Arrays.stream(values())
                .filter(document -> document.extension.equals(name))
                .findFirst();
    }

    /** Returns the name it is asked for by, which is also the file name's extension. */
    public String extension() {
        return extension;
    }

    /** Returns the media type. */
    public String contentType() {
        return contentType;
    }

    /** Returns the document. */
    public byte[] bytes(Series series) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writer.write(series, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private interface SeriesWriter {
        void write(Series series, OutputStream out) throws IOException;
    }
}
