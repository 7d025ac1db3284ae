package org.rollcall.store;

import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.rollcall.settings.InvalidSettingException;
import org.rollcall.settings.Settings;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The destination that {@code REPORT_DESTINATION} names. */
@Singleton
public class ReportDestination {
    private static final String NAME = "REPORT_DESTINATION";
    private static final String ACCEPTS = "It accepts s3://bucket/prefix or file:/directory.";

    private final Settings settings;
    private final S3Client s3;
    private final S3Presigner presigner;
    private Destination destination;

    ReportDestination(Settings settings, S3Client s3, S3Presigner presigner) {
        this.settings = settings;
        this.s3 = s3;
        this.presigner = presigner;
    }

    /**
     * Returns the destination, if one is set.
     *
     * @throws InvalidSettingException when the setting is malformed
     */
    public synchronized Optional<Destination> get() {
        if (destination == null) {
            destination = settings.reportDestination().map(this::of).orElse(null);
        }
        return Optional.ofNullable(destination);
    }

    /**
     * Returns the destination.
     *
     * @throws InvalidSettingException when none is set, or the setting is malformed
     */
    public Destination required() {
        return get().orElseThrow(() -> new InvalidSettingException(NAME, "is not set. " + ACCEPTS));
    }

    private Destination of(URI uri) {
        String path = uri.getPath();
        if ("s3".equals(uri.getScheme()) && uri.getAuthority() != null) {
            return new S3Destination(s3, presigner, uri.getAuthority(), prefix(path));
        }
        if ("file".equals(uri.getScheme()) && uri.getAuthority() == null && path != null && path.startsWith("/")) {
            return new DirectoryDestination(Path.of(path));
        }
        throw new InvalidSettingException(NAME, "is malformed. " + ACCEPTS);
    }

    private static String prefix(String path) {
        String prefix = path.replaceAll("^/+|/+$", "");
        return prefix.isEmpty() ? "" : prefix + "/";
    }
}
