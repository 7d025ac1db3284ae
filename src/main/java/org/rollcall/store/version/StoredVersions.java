package org.rollcall.store.version;

import jakarta.inject.Singleton;
import java.net.URI;
import org.rollcall.settings.InvalidSettingException;
import org.rollcall.store.Destination;
import org.rollcall.store.ReportDestination;
import software.amazon.awssdk.services.s3.S3Client;

/** The versions of what is below the destination that {@code REPORT_DESTINATION} names. */
@Singleton
public class StoredVersions {
    private final ReportDestination destination;
    private final S3Client s3;

    StoredVersions(ReportDestination destination, S3Client s3) {
        this.destination = destination;
        this.s3 = s3;
    }

    /**
     * Returns them. A directory has the current version of each file alone.
     *
     * @throws InvalidSettingException when no destination is set, or the setting is malformed
     */
    public Versions required() {
        Destination place = destination.required();
        URI base = place.location("");
        return "s3".equals(base.getScheme())
                ? new S3Versions(s3, base.getAuthority(), base.getPath().substring(1))
                : new DirectoryVersions(place);
    }
}
