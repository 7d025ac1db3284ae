package org.rollcall.store;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.rollcall.settings.TestSettings;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** An empty bucket on a server that speaks s3. */
abstract class S3Test extends StoreTest {
    static S3StandIn s3;

    static S3Client client;
    private static S3Presigner presigner;

    @BeforeAll
    static void start() {
        s3 = new S3StandIn();
        var settings = s3.start();
        S3Clients clients =
                new S3Clients(Optional.of(URI.create(settings.get("aws.endpoint-url-s3"))), Optional.empty());
        client = S3TestClient.of(
                clients,
                settings.get("quarkus.s3.aws.credentials.static-provider.access-key-id"),
                settings.get("quarkus.s3.aws.credentials.static-provider.secret-access-key"));
        presigner = clients.presigner(client);
    }

    @AfterAll
    static void stop() {
        presigner.close();
        client.close();
        s3.stop();
    }

    @BeforeEach
    void begin() {
        s3.empty();
    }

    static Destination destination(String setting) {
        return new ReportDestination(TestSettings.of("REPORT_DESTINATION", setting), client, presigner).required();
    }
}
