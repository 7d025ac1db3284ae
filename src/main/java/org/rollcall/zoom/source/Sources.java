package org.rollcall.zoom.source;

import jakarta.inject.Singleton;
import java.util.List;
import org.rollcall.report.Source;
import org.rollcall.settings.Settings;

/** The sources, in the order in which they are asked. */
@Singleton
class Sources {
    private final DashboardSource dashboard;
    private final ReportSource report;
    private final PastSource past;
    private final Settings settings;

    Sources(DashboardSource dashboard, ReportSource report, PastSource past, Settings settings) {
        this.dashboard = dashboard;
        this.report = report;
        this.past = past;
        this.settings = settings;
    }

    /**
     * Returns the sources.
     *
     * @param wanted in this order; empty for those that {@code ZOOM_SOURCES} names
     */
    List<ParticipantSource> of(List<Source> wanted) {
        return (wanted.isEmpty() ? settings.zoomSources() : wanted)
                .stream().map(this::of).toList();
    }

    private ParticipantSource of(Source source) {
        return switch (source) {
            case DASHBOARD -> dashboard;
            case REPORT -> report;
            case PAST -> past;
        };
    }
}
