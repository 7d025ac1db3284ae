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
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.format.CsvFormat;
import org.rollcall.format.Document;
import org.rollcall.format.DocumentFile;
import org.rollcall.report.InvalidSettingException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

class ReportDestinationTest {
    private static final S3StandIn S3 = new S3StandIn();
    private static final String KEY = "csv/date=2026-11-22/1_dQ.csv";

    private static S3Client client;
    private static S3Presigner presigner;

    @TempDir
    Path directory;

    private Document document;

    @BeforeAll
    static void start() {
        var settings = S3.start();
        S3Clients clients =
                new S3Clients(Optional.of(URI.create(settings.get("aws.endpoint-url-s3"))), Optional.empty());
        client = clients.client(S3Client.builder()
                .region(Region.EU_CENTRAL_1)
                .httpClient(http())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        settings.get("quarkus.s3.aws.credentials.static-provider.access-key-id"),
                        settings.get("quarkus.s3.aws.credentials.static-provider.secret-access-key")))));
        presigner = clients.presigner(client);
    }

    @AfterAll
    static void stop() {
        presigner.close();
        client.close();
        S3.stop();
    }

    @BeforeEach
    void write() throws IOException {
        S3.empty();
        DocumentFile file = new DocumentFile(new CsvFormat(), directory);
        try (OutputStream out = file.open()) {
            out.write("name\r\nZoë 🎓\r\n".getBytes(StandardCharsets.UTF_8));
        }
        document = file.whole();
    }

    @ParameterizedTest
    @CsvSource({
        "s3://reports, ''",
        "s3://reports/, ''",
        "s3://reports/a, a/",
        "s3://reports/a/b/, a/b/",
        "' s3://reports//a// ', a/"
    })
    void storesInABucket(String setting, String prefix) {
        StoredDocument stored = destination(setting).required().put(KEY, document);

        assertThat(stored)
                .isEqualTo(new StoredDocument(
                        "csv",
                        URI.create("s3://reports/" + prefix + KEY),
                        "text/csv; charset=utf-8",
                        document.bytes()));
        assertThat(S3.keys()).containsExactly(prefix + KEY);
        assertThat(S3.text(prefix + KEY)).isEqualTo("name\r\nZoë 🎓\r\n");
        assertThat(S3.contentType(prefix + KEY)).isEqualTo("text/csv; charset=utf-8");
    }

    @Test
    void givesALinkThatAnyoneCanReadForAWhile() throws Exception {
        Destination destination = destination("s3://reports/zoom").required();
        destination.put(KEY, document);

        URI link = destination.link(KEY, Duration.ofMinutes(15)).orElseThrow();

        assertThat(link.getQuery()).contains("X-Amz-Expires=900");
        HttpResponse<String> answer = get(link);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("name\r\nZoë 🎓\r\n");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
        URI unsigned = URI.create(link.toString().replaceAll("\\?.*", ""));
        assertThat(get(unsigned).statusCode()).isEqualTo(403);
    }

    @Test
    void saysWhatToLookAtWhenS3Refuses() {
        Destination destination = destination("s3://no-such-bucket/zoom").required();

        assertThatThrownBy(() -> destination.put(KEY, document))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("s3://no-such-bucket/zoom/" + KEY)
                .hasMessageContaining("bucket's name and region")
                .hasMessageContaining("s3:PutObject");
    }

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
            Destination destination = new S3Destination(client(server.getLocalPort()), presigner, "reports", "");

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

    @Test
    void sendsAnObjectAtOnceAndAsItIs() {
        WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
        server.start();
        try {
            server.stubFor(put(anyUrl()).willReturn(ok()));

            new S3Destination(client(server.port()), presigner, "reports", "").put(KEY, document);

            server.verify(
                    1,
                    putRequestedFor(anyUrl())
                            .withoutHeader("Expect")
                            .withHeader("Content-Length", equalTo(String.valueOf(document.bytes())))
                            .withHeader("x-amz-content-sha256", equalTo(sha256(document)))
                            .withHeader("x-amz-checksum-crc32", equalTo("lRPCOw=="))
                            .withoutHeader("x-amz-trailer")
                            .withRequestBody(equalTo("name\r\nZoë 🎓\r\n")));
        } finally {
            server.stop();
        }
    }

    @Test
    void storesNothingButWhatWasWritten() throws IOException {
        Files.writeString(document.file(), "name\r\nZoé 🎓\r\n");

        assertThatThrownBy(() -> destination("s3://reports").required().put(KEY, document))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("s3://reports/" + KEY);
        assertThat(S3.keys()).isEmpty();
    }

    private static String sha256(Document document) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(document.file()));
            return HexFormat.of().formatHex(digest);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static S3Client client(int port) {
        S3Clients clients = new S3Clients(Optional.of(URI.create("http://127.0.0.1:" + port)), Optional.empty());
        return clients.client(S3Client.builder()
                .region(Region.EU_CENTRAL_1)
                .httpClient(http())
                .overrideConfiguration(override -> override.retryStrategy(
                        retry -> retry.maxAttempts(4).backoffStrategy(BackoffStrategy.retryImmediately())))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"))));
    }

    // As application.properties has it.
    private static SdkHttpClient http() {
        return ApacheHttpClient.builder().expectContinueEnabled(false).build();
    }

    @Test
    void namesABucketWithUnderscoresWhereItFailsToo() {
        assertThatThrownBy(() -> destination("s3://no_such_bucket").required().put(KEY, document))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("s3://no_such_bucket/" + KEY);
    }

    @Test
    void listsADayOfMoreReportsThanOneListHolds() {
        IntStream.range(0, 1_100).forEach(number -> S3.put("zoom/csv/date=2026-11-22/" + number + ".csv"));

        assertThat(destination("s3://reports/zoom").required().list("csv/date=2026-11-22/"))
                .hasSize(1_100)
                .containsKey("1099.csv");
    }

    @Test
    void storesInADirectoryThatIsMadeWhenNeeded() throws IOException {
        Path reports = directory.resolve("with spaces");

        StoredDocument stored =
                destination(reports.toUri().toString()).required().put(KEY, document);

        assertThat(stored.location()).isEqualTo(reports.resolve(KEY).toUri());
        assertThat(reports.resolve(KEY)).content(StandardCharsets.UTF_8).isEqualTo("name\r\nZoë 🎓\r\n");
        assertThat(files(reports)).containsExactly(reports.resolve(KEY));
    }

    @Test
    void replacesWhatWasStoredBefore() throws IOException {
        Destination destination = destination("file:" + directory + "/reports").required();
        destination.put(KEY, document);
        Files.writeString(document.file(), "new");

        destination.put(KEY, document);

        assertThat(directory.resolve("reports").resolve(KEY)).hasContent("new");
        assertThat(files(directory.resolve("reports"))).hasSize(1);
        assertThat(destination.link(KEY, Duration.ofMinutes(15))).isEmpty();
    }

    @Test
    void leavesNoPartsBehindWhenADirectoryCannotBeWritten() throws IOException {
        Path reports = directory.resolve("reports");
        Path inTheWay = Files.createDirectories(reports.resolve(KEY).resolve("in the way"));

        assertThatThrownBy(
                        () -> destination(reports.toUri().toString()).required().put(KEY, document))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(reports.resolve(KEY).toString())
                .hasMessageContaining("free space and permissions");
        assertThat(files(reports)).isEmpty();
        assertThat(inTheWay).isDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "reports",
                "/reports",
                "s3:",
                "s3://",
                "s3:///prefix",
                "s3:bucket/prefix",
                "https://reports.s3.amazonaws.com/",
                "file:reports",
                "file:",
                "file://host/reports",
                "s3://a b",
                "S3"
            })
    void refusesASettingThatIsNoPlace(String setting) {
        assertThatThrownBy(() -> destination(setting))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("REPORT_DESTINATION is malformed. It accepts s3://bucket/prefix or file:/directory.");
    }

    @Test
    void canBeUnset() {
        ReportDestination none = new ReportDestination(Optional.empty(), client, presigner);

        assertThat(none.get()).isEmpty();
        assertThatThrownBy(none::required)
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("REPORT_DESTINATION is not set. It accepts");
    }

    private static ReportDestination destination(String setting) {
        return new ReportDestination(Optional.of(setting), client, presigner);
    }

    private static HttpResponse<String> get(URI link) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(link).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
