package org.rollcall.lambda.watch;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** Fields of the log lines that are written until it is closed; in JSON they stand below {@code mdc}. */
public final class LogFields implements AutoCloseable {
    private static final String REQUEST_ID = "AWSRequestId";
    private static final Pattern TRACE_ROOT = Pattern.compile("(?:^|;)Root=([0-9A-Fa-f-]+)");

    private final List<String> names = new ArrayList<>();

    /**
     * The request's ID, by the name that Quarkus gives it where Quarkus itself runs the function, and the ID of its AWS
     * X-Ray trace, {@code xray_trace_id}, where there is one.
     */
    public static LogFields of(Context context) {
        LogFields fields = new LogFields();
        if (MDC.get(REQUEST_ID) == null) {
            fields.with(REQUEST_ID, context.getAwsRequestId());
        }
        return fields.with("xray_trace_id", traceId());
    }

    // Where Quarkus and AWS's runtime for Java both put the header of each invocation.
    private static String traceId() {
        Matcher root = TRACE_ROOT.matcher(System.getProperty("com.amazonaws.xray.traceHeader", ""));
        return root.find() ? root.group(1) : null;
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
