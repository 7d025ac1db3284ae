package org.rollcall.lambda.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jboss.logging.Logger;
import org.rollcall.report.Meeting;
import org.rollcall.report.row.Times;
import org.rollcall.store.ReportDestination;
import org.rollcall.store.StoreException;
import org.rollcall.store.StoredObject;

/**
 * What was found of each day, at {@code reconcile/date=YYYY-MM-DD.json}, for whoever has to show that no meeting is
 * missing. It names meetings by their IDs alone. The next reconciliation of the day reads it, so that no index entry is
 * read twice.
 */
@Singleton
class DaySummaries {
    private static final Logger LOG = Logger.getLogger(DaySummaries.class);
    private static final int LARGEST = 1 << 24;

    private final ReportDestination destination;
    private final ObjectMapper mapper;
    private final InstantSource clock;

    DaySummaries(ReportDestination destination, ObjectMapper mapper, InstantSource clock) {
        this.destination = destination;
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * Reads the last summary of a day. One that can't be understood counts as none.
     *
     * @throws StoreException when it can't be read
     */
    EarlierSummary read(LocalDate day) {
        return destination
                .required()
                .read(key(day))
                .map(this::parse)
                .orElseGet(() -> new EarlierSummary(MissingNode.getInstance()));
    }

    private EarlierSummary parse(StoredObject object) {
        try (object) {
            if (object.bytes() <= LARGEST) {
                return new EarlierSummary(mapper.readTree(object.readAll(LARGEST)));
            }
        } catch (IOException e) {
            // It is named below, as one that is too large.
        }
        LOG.warnf("The summary at %s can't be understood. It is written anew.", object.location());
        return new EarlierSummary(MissingNode.getInstance());
    }

    /**
     * Stores the summary of a day whose missing reports are queued.
     *
     * @throws StoreException when it can't be stored
     */
    void write(ReconciledDay day) {
        int queued = day.toReport().size() + day.toRecount().size();
        ObjectNode summary = summary(day.date())
                .put("ended", day.ended())
                .put("stored", day.stored())
                .put("queued", queued)
                .put("excluded", day.excluded());
        name(summary.putArray("missing"), day.missing());
        name(summary.putArray("recounted"), day.recounted());
        ObjectNode rows = summary.putObject("rows");
        day.rows().forEach(rows::put);
        write(day.date(), summary);
    }

    /**
     * Stores the summary of a day whose meetings Zoom does not list for this account.
     *
     * @throws StoreException when it can't be stored
     */
    void writeWithoutList(LocalDate day) {
        write(day, summary(day).put("list", "none"));
    }

    private ObjectNode summary(LocalDate day) {
        return mapper.createObjectNode().put("date", day.toString());
    }

    private static void name(ArrayNode names, List<Meeting> meetings) {
        for (Meeting meeting : meetings) {
            ObjectNode name = names.addObject().put("id", meeting.id()).put("uuid", meeting.uuid());
            if (meeting.uuid() == null) {
                name.put("start_time", Times.text(meeting.startTime()));
            }
        }
    }

    private void write(LocalDate day, ObjectNode summary) {
        summary.put("generated_at", clock.instant().toString());
        destination.required().put(key(day), "application/json", bytes(summary));
    }

    private static String key(LocalDate day) {
        return "reconcile/date=" + day + ".json";
    }

    private byte[] bytes(ObjectNode summary) {
        try {
            return mapper.writeValueAsBytes(summary);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
