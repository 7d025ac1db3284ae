package org.rollcall.report;

import org.rollcall.failure.FailureKind;
import org.rollcall.failure.RollcallException;

/** Zoom's pages do not add up to the report that Zoom announced; nothing was stored. */
public class IncompleteReportException extends RollcallException {

    public IncompleteReportException(String message) {
        super(FailureKind.INCOMPLETE_REPORT, message);
    }
}
