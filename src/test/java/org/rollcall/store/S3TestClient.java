package org.rollcall.store;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.S3Client;

/** Clients as application.properties makes them, but that they try again at once. */
final class S3TestClient {

    private S3TestClient() {}

    static S3Client of(S3Clients clients, String keyId, String secret) {
        return clients.client(S3Client.builder()
                .region(Region.EU_CENTRAL_1)
                .httpClient(
                        ApacheHttpClient.builder().expectContinueEnabled(false).build())
                .overrideConfiguration(override -> override.retryStrategy(
                        retry -> retry.maxAttempts(4).backoffStrategy(BackoffStrategy.retryImmediately())))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(keyId, secret))));
    }
}
