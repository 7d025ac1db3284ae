package org.rollcall.lambda.api;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.rollcall.format.ReportFormat;
import org.rollcall.lambda.event.ReportRequest;
import org.rollcall.lambda.http.Preconditions;
import org.rollcall.report.MeetingType;
import org.rollcall.report.Source;
import org.rollcall.store.Receipt;
import org.rollcall.zoom.source.MeetingQuery;

/**
 * A report that someone asks for over HTTP.
 *
 * @param request what is asked for, the format of the answer first
 * @param gzip whether the client takes a compressed answer
 * @param refresh whether Zoom is asked though the report is stored, and what comes is stored
 * @param preconditions what the client has of it
 * @param stage what the API's paths begin with; empty for nothing
 */
record ApiRequest(ReportRequest request, boolean gzip, boolean refresh, Preconditions preconditions, String stage) {
    MeetingQuery query() {
        return request.query();
    }

    /** Returns the format of the answer. */
    ReportFormat format() {
        return request.formats().get(0);
    }

    /**
     * Returns whether a stored report can be the answer: not on Zoom's own paths, nor of a meeting that goes on, nor
     * with people or fields chosen by the request, which documents are not made anew for.
     */
    boolean takesStored() {
        MeetingQuery query = query();
        return !refresh
                && !query.unchanged()
                && query.types().stream().anyMatch(MeetingType.ENDED::contains)
                && MeetingQuery.REGISTRANT_ID.equals(query.includeFields())
                && request.filter().isNone();
    }

    /** Returns whether what is stored of an instance is what is asked for. */
    boolean takes(Receipt receipt) {
        List<Source> sources = query().sources();
        return receipt.complete()
                && query().id().kind() == receipt.meeting().kind()
                && (sources.isEmpty()
                        || sources.stream().anyMatch(source -> source.value().equals(receipt.source())))
                && (receipt.type() == null
                        || query().types().stream()
                                .anyMatch(type -> type.value().equals(receipt.type())));
    }

    /** Returns the same in these formats as well. */
    ApiRequest with(List<ReportFormat> formats) {
        Set<ReportFormat> all = new LinkedHashSet<>(request.formats());
        all.addAll(formats);
        return new ApiRequest(
                new ReportRequest(query(), new ArrayList<>(all), request.filter(), request.attendance()),
                gzip,
                refresh,
                preconditions,
                stage);
    }
}
