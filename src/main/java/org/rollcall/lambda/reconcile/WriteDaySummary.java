package org.rollcall.lambda.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.rollcall.report.Meeting;
import org.rollcall.store.ReportDestination;
import org.rollcall.store.StoreException;

/**
 * Stores what was found of a day at {@code reconcile/date=YYYY-MM-DD.json}, for whoever has to show that no meeting is
 * missing. It names meetings by their IDs alone.
 */
@Singleton
class WriteDaySummary {
    private final ReportDestination destination;
    private final ObjectMapper mapper;
    private final InstantSource clock;

    WriteDaySummary(ReportDestination destination, ObjectMapper mapper, InstantSource clock) {
        this.destination = destination;
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * Stores the summary of a day whose missing reports are queued.
     *
     * @throws StoreException when it can't be stored
     */
    void write(ReconciledDay day) {
        ObjectNode summary = mapper.createObjectNode()
                .put("date", day.date().toString())
                .put("ended", day.ended())
                .put("stored", day.stored())
                .put("queued", day.missing().size());
        ArrayNode missing = summary.putArray("missing");
        for (Meeting meeting : day.missing()) {
            missing.addObject().put("id", meeting.id()).put("uuid", meeting.uuid());
        }
        summary.put("generated_at", clock.instant().toString());
        destination.required().put("reconcile/date=" + day.date() + ".json", "application/json", bytes(summary));
    }

    private byte[] bytes(ObjectNode summary) {
        try {
            return mapper.writeValueAsBytes(summary);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
