package org.rollcall.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.zoom.ZoomStandIn.error;
import static org.rollcall.zoom.ZoomStandIn.pageCall;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.zoom.http.ZoomConnections;

/** Zoom begins an answer and falls silent, on a connection that stays open. */
@QuarkusTest
@TestProfile(StalledAnswerTest.Profile.class)
class StalledAnswerTest extends TimedReportTest {
    /** Long enough to ask again, and short enough to tell when nobody does. */
    private static final int TWENTY_SECONDS = 20_000;

    public static class Profile implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(Impatient.class);
        }
    }

    /** Takes a second's silence for the end of a connection. */
    @Alternative
    @Singleton
    public static class Impatient extends ZoomConnections {
        @Override
        protected Duration silence() {
            assertThat(super.silence()).hasSeconds(30);
            return Duration.ofSeconds(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth/token",
                ID + "?type=past",
                "type=past&page_size=300&include_fields=registrant_id ",
                "next_page_token="
            })
    void isAskedForAgain(String call) throws IOException {
        zoom.fallSilentAt(call);

        assertThat(receipt(TWENTY_SECONDS)).contains("\"total_records\":3");

        assertThat(zoom.requestLines()).filteredOn(line -> line.contains(call)).hasSizeGreaterThan(1);
    }

    @Test
    void isAskedForAgainWhateverItSaid() throws IOException {
        zoom.next(pageCall(ID, "past", 1), error(500, 500, "Zoom failed.")).fallSilentAt("/participants");

        assertThat(receipt(TWENTY_SECONDS)).contains("\"total_records\":3");
    }
}
