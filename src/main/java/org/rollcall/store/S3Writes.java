package org.rollcall.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.rollcall.format.Document;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Puts objects into a bucket, and deletes them. */
final class S3Writes {
    /** How often a conditional write is tried that another one is in the way of. */
    private static final int TRIES = 4;

    private static final int PRECONDITION_FAILED = 412;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final S3Bucket bucket;

    S3Writes(S3Bucket bucket) {
        this.bucket = bucket;
    }

    StoredDocument put(String key, Document document) {
        put(key, header(document), body(document));
        return StoredDocument.of(document, bucket.address(key));
    }

    // Told the checksum, the SDK does not read the file once more for one of its own.
    private static Consumer<PutObjectRequest.Builder> header(Document document) {
        return request -> request.contentType(document.format().contentType()).checksumCRC32(base64(document.crc32()));
    }

    // Not fromFile: that one reads 4 KB at a time. A provider of the SDK's closes what was read before, for a signature
    // or a failed attempt.
    private static RequestBody body(Document document) {
        return RequestBody.fromContentProvider(
                ContentStreamProvider.fromInputStreamSupplier(() -> open(document)),
                document.bytes(),
                document.format().contentType());
    }

    // As the header x-amz-checksum-crc32 has it (Amazon S3 API reference, PutObject).
    private static String base64(int crc32) {
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(Integer.BYTES).putInt(crc32).array());
    }

    private static InputStream open(Document document) {
        try {
            return document.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void put(String key, String contentType, byte[] content) {
        put(key, request -> request.contentType(contentType), RequestBody.fromBytes(content));
    }

    private void put(String key, Consumer<PutObjectRequest.Builder> more, RequestBody body) {
        try {
            send(key, more, body);
        } catch (SdkException e) {
            throw notStored(key, e);
        }
    }

    /**
     * Puts an object where a condition holds.
     *
     * @return whether it held
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html">Amazon S3:
     *     conditional writes</a>
     */
    boolean putIf(String key, String contentType, byte[] content, Consumer<PutObjectRequest.Builder> condition) {
        return putIf(
                key,
                condition.andThen(request -> request.contentType(contentType)),
                () -> RequestBody.fromBytes(content));
    }

    /** Puts a document where a condition holds, and returns whether it held. */
    boolean putIf(String key, Document document, Consumer<PutObjectRequest.Builder> condition) {
        return putIf(key, condition.andThen(header(document)), () -> body(document));
    }

    private boolean putIf(String key, Consumer<PutObjectRequest.Builder> request, Supplier<RequestBody> body) {
        for (int attempt = 1; ; attempt++) {
            try {
                send(key, request, body.get());
                return true;
            } catch (S3Exception e) {
                if (e.statusCode() == PRECONDITION_FAILED || isGone(e)) {
                    return false;
                }
                // Another write or a deletion of the same object was not through yet: the condition is unknown.
                if (e.statusCode() != CONFLICT || attempt == TRIES) {
                    throw notStored(key, e);
                }
            } catch (SdkException e) {
                throw notStored(key, e);
            }
        }
    }

    private static boolean isGone(S3Exception e) {
        return e.statusCode() == NOT_FOUND && S3Reads.namesKey(e);
    }

    private void send(String key, Consumer<PutObjectRequest.Builder> more, RequestBody body) {
        bucket.client()
                .putObject(request -> more.accept(request.bucket(bucket.name()).key(bucket.objectKey(key))), body);
    }

    void delete(String key) {
        try {
            bucket.client()
                    .deleteObject(request -> request.bucket(bucket.name()).key(bucket.objectKey(key)));
        } catch (SdkException e) {
            throw bucket.failed("Nothing could be deleted at", key, "s3:DeleteObject", e);
        }
    }

    private StoreException notStored(String key, SdkException e) {
        return bucket.failed("The report could not be stored at", key, "s3:PutObject", e);
    }
}
