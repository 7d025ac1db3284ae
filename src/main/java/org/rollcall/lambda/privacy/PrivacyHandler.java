package org.rollcall.lambda.privacy;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jboss.logging.Logger;
import org.rollcall.lambda.Deadlines;
import org.rollcall.lambda.FunctionHandler;
import org.rollcall.lambda.watch.LogFields;
import org.rollcall.zoom.call.Deadline;

/** The handler for people's data: finds a person in everything that is stored, and erases a person from it. */
@Named("privacy")
public class PrivacyHandler extends FunctionHandler {
    private static final Logger LOG = Logger.getLogger(PrivacyHandler.class);

    private final ReadPrivacyEvent events;
    private final FindPeople findPeople;
    private final ErasePeople erasePeople;
    private final Deadlines deadlines;
    private final ObjectMapper mapper;

    PrivacyHandler(
            ReadPrivacyEvent events,
            FindPeople findPeople,
            ErasePeople erasePeople,
            Deadlines deadlines,
            ObjectMapper mapper) {
        this.events = events;
        this.findPeople = findPeople;
        this.erasePeople = erasePeople;
        this.deadlines = deadlines;
        this.mapper = mapper;
    }

    /**
     * @param in the person, as {@link ReadPrivacyEvent} reads them
     * @param out where they are, or what was done
     */
    @Override
    protected void handle(InputStream in, OutputStream out, Context context, LogFields fields) throws IOException {
        PrivacyEvent event = events.read(in);
        Deadline deadline = deadlines.of(context);
        boolean isFind = event.task() == PrivacyEvent.Task.FIND;
        ObjectNode answer = isFind ? findPeople.find(event, deadline) : erasePeople.erase(event, deadline);
        // Not who it is.
        try (LogFields more = new LogFields().with("outcome", isFind ? "found" : "erased")) {
            if (answer.path("complete").asBoolean()) {
                LOG.infof(
                        "All that is stored was gone through for a person (%s).",
                        event.task().value());
            } else {
                LOG.warnf(
                        "Time ran out before all that is stored was gone through for a person (%s). Invoke the"
                                + " function again with what the answer has in continue.",
                        event.task().value());
            }
        }
        mapper.writeValue(out, answer);
    }
}
