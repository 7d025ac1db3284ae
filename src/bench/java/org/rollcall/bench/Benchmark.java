package org.rollcall.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.rollcall.demo.SampleMeeting;
import org.rollcall.lambda.WebhookRequest;
import org.rollcall.packaged.PackagedFunction.Unpacked;
import org.rollcall.packaged.TestCertificate;

/**
 * Measures the packaged function against its peer: both as processes of their own, turn by turn, with every service
 * they talk to played on loopback. Prints what it found, and writes it to {@code target/benchmark.md}.
 */
public final class Benchmark {
    private static final Path RESULT = Path.of("target", "benchmark.md");
    private static final int SMALL = 5_000;
    private static final int WARM_INVOCATIONS = 50;
    /** Rounds before anything counts. */
    private static final int WARM_UPS = 6;
    /** Invocations before those that count, in which processes are new. */
    private static final int UNMEASURED = 3;

    private final Settings settings;
    private final List<Contender> contenders;
    private final Map<Contender, Measures> measures = new HashMap<>();
    private final List<String> failures = new ArrayList<>();
    private final TestCertificate certificate;
    private final Path pem;
    private final Sqs sqs = new Sqs();
    private Zoom zoom = new Zoom(null);
    private S3 s3 = new S3(null);

    private Benchmark(Settings settings, List<Contender> contenders, TestCertificate certificate) throws IOException {
        this.settings = settings;
        this.contenders = contenders;
        this.certificate = certificate;
        this.pem = certificate.pem();
        contenders.forEach(contender -> measures.put(contender, new Measures()));
    }

    public static void main(String... none) throws Exception {
        Settings settings = Settings.ofSystemProperties();
        try (Unpacked unpacked = new Unpacked(settings.zip())) {
            TestCertificate certificate = new TestCertificate(
                    Files.createTempDirectory(Path.of("target").toAbsolutePath(), "bench-"));
            Contender function = function(unpacked, settings.zip(), certificate);
            Contender peer = NodePeer.build();
            String result = new Benchmark(settings, List.of(function, peer), certificate).run();
            System.out.println(result);
            Files.writeString(RESULT, result, StandardCharsets.UTF_8);
        }
        System.exit(0);
    }

    private static Contender function(Unpacked unpacked, Path zip, TestCertificate certificate) throws IOException {
        boolean executable = unpacked.isNative();
        List<String> trusting = new ArrayList<>(unpacked.command());
        trusting.addAll(1, certificate.trust());
        return new Contender(
                executable
                        ? "Rollcall, native"
                        : "Rollcall, JVM " + Runtime.version().feature(),
                unpacked.command(),
                unpacked.command(),
                trusting,
                unpacked.root(),
                executable ? null : "AWS_Lambda_java25",
                Files.size(zip));
    }

    private String run() throws IOException, InterruptedException {
        BareFetching bare = new BareFetching(zoom);
        warmUp(Contender::report);
        for (int i = 0; i < WARM_UPS; i++) {
            bare.milliseconds(settings.rows());
        }
        double bareSmall = bare.milliseconds(SMALL);
        double bareLarge = bare.milliseconds(settings.rows());
        repeat(settings.starts(), this::coldReport);
        repeat(settings.starts(), this::coldWebhook);
        warm(Quantity.WARM, Contender::report, Participants.PAGE_SIZE, WARM_INVOCATIONS);
        large(Contender::report, SMALL, Quantity.SMALL, Quantity.SMALL_PEAK);
        large(Contender::report, settings.rows(), Quantity.LARGE, Quantity.LARGE_PEAK);
        zoom.latency(settings.latency());
        double bareSlow = bare.milliseconds(settings.rows());
        repeat(1, (contender, found) -> slow(contender, found, Quantity.SLOW, "json,csv"));
        measure(
                contenders.get(0),
                (contender, found) -> slow(contender, found, Quantity.SLOW_ALL_FORMATS, settings.formats()));
        try (Zoom secureZoom = new Zoom(certificate);
                S3 secureS3 = new S3(certificate)) {
            zoom = secureZoom;
            s3 = secureS3;
            warmUp(Contender::trusting);
            warm(Quantity.TLS_WARM, Contender::trusting, Participants.PAGE_SIZE, WARM_INVOCATIONS);
            large(Contender::trusting, settings.rows(), Quantity.TLS_LARGE, Quantity.TLS_LARGE_PEAK);
        }
        return new ResultTable(settings, SMALL, contenders, measures, failures)
                .markdown(bareSmall, bareLarge, bareSlow);
    }

    // The services played here become faster by what they have served, and compiling them takes a processor's time from
    // whoever is measured then.
    private void warmUp(Function<Contender, List<String>> command) {
        repeat(
                WARM_UPS,
                (contender, found) -> large(
                        contender, command, new Measures(), settings.rows(), Quantity.LARGE, Quantity.LARGE_PEAK));
    }

    private interface Measure {
        void of(Contender contender, Measures found) throws IOException;
    }

    // Turn by turn, so that whatever else the machine does hits both alike.
    private void repeat(int times, Measure measure) {
        for (int i = 0; i < times; i++) {
            contenders.forEach(contender -> measure(contender, measure));
        }
    }

    private void measure(Contender contender, Measure measure) {
        try {
            measure.of(contender, measures.get(contender));
        } catch (IOException | RuntimeException e) {
            failures.add(contender.name() + ": " + e.getMessage());
        }
    }

    private void coldReport(Contender contender, Measures found) throws IOException {
        try (Instance instance = report(contender, "json,csv", event(Participants.PAGE_SIZE))) {
            found.add(Quantity.COLD, instance.answered());
            found.add(Quantity.READY, instance.ready());
            found.add(Quantity.COLD_RESIDENT, instance.resident());
            s3.takeReport(2, Participants.PAGE_SIZE);
        }
    }

    private void coldWebhook(Contender contender, Measures found) throws IOException {
        byte[] ended = SampleMeeting.ended().getBytes(StandardCharsets.UTF_8);
        String event = WebhookRequest.signed(ended, Instant.now()).toString();
        try (Instance instance = new Instance(contender, contender.webhook(), environment("webhook", "json"), event)) {
            found.add(Quantity.WEBHOOK_COLD, instance.answered());
            found.add(Quantity.WEBHOOK_RESIDENT, instance.resident());
            sqs.takeMessage();
        }
    }

    // All of them at once, turn by turn: the services played here become faster by what they have served.
    private void warm(Quantity quantity, Function<Contender, List<String>> command, int rows, int times)
            throws IOException {
        String event = event(rows);
        Map<Contender, Instance> instances = new LinkedHashMap<>();
        try {
            for (Contender contender : contenders) {
                instances.put(
                        contender,
                        new Instance(contender, command.apply(contender), environment("report", "json,csv"), null));
            }
            for (int i = 0; i < UNMEASURED + times; i++) {
                boolean measured = i >= UNMEASURED;
                instances.forEach((contender, instance) -> measure(contender, (same, found) -> {
                    double time = instance.invoke(event);
                    s3.takeReport(2, rows);
                    if (measured) {
                        found.add(quantity, time);
                    }
                }));
            }
        } finally {
            for (Instance instance : instances.values()) {
                instance.close();
            }
        }
    }

    private void large(Function<Contender, List<String>> command, int rows, Quantity time, Quantity peak) {
        repeat(settings.runs(), (contender, found) -> large(contender, command, found, rows, time, peak));
    }

    private void large(
            Contender contender,
            Function<Contender, List<String>> command,
            Measures found,
            int rows,
            Quantity time,
            Quantity peak)
            throws IOException {
        String event = event(rows);
        try (Instance instance =
                new Instance(contender, command.apply(contender), environment("report", "json,csv"), null)) {
            instance.ready();
            found.add(time, instance.invoke(event));
            found.add(peak, instance.peak());
            s3.takeReport(2, rows);
        }
    }

    private void slow(Contender contender, Measures found, Quantity time, String formats) throws IOException {
        String event = event(settings.rows());
        try (Instance instance = report(contender, formats, null)) {
            instance.ready();
            found.add(time, instance.invoke(event));
            s3.takeReport(formats.split(",").length, 1);
        }
    }

    private Instance report(Contender contender, String formats, String firstEvent) throws IOException {
        return new Instance(contender, contender.report(), environment("report", formats), firstEvent);
    }

    private String event(int rows) {
        return "{\"meeting_id\":\"" + zoom.meeting(rows) + "\"}";
    }

    private Map<String, String> environment(String door, String formats) {
        return Map.ofEntries(
                Map.entry("NODE_EXTRA_CA_CERTS", pem.toString()),
                Map.entry("QUARKUS_LAMBDA_HANDLER", door),
                Map.entry("ZOOM_API_URL", zoom.url() + "/v2"),
                Map.entry("ZOOM_OAUTH_URL", zoom.url() + "/oauth"),
                Map.entry("ZOOM_ACCOUNT_ID", "account"),
                Map.entry("ZOOM_CLIENT_ID", "client"),
                Map.entry("ZOOM_CLIENT_SECRET", "secret"),
                Map.entry("ZOOM_WEBHOOK_SECRET_TOKEN", WebhookRequest.SECRET),
                Map.entry("REPORT_DESTINATION", "s3://reports/zoom"),
                Map.entry("REPORT_FORMATS", formats),
                Map.entry("REPORT_QUEUE_URL", sqs.url() + "/123456789012/reports"),
                Map.entry("AWS_ENDPOINT_URL_S3", s3.url()),
                Map.entry("AWS_ENDPOINT_URL_SQS", sqs.url()));
    }
}
