package org.rollcall.lambda.watch;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.MDC;

/** Fields of the log lines that are written until it is closed; in JSON they stand below {@code mdc}. */
public final class LogFields implements AutoCloseable {
    private static final String REQUEST_ID = "AWSRequestId";

    private final List<String> names = new ArrayList<>();

    /** The request's ID, by the name that Quarkus gives it where Quarkus itself runs the function. */
    public static LogFields of(Context context) {
        return MDC.get(REQUEST_ID) != null
                ? new LogFields()
                : new LogFields().with(REQUEST_ID, context.getAwsRequestId());
    }

    /** @param value {@code null} adds nothing */
    public LogFields with(String name, Object value) {
        if (value != null) {
            MDC.put(name, value.toString());
            names.add(name);
        }
        return this;
    }

    @Override
    public void close() {
        names.forEach(MDC::remove);
    }
}
