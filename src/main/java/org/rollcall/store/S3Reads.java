package org.rollcall.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Reads objects of a bucket, and lists them. */
final class S3Reads {
    // RFC 9110, 15.4.5. The SDK has no exception of its own for it.
    private static final int NOT_MODIFIED = 304;

    private final S3Bucket bucket;

    S3Reads(S3Bucket bucket) {
        this.bucket = bucket;
    }

    Optional<StoredObject> read(String key) {
        return readIfChanged(key, null).object();
    }

    Destination.Reading readIfChanged(String key, String eTag) {
        try {
            return Destination.Reading.of(open(key, eTag));
        } catch (S3Exception e) {
            if (eTag != null && e.statusCode() == NOT_MODIFIED) {
                return Destination.Reading.UNCHANGED;
            }
            throw notRead(key, e);
        } catch (SdkException e) {
            throw notRead(key, e);
        }
    }

    private Optional<StoredObject> open(String key, String eTag) {
        try {
            ResponseInputStream<GetObjectResponse> object = bucket.client()
                    .getObject(request -> request.bucket(bucket.name())
                            .key(bucket.objectKey(key))
                            .ifNoneMatch(eTag));
            GetObjectResponse head = object.response();
            return Optional.of(new StoredObject(
                    bucket.address(key).toString(),
                    new Transfer(object, head.contentLength()),
                    head.contentLength(),
                    head.contentType(),
                    head.eTag(),
                    head.lastModified()));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    private StoreException notRead(String key, SdkException e) {
        return bucket.failed(
                "Nothing could be read at",
                key,
                "s3:GetObject and s3:ListBucket (without which S3 forbids what is missing)",
                e);
    }

    /** Returns whether S3 says that there is no such object, rather than no such bucket. */
    static boolean namesKey(S3Exception e) {
        return e instanceof NoSuchKeyException
                || e.awsErrorDetails() != null
                        && "NoSuchKey".equals(e.awsErrorDetails().errorCode());
    }

    Stream<StoredEntry> list(String folder) {
        return Stream.iterate(
                        page(folder, null),
                        page -> page != null,
                        page -> page.isTruncated() ? page(folder, page.nextContinuationToken()) : null)
                .flatMap(page -> page.contents().stream())
                .map(object -> new StoredEntry(
                        object.key().substring(bucket.prefix().length()), object.lastModified(), object.size()));
    }

    private ListObjectsV2Response page(String folder, String token) {
        try {
            return bucket.client().listObjectsV2(request -> request.bucket(bucket.name())
                    .prefix(bucket.objectKey(folder))
                    .continuationToken(token));
        } catch (SdkException e) {
            throw bucket.failed("The reports could not be listed at", folder, "s3:ListBucket", e);
        }
    }

    /** What is left of an object need not come when nobody wants it; the connection of one that was read is kept. */
    private static final class Transfer extends FilterInputStream {
        private final ResponseInputStream<?> object;
        private final long bytes;
        private long read;

        Transfer(ResponseInputStream<?> object, long bytes) {
            super(object);
            this.object = object;
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            read += next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count = super.read(into, from, length);
            read += Math.max(0, count);
            return count;
        }

        @Override
        public void close() throws IOException {
            if (read < bytes) {
                object.abort();
            } else {
                object.close();
            }
        }
    }
}
