package org.rollcall.store;

import io.quarkus.runtime.ImageMode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.apache.http.conn.util.PublicSuffixMatcherLoader;
import org.rollcall.settings.Settings;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * The S3 client and pre-signer, made when first used: an extension's would be configured at every start. An endpoint
 * that was overridden is addressed path-style.
 */
@Singleton
class S3Clients {
    static {
        if (ImageMode.current() == ImageMode.NATIVE_BUILD) {
            // The 10,000 suffixes that hosts' names are checked against: else they are read at every start.
            PublicSuffixMatcherLoader.getDefault();
        }
    }

    private final Settings settings;

    S3Clients(Settings settings) {
        this.settings = settings;
    }

    @Produces
    @ApplicationScoped
    S3Client client() {
        return client(ClientOverrideConfiguration.builder());
    }

    /** @param calls what else holds for every call */
    S3Client client(ClientOverrideConfiguration.Builder calls) {
        Optional<URI> endpoint = settings.s3Endpoint();
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(ApacheHttpClient.builder().expectContinueEnabled(false))
                // Chunks, each signed, are for bodies that can't be read twice; files can.
                .serviceConfiguration(
                        addressing(endpoint).chunkedEncodingEnabled(false).build())
                .overrideConfiguration(
                        calls.addExecutionInterceptor(new SendAtOnce()).build());
        endpoint.ifPresent(builder::endpointOverride);
        return builder.build();
    }

    @Produces
    @ApplicationScoped
    S3Presigner presigner() {
        Optional<URI> endpoint = settings.s3Endpoint();
        S3Presigner.Builder builder =
                S3Presigner.builder().serviceConfiguration(addressing(endpoint).build());
        endpoint.ifPresent(builder::endpointOverride);
        return builder.build();
    }

    private static S3Configuration.Builder addressing(Optional<URI> endpoint) {
        return S3Configuration.builder().pathStyleAccessEnabled(endpoint.isPresent());
    }
}
