package org.rollcall.store.version;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rollcall.store.StoreException;
import org.rollcall.store.StoredObject;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The versions of a bucket's objects, whether it is versioned, was, or never has been: then each object has one
 * version, whose ID is the text {@code null}.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/versioning-workflows.html">Amazon S3: how
 *     versioning works</a>
 */
final class S3Versions implements Versions {
    /** How many one request can delete (Amazon S3 API reference, DeleteObjects). */
    private static final int AT_ONCE = 1000;

    private static final int NOT_FOUND = 404;

    private static final Comparator<StoredVersion> BY_KEY =
            Comparator.comparing(StoredVersion::key).thenComparing(StoredVersion::isCurrent, Comparator.reverseOrder());

    private final S3Client client;
    private final String bucket;
    private final String prefix;

    /** @param prefix empty, or ends with a slash */
    S3Versions(S3Client client, String bucket, String prefix) {
        this.client = client;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    @Override
    public List<StoredVersion> list() {
        List<StoredVersion> all = new ArrayList<>();
        ListObjectVersionsResponse page = null;
        do {
            page = page(page);
            page.versions()
                    .forEach(version -> all.add(new StoredVersion(
                            version.key().substring(prefix.length()),
                            version.versionId(),
                            version.isLatest(),
                            false,
                            version.lastModified(),
                            version.eTag(),
                            version.size() == null ? 0 : version.size())));
            page.deleteMarkers()
                    .forEach(marker -> all.add(new StoredVersion(
                            marker.key().substring(prefix.length()),
                            marker.versionId(),
                            marker.isLatest(),
                            true,
                            marker.lastModified(),
                            null,
                            0)));
        } while (page.isTruncated());
        all.sort(BY_KEY);
        return all;
    }

    private ListObjectVersionsResponse page(ListObjectVersionsResponse before) {
        try {
            return client.listObjectVersions(request -> {
                request.bucket(bucket).prefix(prefix);
                if (before != null) {
                    request.keyMarker(before.nextKeyMarker()).versionIdMarker(before.nextVersionIdMarker());
                }
            });
        } catch (SdkException e) {
            throw failed("The versions could not be listed at", "", "s3:ListBucketVersions", e);
        }
    }

    @Override
    public Optional<StoredObject> read(StoredVersion version) {
        if (version.isDeleteMarker()) {
            return Optional.empty();
        }
        try {
            ResponseInputStream<GetObjectResponse> object = client.getObject(request ->
                    request.bucket(bucket).key(prefix + version.key()).versionId(version.id()));
            GetObjectResponse head = object.response();
            return Optional.of(new StoredObject(
                    address(version.key()),
                    object,
                    head.contentLength(),
                    head.contentType(),
                    head.eTag(),
                    head.lastModified()));
        } catch (S3Exception e) {
            // Deleted since it was listed.
            if (e.statusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw unread(version, e);
        } catch (SdkException e) {
            throw unread(version, e);
        }
    }

    private StoreException unread(StoredVersion version, SdkException cause) {
        return failed("Nothing could be read at", version.key(), "s3:GetObject and s3:GetObjectVersion", cause);
    }

    @Override
    public void delete(List<StoredVersion> versions) {
        List<S3Error> errors = new ArrayList<>();
        for (int from = 0; from < versions.size(); from += AT_ONCE) {
            List<StoredVersion> some = versions.subList(from, Math.min(versions.size(), from + AT_ONCE));
            try {
                errors.addAll(deleteAtOnce(some));
            } catch (SdkException e) {
                throw failed("Versions could not be deleted at", some.get(0).key(), "s3:DeleteObjectVersion", e);
            }
        }
        if (!errors.isEmpty()) {
            throw refused(errors);
        }
    }

    private List<S3Error> deleteAtOnce(List<StoredVersion> versions) {
        List<ObjectIdentifier> objects = versions.stream()
                .map(version -> ObjectIdentifier.builder()
                        .key(prefix + version.key())
                        .versionId(version.id())
                        .build())
                .toList();
        return client.deleteObjects(request -> request.bucket(bucket)
                        .delete(delete -> delete.objects(objects).quiet(true)))
                .errors();
    }

    private StoreException refused(List<S3Error> errors) {
        S3Error first = errors.get(0);
        return new StoreException(
                errors.size() + " versions could not be deleted, the first at s3://" + bucket + "/" + first.key() + ": "
                        + first.code() + ". Look whether the function's role may s3:DeleteObjectVersion there, and"
                        + " whether the bucket has a lock, a legal hold or MFA delete; then ask again.",
                null);
    }

    private String address(String key) {
        return "s3://" + bucket + "/" + prefix + key;
    }

    private StoreException failed(String what, String key, String permission, SdkException cause) {
        return new StoreException(
                what + " " + address(key) + ": " + cause.getMessage()
                        + " Look at the bucket's name and region, and whether the function's role may " + permission
                        + " there; then ask again.",
                cause);
    }
}
