package org.rollcall.report;

/** Zoom's pages do not add up to the report that Zoom announced; nothing was stored. */
public class IncompleteReportException extends RuntimeException {

    public IncompleteReportException(String message) {
        super(message);
    }
}
