package org.rollcall.lambda.event;

import java.time.Instant;

/**
 * An event that asks for a report.
 *
 * @param request what is asked for
 * @param store whether to store the report and answer with a receipt, or to answer with the report itself
 * @param notBefore when to begin with it; {@code null} for at once
 * @param recount whether reconciliation has it read once more
 */
public record ReportEvent(ReportRequest request, boolean store, Instant notBefore, boolean recount) implements Event {
    /** One of a report that is not known to lack rows. */
    public ReportEvent(ReportRequest request, boolean store, Instant notBefore) {
        this(request, store, notBefore, false);
    }
}
