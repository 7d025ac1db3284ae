package org.rollcall.lambda;

import org.rollcall.report.ReportRequest;

/**
 * A direct event.
 *
 * @param request what is asked for
 * @param store whether to store the report and answer with a receipt, or to answer with the report itself
 */
public record ReportEvent(ReportRequest request, boolean store) {}
