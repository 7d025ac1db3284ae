package org.rollcall.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.rollcall.format.Document;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Reports in an S3 bucket. */
final class S3Destination implements Destination {
    /** How much of a file is read at once. */
    private static final int PIECE = 1 << 16;

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
        String contentType = document.format().contentType();
        // Not fromFile: that one reads 4 KB at a time. Told the checksum, the SDK does not read the file once more for
        // one of its own. A provider of the SDK's closes what was read before, for a signature or a failed attempt.
        URI location = put(
                key,
                request -> request.contentType(contentType).checksumCRC32(base64(document.crc32())),
                RequestBody.fromContentProvider(
                        ContentStreamProvider.fromInputStreamSupplier(() -> open(document.file())),
                        document.bytes(),
                        contentType));
        return StoredDocument.of(document, location);
    }

    // As the header x-amz-checksum-crc32 has it (Amazon S3 API reference, PutObject).
    private static String base64(int crc32) {
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(Integer.BYTES).putInt(crc32).array());
    }

    private static InputStream open(Path file) {
        try {
            return new BufferedInputStream(Files.newInputStream(file), PIECE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void put(String key, String contentType, byte[] content) {
        put(key, request -> request.contentType(contentType), RequestBody.fromBytes(content));
    }

    @Override
    public Map<String, Instant> list(String folder) {
        String objectPrefix = prefix + folder;
        try {
            return client
                    .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(objectPrefix))
                    .contents()
                    .stream()
                    .collect(Collectors.toMap(
                            object -> object.key().substring(objectPrefix.length()), S3Object::lastModified));
        } catch (SdkException e) {
            throw new StoreException(
                    "The reports at " + address(objectPrefix) + " could not be listed: " + e.getMessage()
                            + " Look at the bucket's name and region, and whether the function's role may"
                            + " s3:ListBucket there; then ask again.",
                    e);
        }
    }

    private URI put(String key, Consumer<PutObjectRequest.Builder> more, RequestBody body) {
        String objectKey = prefix + key;
        URI location = address(objectKey);
        try {
            client.putObject(request -> more.accept(request.bucket(bucket).key(objectKey)), body);
        } catch (SdkException e) {
            throw new StoreException(
                    "The report could not be stored at " + location + ": " + e.getMessage()
                            + " Look at the bucket's name and region, and whether the function's role may"
                            + " s3:PutObject there; then ask again.",
                    e);
        }
        return location;
    }

    @Override
    public void prime() {
        client.serviceClientConfiguration();
    }

    @Override
    public Optional<URI> link(String key, Duration validity) {
        URL link = presigner
                .presignGetObject(request -> request.signatureDuration(validity)
                        .getObjectRequest(get -> get.bucket(bucket).key(prefix + key)))
                .url();
        return Optional.of(URI.create(link.toString()));
    }

    @Override
    public URI location(String key) {
        return address(prefix + key);
    }

    private URI address(String objectKey) {
        try {
            // As an authority: old buckets have names that no host could have.
            return new URI("s3", bucket, "/" + objectKey, null, null);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
