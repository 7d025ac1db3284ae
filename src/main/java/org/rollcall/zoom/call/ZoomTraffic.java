package org.rollcall.zoom.call;

/**
 * What went to Zoom since the function started.
 *
 * @param calls requests, those for access tokens and those tried again included
 * @param throttles answers that said too many requests (429)
 * @param retries requests that repeated a failed one
 */
public record ZoomTraffic(int calls, int throttles, int retries) {

    /** What went to Zoom since an earlier moment. */
    public ZoomTraffic since(ZoomTraffic earlier) {
        return new ZoomTraffic(calls - earlier.calls, throttles - earlier.throttles, retries - earlier.retries);
    }
}
