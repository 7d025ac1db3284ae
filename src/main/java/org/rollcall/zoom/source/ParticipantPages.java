package org.rollcall.zoom.source;

import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.rollcall.report.MeetingType;
import org.rollcall.zoom.api.ParticipantsPage;
import org.rollcall.zoom.call.InTime;
import org.rollcall.zoom.error.EndlessPagesException;
import org.rollcall.zoom.error.OutOfTimeException;
import org.rollcall.zoom.error.PageTokenExpiredException;
import org.rollcall.zoom.error.ZoomException;

/**
 * The chain of a meeting's pages. Pages can't be asked for side by side, as each has the token of the next. But the
 * next is asked for while its caller still works on the one before; and the one after that as soon as the next one's
 * token is in, before its rows are read. No more than these two are ever ahead of the caller.
 *
 * <p>However Zoom behaves, the chain ends: {@link PageLimits} has the rules.
 */
public final class ParticipantPages implements Iterator<ParticipantsPage>, AutoCloseable {
    private final Ask ask;
    private final InTime inTime;
    private final PageLimits limits;
    private Asked next;
    private Asked afterNext;

    /** How a page is asked for. */
    interface Ask {
        /**
         * Asks for a page and waits for it.
         *
         * @param ahead is given the token of the page behind it as soon as that is known
         */
        ParticipantsPage page(String token, Consumer<String> ahead);
    }

    /**
     * @param subject whose pages they are, for a message
     * @param first the first page, under way
     */
    ParticipantPages(String subject, MeetingType type, Future<ParticipantsPage> first, Ask ask, InTime inTime) {
        this.ask = ask;
        this.inTime = inTime;
        this.limits = new PageLimits(subject, type);
        this.next = new Asked("");
        this.next.page = first;
    }

    @Override
    public synchronized boolean hasNext() {
        return next != null;
    }

    /**
     * Returns the next page.
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
        moveOn(limits.nextToken(page));
        return page;
    }

    private synchronized void moveOn(String token) {
        if (token.isEmpty()) {
            cancel(afterNext);
            next = null;
            return;
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
        if (afterNext == null && token != null && !token.isEmpty() && !limits.hasSeen(token)) {
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

    /**
     * Where a chain of pages ends. Zoom's tokens alone do not tell: a chain of ever new tokens would take the account
     * all requests of its day.
     */
    private static final class PageLimits {
        private static final int MOST_PAGES = 1000;

        private final String subject;
        private final MeetingType type;
        private final Set<String> tokens = new HashSet<>();
        private final Set<Long> checksums = new HashSet<>();
        private int pages;
        private int rows;
        private int announced = -1;

        PageLimits(String subject, MeetingType type) {
            this.subject = subject;
            this.type = type;
        }

        synchronized boolean hasSeen(String token) {
            return tokens.contains(token);
        }

        /** Returns the token of the page behind this one; empty where the chain ends. */
        synchronized String nextToken(ParticipantsPage page) {
            pages++;
            rows += page.participants().size();
            announced = page.totalRecords() >= 0 ? page.totalRecords() : announced;
            if (!page.participants().isEmpty() && !checksums.add(page.checksum())) {
                throw again("sent the same page twice");
            }
            boolean beyond = announced >= 0 && rows > announced;
            if (beyond && type != MeetingType.LIVE) {
                throw again("announced " + announced + " rows and sent more");
            }
            if (page.isLast() || page.participants().isEmpty() || beyond) {
                return "";
            }
            if (!tokens.add(page.nextPageToken())) {
                throw again("sent the same page token twice");
            }
            if (pages == MOST_PAGES) {
                throw new EndlessPagesException("Zoom's pages of " + subject + " did not end after " + MOST_PAGES
                        + ". Nothing was stored. Ask Zoom's support why.");
            }
            return page.nextPageToken();
        }

        private PageTokenExpiredException again(String what) {
            return new PageTokenExpiredException("Zoom " + what + " for " + subject + ".");
        }
    }
}
