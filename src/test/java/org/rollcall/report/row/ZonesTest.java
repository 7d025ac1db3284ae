package org.rollcall.report.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZonesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Paris",
                "America/New_York",
                "UTC",
                "GMT",
                "Etc/GMT+5",
                "CET",
                "Asia/Calcutta",
                "Asia/Katmandu",
                "Asia/Saigon",
                "Asia/Rangoon",
                "America/Buenos_Aires",
                "America/Indianapolis",
                "America/Montreal",
                "Canada/Atlantic",
                "US/Eastern",
                "Pacific/Pago_Pago"
            })
    void namesOfTheTimeZoneDatabaseStay(String name) {
        assertThat(Zones.parse(name)).map(ZoneId::getId).contains(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GMT+1:00    | +01:00
                    GMT+01:00   | +01:00
                    GMT-03:00   | -03:00
                    GMT-3:30    | -03:30
                    UTC+1       | +01:00
                    UTC+5:45    | +05:45
                    +01:00      | +01:00
                    +1:00       | +01:00
                    -0330       | -03:30
                    −03:00      | -03:00
                    GMT+0:00    | UTC
                    GMT-0:00    | UTC
                    +00:00      | UTC
                    Z           | UTC
                    EST         | -05:00
                    SST         | Pacific/Guadalcanal
                    ' UTC '     | UTC
                    """)
    void offsetsAndZoomsOwn(String text, String id) {
        assertThat(Zones.parse(text)).map(ZoneId::getId).contains(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    (GMT+1:00) Paris                                     | Europe/Paris
                    (GMT+2:00) Paris                                     | Europe/Paris
                    (GMT+3:00) Paris                                     | +03:00
                    (GMT+1:00)                                           | +01:00
                    (UTC+01:00) Nowhere                                  | +01:00
                    (GMT+1:00) Bern, Zurich                              | Europe/Zurich
                    (GMT+11:00) Solomon Islands                          | +11:00
                    (GMT-05:00) America/New_York                         | America/New_York
                    (GMT +08:00) Asia/Shanghai                           | Asia/Shanghai
                    (GMT-8:00) Pacific Time (US and Canada)              | America/Los_Angeles
                    (GMT-7:00) Pacific Time (US and Canada)              | America/Los_Angeles
                    (GMT-7:00) Mountain Time (US and Canada)             | America/Denver
                    (GMT-3:30) Newfoundland and Labrador                 | America/St_Johns
                    (GMT-6:00) Mexico City                               | America/Mexico_City
                    (GMT+10:00) Canberra, Melbourne, Sydney              | Australia/Canberra
                    (GMT+0:00) London                                    | Europe/London
                    (GMT) London                                         | Europe/London
                    (GMT+5:30) India                                     | +05:30
                    """)
    void labels(String text, String id) {
        assertThat(Zones.parse(text)).map(ZoneId::getId).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Paris",
                "europe",
                "Europe/Nowhere",
                "GMT+",
                "+25:00",
                "GMT+19:00",
                "+01:75",
                "GMT+1:00 Paris",
                "(Paris)",
                "(GMT+99:00) Paris",
                "PST",
                "\u0000",
                "Central European Time"
            })
    void anythingElseIsNoZone(String text) {
        assertThat(Zones.parse(text)).isEmpty();
    }

    @Test
    void noTextIsNoZone() {
        assertThat(Zones.parse(null)).isEqualTo(Optional.empty());
    }

    @Test
    void whatIsParsedIsNamedSoThatItCanBeParsedAgain() {
        for (String text : new String[] {"Asia/Calcutta", "GMT+1:00", "(GMT+1:00) Paris", "(GMT-3:30) x", "Z", "SST"}) {
            ZoneId zone = Zones.parse(text).orElseThrow();
            assertThat(Zones.parse(zone.getId())).contains(zone);
        }
    }
}
