package org.rollcall.zoom.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import feign.Feign;
import feign.RequestTemplate;
import feign.Response;
import feign.Retryer;
import feign.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.net.URI;
import java.util.function.Supplier;
import org.rollcall.settings.Settings;
import org.rollcall.zoom.http.ZoomClient;

/** Makes the declarative interfaces of Zoom's APIs, each when it is first used. */
@Singleton
class ZoomApis {
    private final ZoomClient client;
    private final Settings settings;
    private final ObjectMapper json;

    ZoomApis(ZoomClient client, Settings settings, ObjectMapper json) {
        this.client = client;
        this.settings = settings;
        this.json = json;
    }

    @Produces
    @ApplicationScoped
    DashboardsApi dashboards() {
        return make(DashboardsApi.class, settings::zoomApiUrl);
    }

    @Produces
    @ApplicationScoped
    MeetingsApi meetings() {
        return make(MeetingsApi.class, settings::zoomApiUrl);
    }

    @Produces
    @ApplicationScoped
    PastApi past() {
        return make(PastApi.class, settings::zoomApiUrl);
    }

    @Produces
    @ApplicationScoped
    ReportsApi reports() {
        return make(ReportsApi.class, settings::zoomApiUrl);
    }

    @Produces
    @ApplicationScoped
    OAuthApi oauth() {
        return make(OAuthApi.class, settings::zoomOauthUrl);
    }

    private <T> T make(Class<T> api, Supplier<URI> base) {
        return Feign.builder()
                .client(client)
                .decoder(this::read)
                .doNotCloseAfterDecode() // A page is read while it comes.
                .retryer(Retryer.NEVER_RETRY)
                .target(new Base<>(api, base));
    }

    private Object read(Response response, Type type) throws IOException {
        if (response.body() == null || type == InputStream.class) {
            return response.body() == null ? null : response.body().asInputStream();
        }
        try (InputStream body = response.body().asInputStream()) {
            byte[] bytes = body.readAllBytes();
            return bytes.length == 0 ? null : json.readValue(bytes, json.constructType(type));
        }
    }

    /** Where an API is, which is looked up for each request. */
    private record Base<T>(Class<T> type, Supplier<URI> base) implements Target<T> {
        @Override
        public String name() {
            return type.getSimpleName();
        }

        @Override
        public String url() {
            return base.get().toString();
        }

        @Override
        public feign.Request apply(RequestTemplate template) {
            return template.target(url()).request();
        }
    }
}
