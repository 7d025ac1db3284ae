package org.rollcall.format.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Writes a workbook's sheets with their dimensions. fastexcel says of every sheet that it has one cell, and readers
 * that go by that find no more (openpyxl in its read-only mode, for one).
 */
final class SheetDimensions {
    private static final String WRITTEN = "<dimension ref=\"A1\"/>";
    /** The dimension is within so many bytes. */
    private static final int HEAD = 1024;
    /** The first that a ZIP file can say: a workbook of the same rows has the same bytes whenever it is made. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** Of zlib's, the best that does not look for longer matches: half the time of its default, and 14 % larger. */
    private static final int COMPRESSION = 3;

    private SheetDimensions() {}

    /**
     * Copies a workbook.
     *
     * @param dimensions by the number of the sheet, from 1: the cells it has, as {@code A1:C3}
     */
    static void copy(Path workbook, OutputStream out, Map<Integer, String> dimensions) throws IOException {
        ZipOutputStream copy = new ZipOutputStream(out);
        copy.setLevel(COMPRESSION);
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                ZipEntry same = new ZipEntry(entry.getName());
                same.setTimeLocal(TIME);
                copy.putNextEntry(same);
                try (InputStream in = zip.getInputStream(entry)) {
                    String dimension = dimensions.get(sheet(entry.getName()));
                    if (dimension != null) {
                        // One byte a character, so that a character cut in two stays whole.
                        String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
                        copy.write(head.replace(WRITTEN, "<dimension ref=\"" + dimension + "\"/>")
                                .getBytes(StandardCharsets.ISO_8859_1));
                    }
                    in.transferTo(copy);
                }
                copy.closeEntry();
            }
        }
        copy.finish();
    }

    private static Integer sheet(String name) {
        String number = name.replaceFirst("^xl/worksheets/sheet(\\d+)\\.xml$", "$1");
        return number.equals(name) ? null : Integer.valueOf(number);
    }
}
