package org.rollcall.demo;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;

/** Plays Zoom on this machine: the token endpoint, and the dashboard of the {@link SampleMeeting}. */
public final class StandInZoom implements AutoCloseable {
    private static final int PAGE_SIZE = 300;
    private static final LocalDate SAMPLE_DAY = LocalDate.ofInstant(SampleMeeting.START, ZoneOffset.UTC);

    private final WireMockServer server;

    public StandInZoom() {
        this(WireMockConfiguration.options().dynamicPort());
    }

    /** Behind TLS, with a key in PKCS #12. */
    public StandInZoom(Path keyStore, String password) {
        this(WireMockConfiguration.options()
                .httpDisabled(true)
                .dynamicHttpsPort()
                .keystoreType("PKCS12")
                .keystorePath(keyStore.toString())
                .keystorePassword(password)
                .keyManagerPassword(password));
    }

    private StandInZoom(WireMockConfiguration options) {
        server = new WireMockServer(options.bindAddress("127.0.0.1"));
        server.stubFor(any(anyUrl())
                .atPriority(10)
                .willReturn(
                        jsonResponse("{\"code\":3001,\"message\":\"Meeting ID is invalid or has not ended.\"}", 404)));
        server.stubFor(post(urlPathEqualTo("/oauth/token"))
                .willReturn(okJson("{\"access_token\":\"stand-in\",\"token_type\":\"bearer\",\"expires_in\":3599}")));
        meetsOn(SAMPLE_DAY);
        server.start();
    }

    /** From now on the sample meeting took place on that day. */
    public void meetsOn(LocalDate day) {
        UnaryOperator<String> moved = text -> text.replace(SAMPLE_DAY.toString(), day.toString());
        server.stubFor(get(urlPathMatching("/v2/metrics/meetings/[^/]+"))
                .willReturn(okJson(moved.apply(SampleMeeting.details()))));
        List<String> pages = SampleMeeting.pages(PAGE_SIZE);
        for (int page = 1; page <= pages.size(); page++) {
            server.stubFor(get(urlPathMatching("/v2/metrics/meetings/[^/]+/participants"))
                    .withQueryParam("type", equalTo("past"))
                    .withQueryParam("next_page_token", page == 1 ? absent() : equalTo("token-" + page))
                    .willReturn(okJson(moved.apply(pages.get(page - 1)))));
        }
    }

    /** From now on the account has no dashboard, as on a Pro plan; its reports have the same meeting. */
    public void switchOffDashboard() {
        server.stubFor(get(urlPathMatching("/v2/metrics/.*"))
                .atPriority(1)
                .willReturn(jsonResponse(
                        "{\"code\":200,\"message\":\"This API is only available for ZMP and Business or higher accounts"
                                + " that have enabled the Dashboard feature.\"}",
                        400)));
        server.stubFor(get(urlPathMatching("/v2/report/meetings/[^/]+")).willReturn(okJson(SampleMeeting.details())));
        List<String> pages = SampleMeeting.reportPages(PAGE_SIZE);
        for (int page = 1; page <= pages.size(); page++) {
            server.stubFor(get(urlPathMatching("/v2/report/meetings/[^/]+/participants"))
                    .withQueryParam("next_page_token", page == 1 ? absent() : equalTo("token-" + page))
                    .willReturn(okJson(pages.get(page - 1))));
        }
    }

    /** Plays Zoom until its standard input ends; prints the settings that a function needs for it. */
    public static void main(String[] arguments) throws IOException {
        try (StandInZoom zoom = new StandInZoom()) {
            System.out.println("ZOOM_API_URL=" + zoom.apiUrl());
            System.out.println("ZOOM_OAUTH_URL=" + zoom.oauthUrl());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** What {@code ZOOM_API_URL} has to be. */
    public String apiUrl() {
        return server.baseUrl() + "/v2";
    }

    /** What {@code ZOOM_OAUTH_URL} has to be. */
    public String oauthUrl() {
        return server.baseUrl() + "/oauth";
    }

    /** The paths that were asked for so far. */
    public List<String> paths() {
        return server.getAllServeEvents().stream()
                .map(event -> event.getRequest().getUrl().replaceAll("\\?.*", ""))
                .toList();
    }

    @Override
    public void close() {
        server.stop();
    }
}
