package org.rollcall.packaged;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/** A certificate for 127.0.0.1 of nobody's making but the test's. */
public final class TestCertificate {
    /** What opens the key store. */
    public static final String PASSWORD = "changeit";

    private final Path keyStore;
    private final Path trustStore;

    /** Makes one in a directory. */
    public TestCertificate(Path directory) throws IOException {
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
        trustStore = storeTrust(directory.resolve("trust.jks"));
    }

    /** The key and the certificate, in PKCS #12. */
    public Path keyStore() {
        return keyStore;
    }

    /** The certificate alone, in a PEM file beside the key store. */
    public Path pem() throws IOException {
        try {
            byte[] certificate = KeyStore.getInstance(keyStore.toFile(), PASSWORD.toCharArray())
                    .getCertificate("test")
                    .getEncoded();
            String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate);
            return Files.writeString(
                    keyStore.resolveSibling("test.pem"),
                    "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What makes a program trust it, JVM or native. Not the key store: its password is hashed ten thousand times, which
     * no start needs where certificates are trusted that everybody trusts.
     */
    public List<String> trust() {
        return List.of(
                "-Djavax.net.ssl.trustStore=" + trustStore,
                "-Djavax.net.ssl.trustStoreType=JKS",
                "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
    }

    private Path storeTrust(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore trusted = KeyStore.getInstance("JKS");
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "test",
                    KeyStore.getInstance(keyStore.toFile(), PASSWORD.toCharArray())
                            .getCertificate("test"));
            trusted.store(out, PASSWORD.toCharArray());
            return file;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
