package org.rollcall.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentDispositionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "Statistics 201, attendance.csv | Statistics 201, attendance.csv | Statistics%20201%2C%20attendance.csv",
                "Régression – 📈.csv            | Regression _ _.csv             | R%C3%A9gression%20%E2%80%93%20%F0%9F%93%88.csv",
                "../../etc/passwd               | -..-etc-passwd                 | -..-etc-passwd",
                "a\"b\\c.csv                    | a-b-c.csv                      | a-b-c.csv",
                "100% sure?.csv                 | 100_ sure-.csv                 | 100%25%20sure-.csv",
                "...hidden                      | hidden                         | hidden"
            })
    void namesAFileForEveryClient(String name, String ascii, String encoded) {
        assertThat(ContentDisposition.of(false, name))
                .isEqualTo("attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded);
    }

    @Test
    void takesOutWhatWouldEndTheHeaderOrTurnTheName() {
        assertThat(ContentDisposition.of(true, "a\r\nSet-Cookie: b\u202Evsc.exe\u0000\uD800"))
                .isEqualTo("inline; filename=\"aSet-Cookie- bvsc.exe\"; filename*=UTF-8''aSet-Cookie-%20bvsc.exe");
    }
}
