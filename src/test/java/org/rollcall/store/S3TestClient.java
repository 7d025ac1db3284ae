package org.rollcall.store;

import org.rollcall.lambda.TestAws;
import org.rollcall.settings.TestSettings;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.S3Client;

/** Clients as the function makes them, but that they try again at once. */
final class S3TestClient {

    private S3TestClient() {}

    static S3Client of(S3Clients clients) {
        return clients.client(ClientOverrideConfiguration.builder()
                .retryStrategy(retry -> retry.maxAttempts(4).backoffStrategy(BackoffStrategy.retryImmediately())));
    }

    /** Makes clients for an endpoint, with made-up credentials. */
    static S3Clients clients(String endpoint) {
        TestAws.useMadeUpCredentials();
        return new S3Clients(TestSettings.of("AWS_ENDPOINT_URL_S3", endpoint));
    }
}
