package org.rollcall.zoom;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingType;

/** Zoom's list of the meetings of some days that have ended, those that one user attended alone included. */
public final class PastMeetings {
    private static final int ATTEMPTS = 3;

    private final LocalDate from;
    private final LocalDate to;
    private final ZoomCalls calls;
    private final InTime inTime;

    PastMeetings(LocalDate from, LocalDate to, ZoomCalls calls, InTime inTime) {
        this.from = from;
        this.to = to;
        this.calls = calls;
        this.inTime = inTime;
    }

    /**
     * Reads the list page by page and passes every meeting on. One can be passed on twice: the list moves while it is
     * read, and is read again from its first page when Zoom ends the page chain.
     *
     * @throws OutOfTimeException when the deadline comes first
     * @throws ZoomException when Zoom does not give the list
     */
    public void forEach(Consumer<Meeting> action) {
        MeetingType.ENDED.forEach(type -> read(type, action));
    }

    /** How many requests to Zoom it took so far. */
    public int calls() {
        return calls.count();
    }

    private void read(MeetingType type, Consumer<Meeting> action) {
        for (int attempt = 1; ; attempt++) {
            try {
                readChain(type, action);
                return;
            } catch (PageTokenExpiredException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private void readChain(MeetingType type, Consumer<Meeting> action) {
        Set<String> tokens = new HashSet<>();
        MeetingsPage page = page(type, null);
        pass(page, action);
        while (!page.isLast()) {
            if (!tokens.add(page.nextPageToken())) {
                throw new PageTokenExpiredException(
                        "Zoom sent the same page token twice for the meetings of " + from + " to " + to + ".");
            }
            page = page(type, page.nextPageToken());
            pass(page, action);
        }
    }

    private MeetingsPage page(MeetingType type, String token) {
        return inTime.call(() -> calls.meetings(type, from, to, token));
    }

    private static void pass(MeetingsPage page, Consumer<Meeting> action) {
        for (MeetingDetails details : page.meetings()) {
            action.accept(details.toMeeting(details.uuid()));
        }
    }
}
