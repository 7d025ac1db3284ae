package org.rollcall.zoom.source;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.rollcall.report.Meeting;
import org.rollcall.zoom.error.EndlessPagesException;
import org.rollcall.zoom.error.PageTokenExpiredException;

/** Reads a list of meetings page by page, and once more from its first page where Zoom ends the chain. */
final class ListChain {
    private static final int ATTEMPTS = 3;
    private static final int MOST_PAGES = 1000;

    private ListChain() {}

    /**
     * Passes every meeting on.
     *
     * @param subject whose list it is, for a message
     * @param pages asks for the page of a token, {@code null} for the first
     * @throws PageTokenExpiredException when Zoom ends the chain each time
     * @throws EndlessPagesException when the chain does not end
     */
    static void forEach(String subject, Function<String, Page> pages, Consumer<Meeting> action) {
        for (int attempt = 1; ; attempt++) {
            try {
                read(subject, pages, action);
                return;
            } catch (PageTokenExpiredException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static void read(String subject, Function<String, Page> pages, Consumer<Meeting> action) {
        Set<String> tokens = new HashSet<>();
        String token = null;
        for (int count = 1; count <= MOST_PAGES; count++) {
            Page page = pages.apply(token);
            page.meetings.forEach(action);
            token = page.nextPageToken;
            if (token == null || token.isEmpty() || page.meetings.isEmpty()) {
                return;
            }
            if (!tokens.add(token)) {
                throw new PageTokenExpiredException("Zoom sent the same page token twice for " + subject + ".");
            }
        }
        throw new EndlessPagesException("Zoom's pages of " + subject + " did not end after " + MOST_PAGES
                + ". Ask for fewer days, or ask Zoom's support why.");
    }

    /** @param nextPageToken empty or {@code null} on the last */
    record Page(List<Meeting> meetings, String nextPageToken) {}
}
