package org.rollcall.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rollcall.packaged.PackagedFunction.Unpacked;
import org.rollcall.packaged.TestCertificate;

/**
 * Measures the packaged function against the same job in other languages: each as a process of its own, turn by turn,
 * with every service they talk to played on loopback. Prints what it found, and writes it to
 * {@code target/benchmark.md}.
 */
public final class Benchmark {
    private static final Path RESULT = Path.of("target", "benchmark.md");
    /** Rounds before anything counts, with a large meeting each. */
    private static final int WARM_UPS = 6;

    private final Settings settings;
    private final TestCertificate certificate;
    private final List<Contender> contenders = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();

    private Benchmark(Settings settings, TestCertificate certificate) {
        this.settings = settings;
        this.certificate = certificate;
    }

    public static void main(String... none) throws Exception {
        Settings settings = Settings.ofSystemProperties();
        TestCertificate certificate =
                new TestCertificate(Files.createTempDirectory(Path.of("target").toAbsolutePath(), "bench-"));
        try (Unpacked unpacked = new Unpacked(settings.zip())) {
            String result = new Benchmark(settings, certificate).run(unpacked);
            System.out.println(result);
            Files.writeString(RESULT, result, StandardCharsets.UTF_8);
        }
        System.exit(0);
    }

    private String run(Unpacked unpacked) throws IOException, InterruptedException {
        contenders.add(function(unpacked));
        Trust trust = Trust.of(certificate);
        addPeer("Node.js", () -> NodePeer.build(trust));
        addPeer("Python", () -> PythonPeer.build(trust));
        addPeer("Go", () -> GoPeer.build(trust));
        try (Services secure = Services.start(certificate);
                Services plain = Services.start(null)) {
            Rounds tls = rounds(secure);
            tls.cold(settings.starts());
            tls.coldWithExtras(settings.starts());
            tls.coldWithAShare(settings.starts());
            tls.coldWebhook(settings.starts());
            tls.warm();
            tls.small(settings.runs());
            tls.large(settings.runs(), settings.rows());
            BareFetching bare = new BareFetching(secure.zoom(), certificate);
            double bareLarge = bare.milliseconds(settings.rows());
            tls.slow(settings.latency(), settings.rows(), settings.formats());
            double bareSlow = bare.milliseconds(settings.rows());

            Rounds http = rounds(plain);
            http.cold(settings.starts());
            http.warm();
            http.large(settings.runs(), settings.rows());
            return new Result(settings, contenders, skipped).markdown(tls, http, bareLarge, bareSlow);
        }
    }

    // The services played here become faster by what they have served, and compiling them takes a processor's time from
    // whoever is measured then.
    private Rounds rounds(Services services) {
        new Rounds(contenders, services).large(WARM_UPS, settings.rows());
        return new Rounds(contenders, services);
    }

    private Contender function(Unpacked unpacked) throws IOException {
        List<String> command = new ArrayList<>(unpacked.command());
        command.addAll(1, certificate.trust());
        return new Contender(
                unpacked.isNative()
                        ? "Rollcall, native"
                        : "Rollcall, JVM " + Runtime.version().feature(),
                command,
                command,
                unpacked.root(),
                unpacked.isNative() ? Map.of() : Map.of("AWS_EXECUTION_ENV", "AWS_Lambda_java25"),
                Files.size(settings.zip()));
    }

    private interface Peer {
        Contender build() throws IOException, InterruptedException;
    }

    private void addPeer(String name, Peer peer) throws InterruptedException {
        try {
            contenders.add(peer.build());
        } catch (IOException | IllegalStateException e) {
            skipped.add(name + ", as it can't be built here: " + e.getMessage());
        }
    }
}
