package org.rollcall.report.row;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.NumericChars;
import org.rollcall.zoom.api.Pages;

/** What is read from a row's bytes is what its texts say. */
class RowPropertiesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    @Property(tries = 5000)
    void aTimeIsWhatTheFormatterReads(@ForAll("times") String text) throws JsonProcessingException {
        Row row = row(Map.of("join_time", text));

        assertThat(Times.of(row, Field.JOIN_TIME)).isEqualTo(byFormatter(text));
        assertThat(Times.parse(text)).isEqualTo(byFormatter(text));
    }

    @Property
    void aTimeOfAnyJson(@ForAll("values") Object value) throws JsonProcessingException {
        Row row = row(Collections.singletonMap("join_time", value));

        assertThat(Times.of(row, Field.JOIN_TIME)).isEqualTo(Times.parse(row.text(Field.JOIN_TIME)));
    }

    @Property
    void isCertainOfItsTextAlone(@ForAll("values") Object value, @ForAll("texts") String text)
            throws JsonProcessingException {
        Row row = row(Collections.singletonMap("device", value));

        if (row.isCertainly(text, Field.DEVICE)) {
            assertThat(row.text(Field.DEVICE)).isEqualTo(text);
        }
    }

    @Property
    void isCertainOfPlainText(@ForAll @AlphaChars @NumericChars @NotEmpty String text) throws JsonProcessingException {
        assertThat(row(Map.of("device", text)).isCertainly(text, Field.DEVICE)).isTrue();
        assertThat(row(Map.of("device", text + "x")).isCertainly(text, Field.DEVICE))
                .isFalse();
        assertThat(row(Map.of("role", text)).isCertainly(text, Field.DEVICE)).isFalse();
    }

    private static Row row(Map<String, Object> fields) throws JsonProcessingException {
        return Pages.rows(JSON.writeValueAsString(fields)).get(0);
    }

    private static Instant byFormatter(String text) {
        try {
            Instant time = Instant.parse(text.strip());
            return time.isAfter(FIRST) && !time.isAfter(LAST) ? time : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    @Provide
    Arbitrary<String> times() {
        Arbitrary<Integer> numbers = Arbitraries.integers().between(0, 70);
        return Combinators.combine(
                        Arbitraries.of(0, 1, 1970, 2024, 2026, 9999),
                        Arbitraries.integers().between(0, 13),
                        Arbitraries.integers().between(0, 32),
                        numbers.filter(hour -> hour < 26),
                        numbers,
                        numbers,
                        Arbitraries.of("Z", "Z", "Z", ".5Z", "z", " ", ""))
                .as((year, month, day, hour, minute, second, end) ->
                        String.format("%04d-%02d-%02dT%02d:%02d:%02d%s", year, month, day, hour, minute, second, end));
    }

    @Provide
    Arbitrary<Object> values() {
        return Arbitraries.oneOf(
                texts().map(text -> text),
                times().map(text -> text),
                Arbitraries.of(1, 1.5, true, Map.of("a", "b")),
                Arbitraries.just(null));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab\"\\\n\u00E9\uD83C\uDF93").ofMaxLength(3);
    }
}
