package org.rollcall.report.erasure;

import java.util.Arrays;
import java.util.Optional;

/** What a mark is of. */
public enum MarkKind {
    EMAIL("email"),
    /** A name in whatever meeting. */
    NAME("name"),
    /** A name in one instance of a meeting. */
    NAME_IN_INSTANCE("name_in_instance"),
    PARTICIPANT_USER_ID("participant_user_id"),
    REGISTRANT_ID("registrant_id"),
    CUSTOMER_KEY("customer_key");

    private final String value;

    MarkKind(String value) {
        this.value = value;
    }

    /** Returns the name in the stored marks. */
    public String value() {
        return value;
    }

    /** Returns the kind of that name, if there is one. */
    public static Optional<MarkKind> of(String value) {
        return Arrays.stream(values()).filter(kind -> kind.value.equals(value)).findFirst();
    }
}
