package org.rollcall.zoom;

import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * The chain of a meeting's pages. Pages can't be asked for side by side, as each has the token of the next; but the
 * next is asked for while its caller still works on the one before.
 */
public final class ParticipantPages implements Iterator<ParticipantsPage>, AutoCloseable {
    private final String meetingId;
    private final Function<String, ParticipantsPage> ask;
    private final InTime inTime;
    private final Set<String> tokens = new HashSet<>();
    private Future<ParticipantsPage> next;

    /**
     * @param first the first page, under way
     * @param ask gives the page of a token
     */
    ParticipantPages(
            String meetingId, Future<ParticipantsPage> first, Function<String, ParticipantsPage> ask, InTime inTime) {
        this.meetingId = meetingId;
        this.next = first;
        this.ask = ask;
        this.inTime = inTime;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    /**
     * The next page.
     *
     * @throws PageTokenExpiredException when the chain has to be begun again
     * @throws OutOfTimeException when the deadline comes first
     * @throws ZoomException when Zoom does not give the page
     */
    @Override
    public ParticipantsPage next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        ParticipantsPage page = inTime.await(next);
        String token = page.nextPageToken();
        if (token.isEmpty()) {
            next = null;
        } else if (tokens.add(token)) {
            next = inTime.begin(() -> ask.apply(token));
        } else {
            throw new PageTokenExpiredException("Zoom sent the same page token twice for meeting " + meetingId + ".");
        }
        return page;
    }

    /** Ends the chain; a page that is under way is not waited for. */
    @Override
    public void close() {
        if (next != null) {
            next.cancel(true);
        }
    }
}
