package org.rollcall.zoom.call;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.rollcall.zoom.error.OutOfTimeException;

/** Does work at Zoom beside its caller, who waits for it until the deadline and no longer. */
public final class InTime {
    private final String subject;
    private final ExecutorService executor;
    private final Deadline deadline;

    /** @param subject whose pages are asked for */
    public InTime(String subject, ExecutorService executor, Deadline deadline) {
        this.subject = subject;
        this.executor = executor;
        this.deadline = deadline;
    }

    public <T> Future<T> begin(Supplier<T> work) {
        return executor.submit(work::get);
    }

    /**
     * Waits for the outcome.
     *
     * @throws OutOfTimeException when the deadline comes first; the work is interrupted
     * @throws RuntimeException what the work threw
     */
    public <T> T await(Future<T> work) {
        try {
            return work.get(Math.max(0, deadline.remaining().toMillis()), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            work.cancel(true);
            throw outOfTime();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw outOfTime();
        } catch (CancellationException e) {
            throw outOfTime();
        }
    }

    public <T> T call(Supplier<T> work) {
        return await(begin(work));
    }

    private OutOfTimeException outOfTime() {
        return new OutOfTimeException("The function's time ended before Zoom had given every page of " + subject
                + ". Ask again, or give the function a longer timeout.");
    }
}
