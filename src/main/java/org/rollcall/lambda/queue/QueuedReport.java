package org.rollcall.lambda.queue;

import java.time.Instant;
import org.rollcall.report.ReportRequest;

/**
 * What a message asks for.
 *
 * @param notBefore when it is to be begun with; {@code null} for at once
 */
record QueuedReport(ReportRequest request, Instant notBefore) {}
