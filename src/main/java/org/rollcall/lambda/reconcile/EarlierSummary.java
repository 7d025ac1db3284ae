package org.rollcall.lambda.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.rollcall.report.Meeting;
import org.rollcall.report.row.Times;
import org.rollcall.store.StoredEntry;

/** What the last reconciliation of a day found. */
record EarlierSummary(JsonNode json) {
    /** S3's clock and a function's are not the same. */
    private static final Duration MARGIN = Duration.ofMinutes(15);

    /**
     * Returns whether it counted a report's rows, and the report is still the same.
     *
     * @param document one of the report's, as the list has it now
     */
    boolean has(String name, StoredEntry document) {
        Instant then = Times.parse(json.path("generated_at").textValue());
        return then != null
                && json.path("rows").has(name)
                && document.lastModified().plus(MARGIN).isBefore(then);
    }

    /** Returns how many rows it counted; {@code null} where that is not known. */
    Integer rows(String name) {
        JsonNode rows = json.path("rows").path(name);
        return rows.isInt() ? Integer.valueOf(rows.intValue()) : null;
    }

    /** Returns whether a report was queued to be read once more. */
    boolean isRecounted(Meeting meeting) {
        for (JsonNode recounted : json.path("recounted")) {
            if (recounted.path("uuid").asText().equals(meeting.uuid())) {
                return true;
            }
        }
        return false;
    }
}
