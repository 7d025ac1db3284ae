package org.rollcall.zoom.http;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotableTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Invalid access token.",
                "Invalid access token, does not contain scopes:[\"meeting:read:list_past_participants:admin\"].",
                "Invalid access token, does not contain scopes:[dashboard_meetings:read:admin, report:read:admin].",
                "Invalid client_id or client_secret",
                "unsupported_grant_type",
                "This API is only available for ZMP and Business or higher accounts.",
                "The next page token is either invalid or has expired.",
                "You have reached the maximum per-second rate limit for this API. Try again later.",
                "You have reached the maximum daily rate limit for this API. Refer to the response header for details on"
                        + " when you can make another request.",
                "Can not access a meeting a year ago.",
                "Cannot access webinar information.",
                "No permission."
            })
    void repeatsWhatZoomSaysOfNobody(String message) {
        assertThat(QuotableText.of(message)).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    User does not exist: anna@example.org. | User does not exist: ….
                    User Anna Müller does not belong to this account: x7Yz_1. | User … does not belong to this account: ….
                    Meeting:81234567890 is not found. | Meeting:… is not found.
                    Meeting host "Will May" (will) is not allowed | Meeting host "…" (…) is not allowed
                    scopes:["anna:read:admin","meeting:read:anna"] | scopes:["…","meeting:…"]
                    token=eyJhbGciOi.x.y expired | … expired
                    <html><title>502 Bad Gateway</title><h1 a="anna">nginx | … Bad Gateway nginx
                    """)
    void leavesOutWhatCanBeAPersonOrAToken(String message, String quoted) {
        assertThat(QuotableText.of(message)).isEqualTo(quoted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n ", "Anna Müller", "<p>", "1 2 3", "\u0000", "…"})
    void isEmptyWithoutAKnownWord(String message) {
        assertThat(QuotableText.of(message)).isEmpty();
    }

    @Test
    void isOneLineOfAtMost300Characters() {
        assertThat(QuotableText.of("Try\r\n again\u0000\u001b\tlater")).isEqualTo("Try … later");
        assertThat(QuotableText.of("token" + " token".repeat(49) + " abc"))
                .hasSize(301)
                .endsWith("token …");
    }

    @Property
    void neverRepeatsAWordThatIsNotItsOwn(@ForAll("messages") String message) {
        String quoted = QuotableText.of(message);

        assertThat(quoted).doesNotContain("\n").hasSizeLessThanOrEqualTo(301);
        assertThat(quoted.split("[^\\p{L}\\p{N}@_:=-]+"))
                .as(quoted)
                .isSubsetOf("", "User", "user:", "does", "not", "exist", "scopes:", "meeting:read:admin", ":");
    }

    @Property
    void repeatsNothingOfAName(@ForAll("names") String name, @ForAll("names") String other) {
        for (String template :
                new String[] {"User %s does not exist: %s.", "%s%s", "{\"%s\":\"%s\"}", "<%s>%s", "%s:%s"}) {
            assertThat(QuotableText.of(template.formatted(name, other)))
                    .doesNotContain(name)
                    .doesNotContain(other);
        }
    }

    @Provide
    Arbitrary<String> messages() {
        Arbitrary<String> words = Arbitraries.of(
                "User",
                "user:",
                "does",
                "not",
                "exist",
                "scopes:",
                "x:read:admin",
                "meeting:read:admin",
                "a@b.example",
                "Anna",
                "\"",
                "[",
                "]",
                "<b>",
                "81234567890",
                ".",
                "…",
                "é",
                "\n",
                ":",
                "token=abc");
        return words.list().ofMaxSize(60).map(list -> String.join(" ", list));
    }

    /** Names, addresses and tokens: none has a word of the vocabulary in it. */
    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars("xyzqXYZQäøЖ名0123456789")
                .withChars("@.-_+ ")
                .ofMinLength(3)
                .ofMaxLength(24)
                .filter(name -> name.codePoints().anyMatch(Character::isLetterOrDigit));
    }
}
