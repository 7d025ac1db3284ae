package org.rollcall.report.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Times are written and read without a formatter where they are as Zoom writes them; nobody must see that. */
class TimesPropertiesTest {
    private static final long YEAR_0 = -62_167_219_200L;
    private static final long YEAR_10000 = 253_402_300_800L;

    @Property
    void aTimeReadsAsTheFormatterWritesIt(@ForAll @LongRange(min = YEAR_0, max = YEAR_10000) long second) {
        Instant time = Instant.ofEpochSecond(second);
        assertEquals(time.toString(), Times.text(time));
    }

    @Property
    void soDoesOneWithAFraction(@ForAll @IntRange(min = 1, max = 999_999_999) int nanos) {
        Instant time = Instant.ofEpochSecond(1_795_424_568, nanos);
        assertEquals(time.toString(), Times.text(time));
    }

    @Property
    void whatIsWrittenIsRead(@ForAll @LongRange(min = 0, max = YEAR_10000 - 1) long second) {
        Instant time = Instant.ofEpochSecond(second);
        assertEquals(time, Times.parse(Times.text(time)));
    }

    @Example
    void noTimeIsNoText() {
        assertNull(Times.text(null));
    }
}
