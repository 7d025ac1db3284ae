package org.rollcall.report.attendance.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kim Lee | kim lee",
                "KIM   lee | kim lee",
                "'\tKim\u00A0\u2003Lee\u3000' | kim lee",
                "'Lee, Kim' | kim lee",
                "'LEE,KIM' | kim lee",
                "Lee# Kim | kim lee",
                "'Lee，Kim' | kim lee",
                "'Lee,' | lee",
                "'Lee, Kim, PhD' | 'lee, kim, phd'",
                "Ｋｉｍ Ｌｅｅ | kim lee",
                "Zoe\u0308 | zoë",
                "ﬁnn | finn",
                "STRAẞE | strasse",
                "straße | strasse",
                "ΟΔΟΣ | οδος",
                "οδος | οδος"
            })
    void namesAreComparedByTheirKey(String name, String key) {
        assertEquals(key, PersonName.key(name));
    }

    @Test
    void nothingHasNoKey() {
        assertNull(PersonName.key(null));
        assertNull(PersonName.key(" \u00A0"));
        assertNull(PersonName.key(" , #"));
    }

    @Property
    void aKeyIsItsOwn(@ForAll @Chars({'a', 'B', ' ', '\u00A0', ',', '#', 'ß', 'é', '\u0301', 'Σ'}) String name) {
        String key = PersonName.key(name);
        // Of "Lee, Kim" and "Kim, Lee" each is the other's key turned round, so that one with a comma is left as it is.
        assertEquals(key, key == null || key.contains(",") ? key : PersonName.key(key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iPhone",
                "iPhone (2)",
                "iPhone 12 Pro Max",
                "iPad",
                "iPad Pro",
                "I Phone",
                "Galaxy S21 Ultra",
                "Galaxy A52s 5G",
                "Redmi Note 8",
                "SM-G991B",
                "DESKTOP-4F2K9QA",
                "MacBook Air",
                "Zoom User",
                "Zoom user 3",
                "Call-in User_1",
                "PC"
            })
    void aDevicesNameIsNobodys(String name) {
        assertTrue(PersonName.isDevice(PersonName.key(name)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kim's iPhone",
                "Kim’s iPad",
                "iPhone de Kim",
                "iPad von Anna",
                "Mac Miller",
                "Phoner",
                "Nokia Jones",
                "Guest",
                "Zoom Users Group",
                "Pia Desktop"
            })
    void aPersonsNameIsNot(String name) {
        assertFalse(PersonName.isDevice(PersonName.key(name)));
    }
}
