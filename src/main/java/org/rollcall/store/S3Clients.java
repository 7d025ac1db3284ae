package org.rollcall.store;

import io.quarkus.runtime.ImageMode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.apache.http.conn.util.PublicSuffixMatcherLoader;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.S3ServiceClientConfiguration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The S3 client and pre-signer, made when first used. An endpoint that was overridden is addressed path-style. */
@Singleton
class S3Clients {
    static {
        if (ImageMode.current() == ImageMode.NATIVE_BUILD) {
            // The 10,000 suffixes that hosts' names are checked against: else they are read at every start.
            PublicSuffixMatcherLoader.getDefault();
        }
    }

    private final Optional<URI> endpoint;

    /**
     * @param endpointForS3 {@code AWS_ENDPOINT_URL_S3} (AWS SDKs and tools reference: service-specific endpoints)
     * @param endpointForAll {@code AWS_ENDPOINT_URL}
     */
    S3Clients(
            @ConfigProperty(name = "aws.endpoint-url-s3") Optional<URI> endpointForS3,
            @ConfigProperty(name = "aws.endpoint-url") Optional<URI> endpointForAll) {
        this.endpoint = endpointForS3.or(() -> endpointForAll);
    }

    @Produces
    @ApplicationScoped
    S3Client client(S3ClientBuilder builder) {
        // Not forcePathStyle: the extension has set a service configuration already, and the SDK refuses both.
        // Chunks, each signed, are for bodies that can't be read twice; files can.
        builder.serviceConfiguration(
                service -> service.pathStyleAccessEnabled(endpoint.isPresent()).chunkedEncodingEnabled(false));
        endpoint.ifPresent(builder::endpointOverride);
        builder.overrideConfiguration(builder.overrideConfiguration().toBuilder()
                .addExecutionInterceptor(new SendAtOnce())
                .build());
        return builder.build();
    }

    @Produces
    @ApplicationScoped
    S3Presigner presigner(S3Client client) {
        S3Configuration addressing = S3Configuration.builder()
                .pathStyleAccessEnabled(endpoint.isPresent())
                .build();
        S3ServiceClientConfiguration like = client.serviceClientConfiguration();
        S3Presigner.Builder builder = S3Presigner.builder()
                .region(like.region())
                .credentialsProvider(like.credentialsProvider())
                .serviceConfiguration(addressing);
        endpoint.ifPresent(builder::endpointOverride);
        return builder.build();
    }
}
