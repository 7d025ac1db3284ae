package org.rollcall.store;

import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.rollcall.format.Document;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Reports in an S3 bucket. */
final class S3Destination implements Destination {
    private static final String ANY = "*";

    private final S3Presigner presigner;
    private final S3Bucket bucket;
    private final S3Reads reads;
    private final S3Writes writes;

    /** @param prefix empty, or ends with a slash */
    S3Destination(S3Client client, S3Presigner presigner, String bucket, String prefix) {
        this.presigner = presigner;
        this.bucket = new S3Bucket(client, bucket, prefix);
        this.reads = new S3Reads(this.bucket);
        this.writes = new S3Writes(this.bucket);
    }

    @Override
    public StoredDocument put(String key, Document document) {
        return writes.put(key, document);
    }

    @Override
    public void put(String key, String contentType, byte[] content) {
        writes.put(key, contentType, content);
    }

    @Override
    public boolean putIfAbsent(String key, String contentType, byte[] content) {
        return writes.putIf(key, contentType, content, request -> request.ifNoneMatch(ANY));
    }

    @Override
    public boolean putIfUnchanged(String key, String contentType, byte[] content, String eTag) {
        return writes.putIf(key, contentType, content, request -> request.ifMatch(eTag));
    }

    @Override
    public boolean putIfUnchanged(String key, Document document, String eTag) {
        return writes.putIf(key, document, request -> request.ifMatch(eTag));
    }

    @Override
    public Optional<StoredObject> read(String key) {
        return reads.read(key);
    }

    @Override
    public Reading readIfChanged(String key, String eTag) {
        return reads.readIfChanged(key, eTag);
    }

    @Override
    public Stream<StoredEntry> list(String folder) {
        return reads.list(folder);
    }

    @Override
    public void delete(String key) {
        writes.delete(key);
    }

    @Override
    public void prime() {
        bucket.client().serviceClientConfiguration();
    }

    @Override
    public Optional<URI> link(String key, Duration validity) {
        URL link = presigner
                .presignGetObject(request -> request.signatureDuration(validity)
                        .getObjectRequest(get -> get.bucket(bucket.name()).key(bucket.objectKey(key))))
                .url();
        return Optional.of(URI.create(link.toString()));
    }

    @Override
    public URI location(String key) {
        return bucket.address(key);
    }
}
