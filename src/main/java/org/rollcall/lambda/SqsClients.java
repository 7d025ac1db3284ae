package org.rollcall.lambda;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/** The SQS client, made when first used. */
@Singleton
class SqsClients {
    private final Optional<URI> endpoint;

    /**
     * @param endpointForSqs {@code AWS_ENDPOINT_URL_SQS} (AWS SDKs and tools reference: service-specific endpoints)
     * @param endpointForAll {@code AWS_ENDPOINT_URL}
     */
    SqsClients(
            @ConfigProperty(name = "aws.endpoint-url-sqs") Optional<URI> endpointForSqs,
            @ConfigProperty(name = "aws.endpoint-url") Optional<URI> endpointForAll) {
        this.endpoint = endpointForSqs.or(() -> endpointForAll);
    }

    @Produces
    @ApplicationScoped
    SqsClient client(SqsClientBuilder builder) {
        endpoint.ifPresent(builder::endpointOverride);
        return builder.build();
    }
}
