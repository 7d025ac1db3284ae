package org.rollcall.lambda.api;

import org.rollcall.format.ReportFormat;
import org.rollcall.report.ReportRequest;

/**
 * A report that someone asks for over HTTP.
 *
 * @param request what is asked for, in one format
 * @param format that format
 * @param gzip whether the client takes a compressed answer
 */
record ApiRequest(ReportRequest request, ReportFormat format, boolean gzip) {}
