package org.rollcall.lambda.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.lambda.api.ApiAnswers.ask;
import static org.rollcall.lambda.api.ApiAnswers.header;
import static org.rollcall.lambda.api.ApiAnswers.parse;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollcall.failure.FailureKind;
import org.rollcall.format.ReportFormat;
import org.rollcall.lambda.api.ApiRoute.Subject;
import org.rollcall.lambda.event.Formats;
import org.rollcall.lambda.http.HttpEvent;
import org.rollcall.lambda.http.HttpEvents;
import org.rollcall.report.MeetingType;
import org.rollcall.report.Source;

/** The description of the API against what it describes. .ci/drive-over-http has both meet on the wire. */
@QuarkusTest
@TestProfile(ApiProfile.class)
class DescriptionTest extends ApiTest {
    @Inject
    Formats formats;

    private JsonNode description;

    @BeforeEach
    void read() {
        description = parse(ask(HttpEvents.get("/openapi.json")).path("body").asText());
    }

    @Test
    void isJson() {
        assertThat(header(ask(HttpEvents.get("/openapi.json")), "content-type")).isEqualTo("application/json");
        assertThat(description.path("openapi").asText()).startsWith("3.1.");
    }

    @Test
    void hasThePathsThatThereAre() {
        Set<String> paths = new TreeSet<>(Set.of("/participants", "/openapi.json"));
        for (String kind : List.of("meeting", "webinar")) {
            String id = kind + "s/{" + kind + "Id}/";
            for (String ours : List.of("participants", "attendance", "instances", "series")) {
                paths.add("/" + id + ours);
            }
            for (String way : List.of("metrics/", "report/", "past_")) {
                paths.addAll(Set.of("/" + way + id + "participants", "/v2/" + way + id + "participants"));
            }
        }

        assertThat(names(description.path("paths"))).containsExactlyInAnyOrderElementsOf(paths);
    }

    @Test
    void hasTheParametersOfEachPath() {
        for (String path : names(description.path("paths"))) {
            ApiRoute route = route(path);
            JsonNode item = resolved(description.path("paths").path(path));

            assertThat(names(item)).as(path).contains("get", "head").isSubsetOf("get", "head", "parameters");
            if (route.zooms().isEmpty()) {
                assertThat(parameters(item, "query")).as(path).containsExactlyInAnyOrderElementsOf(route.parameters());
            }
            assertThat(parameters(item, "path"))
                    .as(path)
                    .containsExactlyElementsOf(
                            path.contains("{") ? List.of(path.replaceAll(".*\\{|\\}.*", "")) : List.of());
        }
    }

    @Test
    void hasTheFormatsTypesAndSourcesThatThereAre() {
        assertThat(values("format"))
                .containsExactlyInAnyOrderElementsOf(
                        formats.all().stream().map(ReportFormat::name).toList());
        assertThat(values("type"))
                .containsExactlyInAnyOrderElementsOf(
                        with("auto", Arrays.stream(MeetingType.values()).map(MeetingType::value)));
        assertThat(values("source"))
                .containsExactlyInAnyOrderElementsOf(
                        with("auto", Arrays.stream(Source.values()).map(Source::value)));
        assertThat(names(description.at("/components/responses/Document/content")))
                .containsExactlyInAnyOrderElementsOf(formats.all().stream()
                        .map(ReportFormat::contentType)
                        .distinct()
                        .toList());
    }

    @Test
    void hasTheStatusOfEveryFailure() {
        for (String path : names(description.path("paths"))) {
            if (route(path).subject() == Subject.REPORT) {
                Set<String> statuses = Set.copyOf(
                        names(resolved(description.path("paths").path(path)).at("/get/responses")));
                // 405 is for the methods that are not there.
                Stream.of(FailureKind.values())
                        .filter(kind -> kind != FailureKind.METHOD_NOT_ALLOWED)
                        .forEach(kind -> assertThat(statuses).as(path).contains("" + kind.httpStatus()));
            }
        }
    }

    private static ApiRoute route(String path) {
        String target = path.replaceAll("\\{\\w+}", "93201235621");
        return ApiRoute.of(new HttpEvent(HttpEvents.request("GET", target)));
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : description.at(reference.substring(1));
    }

    private List<String> parameters(JsonNode item, String in) {
        return StreamSupport.stream(item.path("parameters").spliterator(), false)
                .map(this::resolved)
                .filter(parameter -> parameter.path("in").asText().equals(in))
                .map(parameter -> parameter.path("name").asText())
                .toList();
    }

    private List<String> values(String parameter) {
        List<String> values = new ArrayList<>();
        description
                .at("/components/parameters/" + parameter + "/schema/enum")
                .forEach(value -> values.add(value.asText()));
        return values;
    }

    private static List<String> with(String first, Stream<String> rest) {
        return Stream.concat(Stream.of(first), rest).toList();
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
