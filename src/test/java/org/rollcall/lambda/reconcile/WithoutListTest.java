package org.rollcall.lambda.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rollcall.lambda.LambdaService;

/** An account whose past meetings are the only source. */
@QuarkusTest
@TestProfile(WithoutListTest.Settings.class)
class WithoutListTest extends ReconcileTest {
    public static class Settings extends ReconcileProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
            settings.put("zoom.sources", "past");
            return settings;
        }
    }

    @Test
    void saysThatThereIsNone() {
        LambdaService.invoke("{}")
                .statusCode(200)
                .body("list", is("none"))
                .body("days", is(2))
                .body("queued", is(0));

        assertThat(summary(day).path("list").asText()).isEqualTo("none");
        assertThat(summary(day).has("missing")).isFalse();
        assertThat(summary(day.minusDays(1)).path("list").asText()).isEqualTo("none");
        assertThat(log.text().split("Zoom has no list of this account's meetings", -1))
                .hasSize(2);
        assertThat(zoom.calls()).isEmpty();
    }
}
