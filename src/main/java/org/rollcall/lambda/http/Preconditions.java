package org.rollcall.lambda.http;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.http.client.utils.DateUtils;

/**
 * What a client already has of what it asks for.
 *
 * @param ifNoneMatch the header {@code If-None-Match}
 * @param ifModifiedSince the header {@code If-Modified-Since}
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110.html#section-13">RFC 9110, section 13: conditional requests</a>
 */
public record Preconditions(Optional<String> ifNoneMatch, Optional<String> ifModifiedSince) {
    private static final Pattern TAG = Pattern.compile("\"[^\"]*\"");

    /** Returns those of a request. */
    public static Preconditions of(HttpEvent event) {
        return new Preconditions(event.header("if-none-match"), event.header("if-modified-since"));
    }

    /**
     * Returns whether the client has it as it is now.
     *
     * @param eTag the entity tag of what would be sent, in quotation marks
     * @param lastModified when it was put there
     */
    public boolean areMet(String eTag, Instant lastModified) {
        if (ifNoneMatch.isPresent()) {
            String tags = ifNoneMatch.get().strip();
            // By the weak comparison, in which what stands before the quotation marks does not count.
            return tags.equals("*")
                    || TAG.matcher(tags).results().map(MatchResult::group).anyMatch(eTag::equals);
        }
        return ifModifiedSince
                .map(DateUtils::parseDate)
                .map(Date::toInstant)
                .filter(since -> !lastModified.truncatedTo(ChronoUnit.SECONDS).isAfter(since))
                .isPresent();
    }
}
