package org.rollcall.lambda.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rollcall.lambda.LambdaService;
import org.rollcall.report.Meeting;

@QuarkusTest
@TestProfile(ExcludedMeetingsTest.Settings.class)
class ExcludedMeetingsTest extends ReconcileTest {
    public static class Settings extends ReconcileProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
            settings.put("report.include", "host:*@law.example.edu");
            settings.put("report.exclude", "topic:*1:1*, id:930 0000 0003");
            return settings;
        }
    }

    @Test
    void areNeitherQueuedNorMissing() {
        list(
                meeting(1, "Contracts", "a@LAW.example.edu"),
                meeting(2, "Agnès 1:1", "a@law.example.edu"),
                meeting(3, "Torts", "a@law.example.edu"),
                meeting(4, "Statistics", "b@maths.example.edu"));

        LambdaService.invoke("{}").body("ended", is(1)).body("queued", is(1)).body("excluded", is(3));

        assertThat(takeReports()).singleElement().asString().contains("/uuid//1==");
        assertThat(summary(day).path("missing")).hasSize(1);
        assertThat(summary(day).path("excluded").asInt()).isEqualTo(3);
    }

    private Meeting meeting(int number, String topic, String hostEmail) {
        Meeting meeting = meeting(number, day);
        return new Meeting(
                meeting.kind(),
                meeting.id(),
                meeting.uuid(),
                topic,
                meeting.startTime(),
                meeting.endTime(),
                null,
                "Host",
                hostEmail,
                2,
                null);
    }
}
