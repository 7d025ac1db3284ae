package org.rollcall.store;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.format.Document;
import org.rollcall.format.Documents;

class S3OnTheWireTest extends StoreTest {
    @ParameterizedTest
    @CsvSource({"1, true", "2, true", "1000, false"})
    void triesAgainOnConnectionsThatS3HasClosed(int closed, boolean stored) throws IOException {
        AtomicInteger connections = new AtomicInteger();
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread closing = new Thread(() -> {
                while (!server.isClosed()) {
                    try (Socket socket = server.accept()) {
                        if (connections.incrementAndGet() > closed) {
                            answer(socket);
                        }
                    } catch (IOException e) {
                        // The next connection tells.
                    }
                }
            });
            closing.setDaemon(true);
            closing.start();
            Destination destination = destination(server.getLocalPort());

            if (stored) {
                assertThat(destination.put(KEY, document).bytes()).isEqualTo(document.bytes());
                assertThat(connections).hasValue(closed + 1);
            } else {
                assertThatThrownBy(() -> destination.put(KEY, document))
                        .isInstanceOf(StoreException.class)
                        .hasMessageContaining("s3://reports/" + KEY);
                assertThat(connections).hasValue(4);
            }
        }
    }

    @Test
    void sendsAnObjectAtOnceAndAsItIs() {
        WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
        server.start();
        try {
            server.stubFor(put(anyUrl()).willReturn(ok()));

            destination(server.port()).put(KEY, document);

            server.verify(
                    1,
                    putRequestedFor(anyUrl())
                            .withoutHeader("Expect")
                            .withHeader("Content-Length", equalTo(String.valueOf(document.bytes())))
                            .withHeader("x-amz-content-sha256", equalTo(sha256(document)))
                            .withHeader("x-amz-checksum-crc32", equalTo("lRPCOw=="))
                            .withoutHeader("x-amz-trailer")
                            .withRequestBody(equalTo(TEXT)));
        } finally {
            server.stop();
        }
    }

    private static void answer(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        String length = head.toString().replaceAll("(?is).*\r\ncontent-length: *(\\d+).*", "$1");
        in.readNBytes(Integer.parseInt(length));
        socket.getOutputStream()
                .write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private static String sha256(Document document) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Documents.bytes(document));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Destination destination(int port) {
        S3Clients clients = S3TestClient.clients("http://127.0.0.1:" + port);
        return new S3Destination(S3TestClient.of(clients), null, "reports", "");
    }
}
