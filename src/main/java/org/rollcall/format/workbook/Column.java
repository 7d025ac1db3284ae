package org.rollcall.format.workbook;

/**
 * A column of a sheet.
 *
 * @param name what its first cell says
 * @param width how wide it is, in characters
 * @param format the number format of its cells; {@code null} for none
 */
record Column(String name, int width, String format) {
    private static final int LEAST = 8;
    private static final int MOST = 40;
    /** Beside the text there is the button of the filter. */
    private static final int ROOM = 3;

    /** A column of texts or numbers, of which the longest has so many characters. */
    static Column of(String name, int longest) {
        return new Column(name, Math.max(LEAST, Math.min(MOST, Math.max(name.length(), longest) + ROOM)), null);
    }

    /** A column of times in a zone: Excel's own times have none. */
    static Column ofTimes(String name, String zone) {
        String header = name + " (" + zone + ")";
        return new Column(header, Math.max(21, header.length() + ROOM), SpreadsheetCell.TIME_FORMAT);
    }
}
