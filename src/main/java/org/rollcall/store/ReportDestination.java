package org.rollcall.store;

import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.rollcall.report.InvalidSettingException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The destination that {@code REPORT_DESTINATION} names. */
@Singleton
public class ReportDestination {
    private static final String NAME = "REPORT_DESTINATION";
    private static final String ACCEPTS = "It accepts s3://bucket/prefix or file:/directory.";

    private final Optional<Destination> destination;

    /** @throws InvalidSettingException when the setting is malformed */
    ReportDestination(
            @ConfigProperty(name = "report.destination") Optional<String> setting, S3Client s3, S3Presigner presigner) {
        this.destination = setting.map(text -> parse(text, s3, presigner));
    }

    /** The destination, if one is set. */
    public Optional<Destination> get() {
        return destination;
    }

    /** @throws InvalidSettingException when no destination is set */
    public Destination required() {
        return destination.orElseThrow(() -> new InvalidSettingException(NAME, "is not set. " + ACCEPTS));
    }

    private static Destination parse(String text, S3Client s3, S3Presigner presigner) {
        URI uri;
        try {
            uri = URI.create(text.strip());
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
        String path = uri.getPath();
        if ("s3".equals(uri.getScheme()) && uri.getAuthority() != null) {
            return new S3Destination(s3, presigner, uri.getAuthority(), prefix(path));
        }
        if ("file".equals(uri.getScheme()) && uri.getAuthority() == null && path != null && path.startsWith("/")) {
            return new DirectoryDestination(Path.of(path));
        }
        throw malformed();
    }

    private static String prefix(String path) {
        String prefix = path.replaceAll("^/+|/+$", "");
        return prefix.isEmpty() ? "" : prefix + "/";
    }

    private static InvalidSettingException malformed() {
        return new InvalidSettingException(NAME, "is malformed. " + ACCEPTS);
    }
}
