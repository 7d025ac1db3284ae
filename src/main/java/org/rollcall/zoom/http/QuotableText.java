package org.rollcall.zoom.http;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a text from outside an error may repeat. Zoom puts names, addresses and IDs into its messages, and a proxy's
 * page can have anything, so only words of a fixed vocabulary and names of scopes are repeated. Any other word, number
 * or token becomes an ellipsis.
 */
public final class QuotableText {
    private static final String OMITTED = "…";

    private static final int LENGTH = 300;

    /** The words of Zoom's own error messages, and of proxies' pages. Names that are also words are not among them. */
    private static final Set<String> WORDS = Set.of(
            """
            a about above access account accounts action activated active admin after again ago alert all allow
            allowed an and another answer any api app application are at authentication authorisation authorised
            authorization authorized available bad basic be because been before being belong belongs below blocked
            body building business but by bytes can cannot certificate chain characters client client_id
            client_secret closed cloudflare code connect connection contact contain contains could credentials
            currently daily dashboard data date day days deactivate deactivated denied detail details disabled does
            doesn't due during education either email enable enabled encrypted ended enough enterprise error
            established exceed exceeded exist exists expired failed failure fatal feature find firewall for forbidden
            format found from gateway grant_type granted grants group handshake handshake_failure has have header
            headers higher host hour hours id if in inactive include include_fields information instance instances
            internal invalid invalid_client invalid_request is it its later license limit limits list live locked
            longer made make many maximum meeting meeting_id meetings message method minute minutes missing month
            months more must never next next_page_token nginx no not of off on one only or order other out over owner
            page page_size paid parameter parameters participant participants past path peer per per-second
            permission permissions plan plans please policy pro proxy proxy's qos range rate reached received record
            refer reject rejected remotely report reports request requested requests require required requires reset
            resource responded response retry role same says scope scopes second seconds security sent server service
            setting settings should sign some specified squid ssl start started status still support supported target
            temporarily terminated than that the their there this time timed timeout tls to token tokens too try type
            unable unauthorised unauthorized unavailable under unknown unsupported unsupported_grant_type upgrade
            upstream url used user user_id users uuid valid validation value version was web webinar webinar_id
            webinars were when which while whole with within without wrong year years you your zmp zoom zoom's
            zscaler
            """
                    .strip()
                    .split("\\s+"));

    /** The parts that the names of Zoom's scopes are made of. */
    private static final Set<String> SCOPE_PARTS = Set.of(
            """
            absentees account admin dashboard delete details group groups history instance instances invitation list
            live master meeting meetings participant participants past plan poll polls qos read recording registrant
            registrants registration report setting settings tracking update user users view webinar webinars write
            """
                    .strip()
                    .split("\\s+"));

    private static final Pattern TAG = Pattern.compile("<[^>]*>?");
    private static final Pattern WORD = Pattern.compile("[^\\s\"“”()\\[\\]{},;!?]+");
    private static final Pattern OMISSIONS = Pattern.compile("…(?:\\s*…)+");

    private QuotableText() {}

    /**
     * Returns what may be repeated of a text, on one line and at most 300 characters long; empty where it has no word
     * that may be.
     */
    public static String of(String text) {
        String plain = TAG.matcher(text).replaceAll(" ");
        String known = WORD.matcher(plain).replaceAll(word -> Matcher.quoteReplacement(knownOrOmitted(word.group())));
        String line = OMISSIONS
                .matcher(known.replaceAll("[\\s\\p{Cntrl}]+", " ").strip())
                .replaceAll(OMITTED);
        if (line.codePoints().noneMatch(Character::isLetter)) {
            return "";
        }
        return line.length() <= LENGTH ? line : line.substring(0, LENGTH) + OMITTED;
    }

    private static String knownOrOmitted(String word) {
        String core = word.replaceAll("^[.:'-]+|[.:'-]+$", "");
        if (core.isEmpty() || WORDS.contains(core.toLowerCase(Locale.ROOT)) || isScope(core)) {
            return word;
        }
        // A label before what it is of: "scopes:x", "Meeting:123".
        int colon = core.indexOf(':');
        return colon > 0 && WORDS.contains(core.substring(0, colon).toLowerCase(Locale.ROOT))
                ? core.substring(0, colon + 1) + OMITTED
                : OMITTED + word.substring(endOf(word, core));
    }

    private static int endOf(String word, String core) {
        return word.indexOf(core) + core.length();
    }

    private static boolean isScope(String word) {
        return word.indexOf(':') > 0 && SCOPE_PARTS.containsAll(List.of(word.split("[:_]")));
    }
}
