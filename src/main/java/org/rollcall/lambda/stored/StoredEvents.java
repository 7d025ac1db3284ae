package org.rollcall.lambda.stored;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import org.rollcall.lambda.event.RemakeEvent;
import org.rollcall.lambda.event.SeriesEvent;
import org.rollcall.lambda.stored.MakeSeries.MadeSeries;
import org.rollcall.lambda.stored.RemakeReports.Remade;
import org.rollcall.store.StoredDocument;

/** The answers to events about stored reports. */
@Singleton
public class StoredEvents {
    private final ObjectMapper mapper;

    StoredEvents(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Returns the answer to a {@link SeriesEvent}, as JSON. */
    public ObjectNode answer(MadeSeries made) {
        ObjectNode answer = mapper.createObjectNode()
                .put("series", made.meetingId())
                .put("instances", made.instances())
                .put("people", made.people());
        ArrayNode documents = answer.putArray("documents");
        for (StoredDocument document : made.documents()) {
            documents
                    .addObject()
                    .put("format", document.format())
                    .put("location", document.location().toString())
                    .put("content_type", document.contentType())
                    .put("bytes", document.bytes());
        }
        return answer;
    }

    /** Returns the answer to a {@link RemakeEvent}, as JSON. With what it is continued by, where time ran out. */
    public ObjectNode answer(Remade made) {
        ObjectNode answer = mapper.createObjectNode()
                .put("remake", made.meetingId())
                .put("remade", made.remade())
                .put("skipped", made.skipped());
        made.rest().ifPresent(rest -> answer.put("after", rest.after()));
        return answer;
    }
}
