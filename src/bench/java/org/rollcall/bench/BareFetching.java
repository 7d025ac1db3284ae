package org.rollcall.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.rollcall.packaged.TestCertificate;

/** Only reads a meeting's pages, one after the other over one connection: what the services played here cost. */
final class BareFetching {
    private final HttpClient client;
    private final Zoom zoom;

    BareFetching(Zoom zoom, TestCertificate certificate) {
        this.zoom = zoom;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(trusting(certificate))
                .build();
    }

    private static SSLContext trusting(TestCertificate certificate) {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "test",
                    KeyStore.getInstance(certificate.keyStore().toFile(), TestCertificate.PASSWORD.toCharArray())
                            .getCertificate("test"));
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    double milliseconds(int rows) throws IOException, InterruptedException {
        String pages = zoom.participants(zoom.meeting(rows));
        long begun = System.nanoTime();
        for (int page = 0; page < Participants.pageCount(rows); page++) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(pages + page)).build();
            client.send(request, HttpResponse.BodyHandlers.discarding());
        }
        return (System.nanoTime() - begun) / 1e6;
    }
}
