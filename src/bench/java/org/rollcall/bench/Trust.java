package org.rollcall.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rollcall.packaged.TestCertificate;

/**
 * What makes programs trust the stand-ins.
 *
 * @param certificate their certificate alone, PEM
 * @param bundle the same behind the system's certificates: as much to read as anywhere else
 */
record Trust(Path certificate, Path bundle) {
    private static final Path SYSTEM = Path.of("/etc/ssl/certs/ca-certificates.crt");

    static Trust of(TestCertificate test) throws IOException {
        Path certificate = test.pem();
        String system = Files.exists(SYSTEM) ? Files.readString(SYSTEM) : "";
        Path bundle =
                Files.writeString(certificate.resolveSibling("bundle.pem"), system + Files.readString(certificate));
        return new Trust(certificate, bundle);
    }
}
