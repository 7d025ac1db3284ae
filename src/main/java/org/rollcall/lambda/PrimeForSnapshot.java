package org.rollcall.lambda;

import io.quarkus.arc.All;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.rollcall.format.Redaction;
import org.rollcall.format.ReportDocuments;
import org.rollcall.format.ReportFormat;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingKind;
import org.rollcall.report.MeetingType;
import org.rollcall.report.ReportFold;
import org.rollcall.report.Source;
import org.rollcall.settings.InvalidSettingException;
import org.rollcall.store.Destination;
import org.rollcall.store.ReportDestination;
import org.rollcall.zoom.api.ParticipantsPage;
import org.rollcall.zoom.api.ParticipantsPageReader;

/**
 * Goes through a report once before SnapStart takes its snapshot, so that what it takes is loaded when the function is
 * restored (AWS: runtime hooks for Lambda SnapStart). It sends no request, and a native executable does without it.
 */
@Singleton
@IfBuildProperty(name = "quarkus.native.enabled", stringValue = "false", enableIfMissing = true)
class PrimeForSnapshot implements Resource {
    private static final String PAGE =
            """
            {"page_count":1,"page_size":300,"total_records":1,"next_page_token":"","participants":[
            {"id":"1","user_name":"=1","join_time":"2026-01-01T09:00:00Z","leave_time":"2026-01-01T10:00:00Z","new":1}]}""";

    private final List<ReportFormat> formats;
    private final Instance<ReportDestination> destination;
    private final DeleteLeftovers leftovers;

    PrimeForSnapshot(
            @All List<ReportFormat> formats, Instance<ReportDestination> destination, DeleteLeftovers leftovers) {
        this.formats = formats;
        this.destination = destination;
        this.leftovers = leftovers;
    }

    void register(@Observes StartupEvent event) {
        Core.getGlobalContext().register(this);
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) throws IOException, GeneralSecurityException {
        ParticipantsPage page = ParticipantsPageReader.read(PAGE.getBytes(StandardCharsets.UTF_8));
        ReportFold fold = new ReportFold(Source.DASHBOARD, MeetingType.PAST);
        fold.add(page.participants(), page.totalRecords(), page.otherFields());
        try (ReportDocuments documents = new ReportDocuments(formats, Redaction.NONE)) {
            documents.page(page.participants());
            documents.end(fold.finish(Meeting.ofId(MeetingKind.MEETING, "1"), Instant.EPOCH));
        }
        SSLContext.getDefault();
        try {
            destination.get().get().ifPresent(Destination::prime);
        } catch (InvalidSettingException e) {
            // The first event gets the error.
        }
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        // Nothing that was primed goes stale. But this is a process's start, perhaps in a sandbox of another's.
        leftovers.delete();
    }
}
