package org.rollcall.lambda.privacy;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What an answer says where time ran out; the event that goes on has it. */
final class Continuation {
    /** The field of answers and events. */
    static final String FIELD = "continue";

    static final String AFTER = "after";
    static final String AGAIN = "again";

    private Continuation() {}

    /**
     * Returns an answer that is not complete.
     *
     * @param after the place behind which to go on
     * @param again whether all has to be gone through once more after that
     */
    static ObjectNode of(ObjectNode answer, String after, boolean again) {
        answer.put("complete", false).putObject(FIELD).put(AFTER, after).put(AGAIN, again);
        return answer;
    }
}
