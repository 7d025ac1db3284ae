package org.rollcall.lambda.reconcile;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.rollcall.zoom.ZoomStandIn.error;
import static org.rollcall.zoom.ZoomStandIn.historyCall;
import static org.rollcall.zoom.ZoomStandIn.json;
import static org.rollcall.zoom.ZoomStandIn.listCall;
import static org.rollcall.zoom.ZoomStandIn.webinarListCall;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.lambda.LambdaService;
import org.rollcall.zoom.api.Rows;

/** Lists of meetings and of webinars, with a dashboard and without one. */
@QuarkusTest
@TestProfile(ReconcileProfile.class)
class ListsOfEachKindTest extends ReconcileTest {
    private static final String NEW_TOKEN = "\"next_page_token\":\"{{randomValue length=20 type='ALPHANUMERIC'}}\",";
    private static final String NEW_MEETING = "{\"uuid\":\"{{randomValue length=20 type='ALPHANUMERIC'}}\",\"id\":1}";

    @Test
    void webinarsAreQueuedAsSuch() throws IOException {
        emptyLists();
        zoom.always(
                webinarListCall(),
                json(Rows.meetings(List.of(meeting(1, day)), "").replace("meetings", "webinars")));

        LambdaService.invoke("{}").statusCode(200).body("ended", is(1)).body("queued", is(1));

        assertThat(JSON.readTree(takeReports().get(0)).get("webinar_id").asText())
                .isEqualTo("/uuid//1==");
        assertThat(zoom.requestLines())
                .filteredOn(line -> line.contains("/metrics/webinars"))
                .singleElement()
                .asString()
                .contains("type=past&from=" + today.minusDays(3) + "&to=" + today + "&page_size=300 ");
    }

    @Test
    void anAccountWithoutWebinarsIsRefusedOnceAnHour() {
        emptyLists();
        for (MappingBuilder call : List.of(webinarListCall(), historyCall())) {
            zoom.always(call, error(400, 200, "No webinar plan."));
        }

        LambdaService.invoke("{}").statusCode(200).body("days", is(2));
        clock.advance(Duration.ofMinutes(50));
        LambdaService.invoke("{}").statusCode(200).body("days", is(2));
        assertThat(zoom.count(webinarListCall())).isEqualTo(1);
        clock.advance(Duration.ofMinutes(15));
        LambdaService.invoke("{}").statusCode(200).body("days", is(2));
        assertThat(zoom.count(webinarListCall())).isEqualTo(2);
    }

    @Test
    void theHistoryTakesThePlaceOfADashboard() throws IOException {
        refuseDashboard();
        zoom.always(historyCall().withQueryParam("meeting_type", equalTo("meeting")), history("Meeting", 1))
                .always(historyCall().withQueryParam("meeting_type", equalTo("webinar")), history("Webinar", 2));

        LambdaService.invoke("{}").statusCode(200).body("ended", is(2)).body("queued", is(2));

        List<String> messages = takeReports();
        assertThat(messages)
                .anySatisfy(message -> assertThat(message)
                        .contains("\"meeting_id\":\"/uuid//1==\"", "\"host_email\":\"ada@example.org\""))
                .anySatisfy(message -> assertThat(message)
                        .contains("\"webinar_id\":\"/uuid//2==\"", "\"participants\":2", "\"host\":\"Ada\""));
        assertThat(zoom.requestLines())
                .filteredOn(line -> line.contains("history_meetings"))
                .hasSize(2)
                .allMatch(line -> line.contains(
                                "from=" + today.minusDays(3) + "&to=" + today + "&date_type=start_time&meeting_type=")
                        && line.contains("&page_size=300 "));
    }

    @Test
    void whatIsOfTheOtherKindIsNotQueuedTwice() {
        refuseDashboard();
        zoom.always(historyCall(), history("Webinar", 2));

        LambdaService.invoke("{}").statusCode(200).body("ended", is(1));

        assertThat(takeReports()).singleElement().asString().contains("webinar_id");
    }

    @Test
    void anEndlessListIsReadForAThousandPages() {
        refuseDashboard();
        zoom.always(historyCall(), page("{" + NEW_TOKEN + "\"history_meetings\":[" + NEW_MEETING + "]}"));

        LambdaService.Failure failure = LambdaService.fail("{}");

        assertThat(failure.name()).isEqualTo("IncompleteReportException");
        assertThat(failure.message()).contains("the past meetings of ", "did not end after 1000");
        assertThat(zoom.count(historyCall())).isEqualTo(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"meetings", "webinars"})
    void aPageOfAListThatHasNothingIsTheLast(String collection) {
        emptyLists();
        zoom.always(
                collection.equals("webinars") ? webinarListCall() : listCall(),
                page("{" + NEW_TOKEN + "\"" + collection + "\":[]}"));

        LambdaService.invoke("{}").statusCode(200).body("ended", is(0));

        assertThat(zoom.count(listCall())).isEqualTo(2);
        assertThat(zoom.count(webinarListCall())).isEqualTo(1);
    }

    @Test
    void aListThatRepeatsItsTokenIsReadThreeTimes() {
        zoom.always(listCall(), page("{\"next_page_token\":\"again\",\"meetings\":[" + NEW_MEETING + "]}"));

        assertThat(LambdaService.fail("{}").message()).contains("the same page token twice");

        assertThat(zoom.count(listCall())).isEqualTo(3 * 2);
    }

    private void refuseDashboard() {
        zoom.always(listCall(), error(400, 200, "Only available for Business or higher accounts."))
                .always(webinarListCall(), error(400, 200, "Only available for Business or higher accounts."));
    }

    private ResponseDefinitionBuilder history(String type, int number) {
        return json(
                """
                {"next_page_token":"","history_meetings":[{"meeting_uuid":"/uuid//%1$d==","meeting_id":9300000000%1$d,
                "type":"%2$s","topic":"Standup","host_display_name":"Ada","host_email":"ada@example.org",
                "start_time":"%3$sT09:00:00Z","end_time":"%3$sT10:00:00Z","duration":60,"participants":2}]}"""
                        .formatted(number, type, day));
    }

    private static ResponseDefinitionBuilder page(String template) {
        return json(template).withTransformers("response-template");
    }
}
