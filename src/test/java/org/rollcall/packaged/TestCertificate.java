package org.rollcall.packaged;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A certificate for 127.0.0.1 of nobody's making but the test's. */
final class TestCertificate {
    static final String PASSWORD = "changeit";

    private final Path keyStore;

    /** Makes one in a directory. */
    TestCertificate(Path directory) throws IOException {
        keyStore = directory.resolve("test.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "test",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1,dns:localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keyStore.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        if (keytool.onExit().join().exitValue() != 0) {
            throw new IllegalStateException("keytool failed");
        }
    }

    /** The key and the certificate, in PKCS #12. */
    Path keyStore() {
        return keyStore;
    }

    /** What makes a program trust it, JVM or native. */
    List<String> trust() {
        return List.of(
                "-Djavax.net.ssl.trustStore=" + keyStore,
                "-Djavax.net.ssl.trustStoreType=PKCS12",
                "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
    }
}
