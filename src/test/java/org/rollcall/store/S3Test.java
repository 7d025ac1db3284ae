package org.rollcall.store;

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
        S3Clients clients = S3TestClient.clients(s3.start().get("aws.endpoint-url-s3"));
        client = S3TestClient.of(clients);
        presigner = clients.presigner();
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
