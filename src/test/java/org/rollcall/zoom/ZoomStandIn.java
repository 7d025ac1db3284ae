package org.rollcall.zoom;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.rollcall.report.Meeting;
import org.rollcall.zoom.api.MeetingIdSegment;
import org.rollcall.zoom.api.Rows;

/**
 * Zoom on the wire, as far as a test says what it knows: a token endpoint, meetings in pages, and the faults a test
 * scripts. What it was not told of is not found (404, code 3001).
 */
public final class ZoomStandIn {
    public static final String ACCOUNT_ID = "account-of-the-stand-in";
    public static final String CLIENT_ID = "client-of-the-stand-in";
    public static final String CLIENT_SECRET = "secret-of-the-stand-in";
    /** What every access token begins with; the count of the token follows. */
    public static final String TOKEN = "token-of-the-stand-in-";

    private final StandInConnections connections = new StandInConnections();
    private final WireMockServer server = new WireMockServer(wireMockConfig()
            .dynamicPort()
            .globalTemplating(false)
            .containerThreads(14)
            .asynchronousResponseEnabled(true)
            .asynchronousResponseThreads(4)
            .networkTrafficListener(connections));
    private int scenarios;

    /** Starts it on a port of its own. */
    public void start() {
        server.start();
        reset();
    }

    /** Ends it. */
    public void stop() {
        server.stop();
    }

    /** What the app has to be told to talk to it. */
    public Map<String, String> settings() {
        return Map.of(
                "zoom.api-url",
                server.baseUrl() + "/v2",
                "zoom.oauth-url",
                server.baseUrl() + "/oauth",
                "zoom.account-id",
                ACCOUNT_ID,
                "zoom.client-id",
                CLIENT_ID,
                "zoom.client-secret",
                CLIENT_SECRET,
                "zoom.retry-delay",
                "PT0.001S",
                "report.formats",
                "json,csv",
                "quarkus.log.category.\"org.rollcall\".level",
                "DEBUG");
    }

    /** Forgets meetings, faults and requests. */
    public void reset() {
        connections.reset();
        server.resetAll();
        server.stubFor(
                any(anyUrl()).atPriority(10).willReturn(error(404, 3001, "Meeting ID is invalid or has not ended.")));
        always(webinarListCall().atPriority(5), json("{\"next_page_token\":\"\",\"webinars\":[]}"));
        server.stubFor(tokenCall().atPriority(5).willReturn(token(TOKEN + "1", 3599)));
    }

    /** A meeting with these rows, in pages of so many, and its details. */
    public ZoomStandIn meeting(String id, String type, int pageSize, List<String> rows) {
        return participants(id, type, pageSize, rows.size(), rows).details(id, type, Rows.details(id));
    }

    /** The meeting's participants, of which the stand-in says that they are so many in all. */
    public ZoomStandIn participants(String id, String type, int pageSize, int totalRecords, List<String> rows) {
        int pages = Math.max(1, (rows.size() + pageSize - 1) / pageSize);
        for (int page = 0; page < pages; page++) {
            List<String> part =
                    rows.subList(Math.min(rows.size(), page * pageSize), Math.min(rows.size(), (page + 1) * pageSize));
            String next = page + 1 < pages ? pageToken(id, page + 2) : "";
            server.stubFor(
                    pageCall(id, type, page + 1).atPriority(5).willReturn(json(Rows.page(totalRecords, next, part))));
        }
        return this;
    }

    /**
     * Sends the head of its next answer to such a call and nothing after that, on a connection that stays open.
     *
     * @param call what the request line has in it
     */
    public ZoomStandIn fallSilentAt(String call) {
        connections.fallSilentAt(call);
        return this;
    }

    /** What the stand-in tells of a meeting. */
    public ZoomStandIn details(String id, String type, String json) {
        server.stubFor(detailsCall(id, type).atPriority(5).willReturn(json(json)));
        return this;
    }

    /** The next calls of this kind get these answers, in this order; those after that what they got before. */
    public ZoomStandIn next(MappingBuilder call, ResponseDefinitionBuilder... answers) {
        String scenario = "scripted-" + ++scenarios;
        // A builder is one stub: each answer needs its own, which differs in nothing but the state.
        for (int i = 0; i < answers.length; i++) {
            server.stubFor(call.atPriority(1)
                    .inScenario(scenario)
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "answered " + i)
                    .willSetStateTo("answered " + (i + 1))
                    .willReturn(answers[i])
                    .withId(java.util.UUID.randomUUID()));
        }
        return this;
    }

    /** Every call of this kind gets this answer. */
    public ZoomStandIn always(MappingBuilder call, ResponseDefinitionBuilder answer) {
        server.stubFor(call.atPriority(2).willReturn(answer));
        return this;
    }

    /** The list of the meetings of some days, in these pages. */
    @SafeVarargs
    public final ZoomStandIn list(String type, LocalDate from, LocalDate to, List<Meeting>... pages) {
        List<List<Meeting>> all = pages.length == 0 ? List.of(List.of()) : Arrays.asList(pages);
        for (int page = 1; page <= all.size(); page++) {
            String next = page < all.size() ? pageToken(type, page + 1) : "";
            always(listCall(type, from, to, page), list(all.get(page - 1), next));
        }
        return this;
    }

    /** The call for an access token. */
    public static MappingBuilder tokenCall() {
        return post(urlPathEqualTo("/oauth/token"));
    }

    /** The call for a page of participants, the first of which is 1. */
    public static MappingBuilder pageCall(String id, String type, int page) {
        return get(urlPathEqualTo("/v2/metrics/meetings/" + MeetingIdSegment.of(id) + "/participants"))
                .withQueryParam("type", equalTo(type))
                .withQueryParam("next_page_token", page == 1 ? absent() : equalTo(pageToken(id, page)));
    }

    /** The call for a meeting's details. */
    public static MappingBuilder detailsCall(String id, String type) {
        return get(urlPathEqualTo("/v2/metrics/meetings/" + MeetingIdSegment.of(id)))
                .withQueryParam("type", equalTo(type));
    }

    /** Any call for a list of meetings. */
    public static MappingBuilder listCall() {
        return get(urlPathEqualTo("/v2/metrics/meetings"));
    }

    /** Any call for a list of webinars. */
    public static MappingBuilder webinarListCall() {
        return get(urlPathEqualTo("/v2/metrics/webinars"));
    }

    /** Any call for the list of past meetings and webinars. */
    public static MappingBuilder historyCall() {
        return get(urlPathEqualTo("/v2/report/history_meetings"));
    }

    /** The call for a page of a list of meetings, the first of which is 1. */
    public static MappingBuilder listCall(String type, LocalDate from, LocalDate to, int page) {
        return listCall()
                .withQueryParam("type", equalTo(type))
                .withQueryParam("from", equalTo(from.toString()))
                .withQueryParam("to", equalTo(to.toString()))
                .withQueryParam("page_size", equalTo("300"))
                .withQueryParam("next_page_token", page == 1 ? absent() : equalTo(pageToken(type, page)));
    }

    /** The token of a page; it holds what has to be encoded in a URL. */
    public static String pageToken(String id, int page) {
        return "page/" + page + "+of=" + id.hashCode() + "&";
    }

    /** An answer of 200 with JSON. */
    public static ResponseDefinitionBuilder json(String body) {
        return aResponse()
                .withHeader("Content-Type", "application/json;charset=UTF-8")
                .withBody(body);
    }

    /** A page of a list of meetings, which is the last when the token is empty. */
    public static ResponseDefinitionBuilder list(List<Meeting> meetings, String nextPageToken) {
        return json(Rows.meetings(meetings, nextPageToken));
    }

    /** An access token. */
    public static ResponseDefinitionBuilder token(String token, int expiresIn) {
        return json("{\"access_token\":\"%s\",\"token_type\":\"bearer\",\"expires_in\":%d,\"scope\":\"x\"}"
                .formatted(token, expiresIn));
    }

    /** A refusal as Zoom words it. */
    public static ResponseDefinitionBuilder error(int status, int code, String message) {
        return json("{\"code\":%d,\"message\":\"%s\"}".formatted(code, message)).withStatus(status);
    }

    /** The refusal of an account whose requests of the day are used up, and when it may ask again. */
    public static ResponseDefinitionBuilder dailyLimit(String retryAfter) {
        return error(429, 429, "You have reached the maximum daily rate limit.")
                .withHeader("X-RateLimit-Type", "Daily-limit")
                .withHeader("Retry-After", retryAfter);
    }

    /** A page of a proxy's. */
    public static ResponseDefinitionBuilder html(int status, String words) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "text/html")
                .withBody("<!DOCTYPE html>\n<html><head><title>" + words + "</title></head></html>");
    }

    /** How many calls for an access token there were. */
    public int tokenCalls() {
        return server.countRequestsMatching(tokenCall().build().getRequest()).getCount();
    }

    /** How many calls of this kind there were. */
    public int count(MappingBuilder call) {
        return server.countRequestsMatching(call.build().getRequest()).getCount();
    }

    /** What was asked for so far, in order, each as its method and its path without the query. */
    public List<String> calls() {
        return requests().stream()
                .map(request -> request.getMethod() + " " + request.getUrl().replaceAll("\\?.*", ""))
                .toList();
    }

    /** What was asked for so far, in order. */
    public List<LoggedRequest> requests() {
        List<LoggedRequest> requests = new ArrayList<>();
        server.getAllServeEvents().forEach(event -> requests.add(LoggedRequest.createFrom(event.getRequest())));
        Collections.reverse(requests);
        return requests;
    }

    /** The request lines so far, as they came over the wire. */
    public List<String> requestLines() {
        return connections.requestLines();
    }

    /** How many connections were opened so far. */
    public int connections() {
        return connections.opened();
    }
}
