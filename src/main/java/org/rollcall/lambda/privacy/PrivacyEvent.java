package org.rollcall.lambda.privacy;

import org.rollcall.report.erasure.PersonIdentifiers;

/**
 * Whom to find or to erase.
 *
 * @param after the place behind which to go on, which an earlier answer has; empty for the beginning
 * @param again whether something was changed before that place, so that all has to be gone through once more
 */
record PrivacyEvent(Task task, PersonIdentifiers person, String after, boolean again) {
    /** What to do. */
    enum Task {
        FIND("find"),
        ERASE("erase");

        private final String value;

        Task(String value) {
            this.value = value;
        }

        /** Returns the field of the event that asks for it. */
        String value() {
            return value;
        }
    }
}
