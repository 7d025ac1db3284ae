package org.rollcall.zoom.call;

import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.rollcall.settings.Settings;
import org.rollcall.zoom.error.ZoomException;

/**
 * The calls to Zoom that one report or one list takes: authorised, counted, repeated when a failure passes, and ended
 * by a deadline.
 */
public final class ZoomCalls {
    private final Deadline deadline;
    private final ExecutorService executor;
    private final RetriedRequests retried;
    private final AuthorisedRequests authorised;

    /** @param executor where pages and details are waited for */
    public ZoomCalls(
            AccessTokens tokens,
            ZoomSecrets secrets,
            Settings settings,
            Deadline deadline,
            TrafficCounters traffic,
            ExecutorService executor) {
        this.deadline = deadline;
        this.executor = executor;
        this.retried = new RetriedRequests(settings.zoomRetryDelay(), deadline, traffic);
        this.authorised = new AuthorisedRequests(tokens, secrets, retried, new ZoomErrors(deadline.clock()));
    }

    /** Returns how many requests were sent so far, those for access tokens and repeated ones included. */
    public int count() {
        return retried.count();
    }

    /** Returns the moment by which every answer has to be there. */
    public Deadline deadline() {
        return deadline;
    }

    /**
     * Returns what runs calls beside their caller.
     *
     * @param subject what they are about, for a message
     */
    public InTime inTime(String subject) {
        return new InTime(subject, executor, deadline);
    }

    /**
     * Asks Zoom.
     *
     * @param request is given the {@code Authorization} header; {@code null} counts as no readable answer
     * @throws ZoomException when Zoom does not answer with 200
     */
    public <T> T ask(Question question, Function<String, T> request) {
        return authorised.send(question, request);
    }
}
