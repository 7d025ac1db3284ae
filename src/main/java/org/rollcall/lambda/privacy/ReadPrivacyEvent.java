package org.rollcall.lambda.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.rollcall.lambda.event.InvalidRequestException;
import org.rollcall.lambda.privacy.PrivacyEvent.Task;
import org.rollcall.report.erasure.PersonIdentifiers;

/** Reads the event: {@code {"find": {…}}} or {@code {"erase": {…}}}. A field that it does not know is an error. */
@Singleton
class ReadPrivacyEvent {
    private static final List<String> IDENTIFIERS =
            List.of("email", "name", "meeting_uuid", "participant_user_id", "registrant_id", "customer_key");
    private static final String ACCEPTS = "It accepts {\"find\": {\"email\": ...}} or {\"erase\": {\"email\": ...}}.";

    private final ObjectMapper mapper;

    ReadPrivacyEvent(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Reads it.
     *
     * @throws InvalidRequestException when it is not such an event; the message quotes no identifier
     */
    PrivacyEvent read(InputStream in) throws IOException {
        JsonNode event = parse(in);
        List<Task> tasks = Arrays.stream(Task.values())
                .filter(task -> event.has(task.value()))
                .toList();
        if (!event.isObject() || tasks.size() != 1) {
            throw new InvalidRequestException("The event", "asks for nothing, or for two things at once. " + ACCEPTS);
        }
        String task = tasks.get(0).value();
        check("The event", event, List.of(task, Continuation.FIELD));
        JsonNode person = event.get(task);
        check(task, person, IDENTIFIERS);
        JsonNode rest = event.path(Continuation.FIELD);
        if (!rest.isMissingNode()) {
            check(Continuation.FIELD, rest, List.of(Continuation.AFTER, Continuation.AGAIN));
        }
        return new PrivacyEvent(
                tasks.get(0),
                person(person),
                rest.path(Continuation.AFTER).asText(""),
                rest.path(Continuation.AGAIN).asBoolean());
    }

    private JsonNode parse(InputStream in) throws IOException {
        try {
            JsonNode event = mapper.readTree(in);
            return event == null ? MissingNode.getInstance() : event;
        } catch (JsonProcessingException e) {
            throw new InvalidRequestException("The event", "is not JSON. " + ACCEPTS);
        }
    }

    // Not the names of the others, which can be anything.
    private static void check(String what, JsonNode object, List<String> known) {
        if (!object.isObject()) {
            throw new InvalidRequestException(what, "is not an object. " + ACCEPTS);
        }
        TreeSet<String> others = new TreeSet<>();
        object.fieldNames().forEachRemaining(others::add);
        known.forEach(others::remove);
        if (!others.isEmpty()) {
            throw new InvalidRequestException(
                    what, "has a field that is not understood. It accepts " + String.join(", ", known) + ".");
        }
    }

    private static PersonIdentifiers person(JsonNode person) {
        try {
            return new PersonIdentifiers(
                    text(person, "email"),
                    text(person, "name"),
                    text(person, "meeting_uuid"),
                    text(person, "participant_user_id"),
                    text(person, "registrant_id"),
                    text(person, "customer_key"));
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException("The person", "can't be understood. " + e.getMessage());
        }
    }

    private static String text(JsonNode person, String field) {
        JsonNode value = person.path(field);
        if (!value.isMissingNode() && !value.isNull() && !value.isTextual()) {
            throw new InvalidRequestException(field, "is not a string.");
        }
        return value.textValue();
    }
}
