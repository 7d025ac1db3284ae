package org.rollcall.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jboss.logging.Logger;
import org.rollcall.failure.RollcallException;
import org.rollcall.lambda.watch.CountFailures;
import org.rollcall.lambda.watch.LogFields;

/**
 * A Lambda function. Whatever it throws is logged once and becomes a function error of a documented type, whose message
 * quotes nothing unforeseen.
 */
public abstract class FunctionHandler implements RequestStreamHandler {
    private static final Logger LOG = Logger.getLogger(FunctionHandler.class);

    @Inject
    FunctionErrors errors;

    @Inject
    CountFailures failures;

    /**
     * Handles one invocation.
     *
     * @param in the event
     * @param out the answer
     * @param fields of every log line until the invocation ends
     */
    protected abstract void handle(InputStream in, OutputStream out, Context context, LogFields fields)
            throws IOException;

    @Override
    public final void handleRequest(InputStream in, OutputStream out, Context context) {
        try (LogFields fields = LogFields.of(context)) {
            try {
                handle(in, out, context, fields);
            } catch (RuntimeException | IOException e) {
                RollcallException failure = failures.count(e);
                LOG.error(failure.getMessage());
                throw errors.of(failure);
            }
        }
    }
}
