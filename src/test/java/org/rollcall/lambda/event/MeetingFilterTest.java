package org.rollcall.lambda.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingKind;
import org.rollcall.settings.InvalidSettingException;
import org.rollcall.settings.TestSettings;

class MeetingFilterTest {
    private static final Meeting MEETING =
            meeting("Statistics 201, 1:1 Réunion", "Agnès Martin", "agnes@Law.Example.edu");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            host:agnes@law.example.edu       | true
            host:*@law.example.edu           | true
            HOST: *@LAW.example.EDU          | true
            host:agnès martin                | true
            host:*@maths.example.edu         | false
            host:*law*                       | true
            topic:statistics*                | true
            topic:*1:1*                      | true
            topic:*RE\u0301UNION             | true
            topic:statistics                 | false
            topic:*201*201*                  | false
            topic:*Statistics 201*1:1*       | true
            topic:Statistics 201* 1:1*       | true
            topic:*1:1 Ré*éunion             | false
            id:93201235621                   | true
            id:932 0123 5621                 | true
            id:932-0123-*                    | true
            id:/ajXp112QmuoKj4854875==       | true
            id:9320123562                    | false
            topic:*                          | true
            topic:.*                         | false
            topic:***                        | true
            """)
    void comparesWithHostTopicAndId(String pattern, boolean fits) {
        assertThat(filter("REPORT_INCLUDE", pattern).includes(MEETING)).isEqualTo(fits);
        assertThat(filter("REPORT_EXCLUDE", pattern).includes(MEETING)).isEqualTo(!fits);
    }

    @Test
    void letsAllInThatNothingLeavesOut() {
        assertThat(new MeetingFilter(TestSettings.of()).includes(MEETING)).isTrue();
    }

    @Test
    void leavesOutWhatIsBothIncludedAndExcluded() {
        MeetingFilter filter = new MeetingFilter(TestSettings.of(
                "REPORT_INCLUDE", "topic:other,host:*@law.example.edu", "REPORT_EXCLUDE", "topic:*1:1*"));

        assertThat(filter.includes(MEETING)).isFalse();
        assertThat(filter.includes(meeting("Contracts", null, "b@law.example.edu")))
                .isTrue();
    }

    @Test
    void leavesOutOnlyWhatIsKnownToBe() {
        Meeting ofAWebhook = meeting("Statistics", null, null);
        Meeting ofItsNumber = meeting(null, null, null);

        assertThat(filter("REPORT_INCLUDE", "host:*@law.example.edu").includes(ofAWebhook))
                .isTrue();
        assertThat(filter("REPORT_INCLUDE", "topic:Contracts").includes(ofAWebhook))
                .isFalse();
        assertThat(filter("REPORT_INCLUDE", "topic:Contracts").includes(ofItsNumber))
                .isTrue();
        assertThat(filter("REPORT_INCLUDE", "id:1").includes(ofItsNumber)).isFalse();
        assertThat(filter("REPORT_EXCLUDE", "host:*,topic:*").includes(ofItsNumber))
                .isTrue();
        assertThat(filter("REPORT_EXCLUDE", "topic:*").includes(ofAWebhook)).isFalse();
    }

    @Test
    void doesNotTakeForEverOverManyStars() {
        String stars = "topic:" + "*a".repeat(1_000) + "*b";

        assertThat(filter("REPORT_EXCLUDE", stars).includes(meeting("a".repeat(5_000), null, null)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"law.example.edu", "hots:*", "host", "host:", "host: ", ":x", "host:a,b", "topic:a,hots:b"})
    void namesTheSettingThatIsMalformed(String patterns) {
        assertThatThrownBy(() -> filter("REPORT_INCLUDE", patterns).includes(MEETING))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("REPORT_INCLUDE is malformed. It accepts host:, topic: and id:");
        assertThatThrownBy(() -> filter("REPORT_EXCLUDE", patterns).includes(MEETING))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("REPORT_EXCLUDE is malformed.");
    }

    private static MeetingFilter filter(String variable, String patterns) {
        return new MeetingFilter(TestSettings.of(variable, patterns));
    }

    private static Meeting meeting(String topic, String host, String hostEmail) {
        return new Meeting(
                MeetingKind.MEETING,
                "93201235621",
                "/ajXp112QmuoKj4854875==",
                topic,
                null,
                null,
                null,
                host,
                hostEmail,
                null,
                null);
    }
}
