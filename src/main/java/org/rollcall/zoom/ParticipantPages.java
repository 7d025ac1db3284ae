package org.rollcall.zoom;

import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * The chain of a meeting's pages. Pages can't be asked for side by side, as each has the token of the next. But the
 * next is asked for while its caller still works on the one before; and the one after that as soon as the next one's
 * token is in, before its rows are read. No more than these two are ever ahead of the caller.
 */
public final class ParticipantPages implements Iterator<ParticipantsPage>, AutoCloseable {
    private final String meetingId;
    private final Ask ask;
    private final InTime inTime;
    private final Set<String> tokens = new HashSet<>();
    private Asked next;
    private Asked afterNext;

    /** How a page is asked for. */
    interface Ask {
        /**
         * Asks for a page and waits for it.
         *
         * @param ahead is told the token of the page behind it as soon as that is known
         */
        ParticipantsPage page(String token, Consumer<String> ahead);
    }

    /** @param first the first page, under way */
    ParticipantPages(String meetingId, Future<ParticipantsPage> first, Ask ask, InTime inTime) {
        this.meetingId = meetingId;
        this.ask = ask;
        this.inTime = inTime;
        this.next = new Asked("");
        this.next.page = first;
    }

    @Override
    public synchronized boolean hasNext() {
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
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ParticipantsPage page = inTime.await(next.page);
        moveOn(page.nextPageToken());
        return page;
    }

    private synchronized void moveOn(String token) {
        if (token.isEmpty()) {
            next = null;
            return;
        }
        if (!tokens.add(token)) {
            throw new PageTokenExpiredException("Zoom sent the same page token twice for meeting " + meetingId + ".");
        }
        Asked ahead = afterNext;
        afterNext = null;
        if (ahead != null && ahead.token.equals(token)) {
            next = ahead;
            askAhead();
        } else {
            cancel(ahead);
            next = begin(token);
        }
    }

    private synchronized void tokenIsIn(Asked of, String token) {
        of.tokenBehind = token;
        askAhead();
    }

    private void askAhead() {
        String token = next == null ? null : next.tokenBehind;
        if (afterNext == null && token != null && !token.isEmpty() && !tokens.contains(token)) {
            afterNext = begin(token);
        }
    }

    private Asked begin(String token) {
        Asked asked = new Asked(token);
        asked.page = inTime.begin(() -> ask.page(token, behind -> tokenIsIn(asked, behind)));
        return asked;
    }

    /** Ends the chain; a page that is under way is not waited for. */
    @Override
    public synchronized void close() {
        cancel(next);
        cancel(afterNext);
        next = null;
        afterNext = null;
    }

    private static void cancel(Asked asked) {
        if (asked != null) {
            asked.page.cancel(true);
        }
    }

    /** A page that was asked for, and the token of the one behind it once that is in. */
    private static final class Asked {
        private final String token;
        private Future<ParticipantsPage> page;
        private String tokenBehind;

        Asked(String token) {
            this.token = token;
        }
    }
}
