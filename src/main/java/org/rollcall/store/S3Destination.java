package org.rollcall.store;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.time.Duration;
import java.util.Optional;
import org.rollcall.format.Document;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Reports in an S3 bucket. */
final class S3Destination implements Destination {
    private static final int ATTEMPTS = 3;

    private final S3Client client;
    private final S3Presigner presigner;
    private final String bucket;
    private final String prefix;

    /** @param prefix empty, or ends with a slash */
    S3Destination(S3Client client, S3Presigner presigner, String bucket, String prefix) {
        this.client = client;
        this.presigner = presigner;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    @Override
    public StoredDocument put(String key, Document document) {
        String objectKey = prefix + key;
        URI location = location(objectKey);
        try {
            upload(objectKey, document);
        } catch (SdkException | UncheckedIOException e) {
            throw new StoreException(
                    "The report could not be stored at " + location + ": " + e.getMessage()
                            + " Look at the bucket's name and region, and whether the function's role may"
                            + " s3:PutObject there; then ask again.",
                    e);
        }
        return StoredDocument.of(document, location);
    }

    // The SDK tries again by itself, but not where a kept connection turns out to be closed while the headers go out:
    // its client hides that failure in an UncheckedIOException.
    private void upload(String objectKey, Document document) {
        for (int attempt = 1; ; attempt++) {
            try {
                client.putObject(
                        request -> request.bucket(bucket)
                                .key(objectKey)
                                .contentType(document.format().contentType()),
                        RequestBody.fromFile(document.file()));
                return;
            } catch (UncheckedIOException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    @Override
    public Optional<URI> link(String key, Duration validity) {
        URL link = presigner
                .presignGetObject(request -> request.signatureDuration(validity)
                        .getObjectRequest(get -> get.bucket(bucket).key(prefix + key)))
                .url();
        return Optional.of(URI.create(link.toString()));
    }

    private URI location(String objectKey) {
        try {
            // As an authority: old buckets have names that no host could have.
            return new URI("s3", bucket, "/" + objectKey, null, null);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
