package org.rollcall.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.DeletedObject;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Keeps earlier versions, as S3 does while a bucket is versioned: what is current is the store's, the others are here.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/versioning-workflows.html">Amazon S3: how
 *     versioning works</a>
 */
final class VersionedBlobs extends ForwardingBlobStore {
    private static final String NULL = "null";

    /** By key, the newest first. */
    private final Map<String, Deque<Version>> earlier = new TreeMap<>();

    private final Map<String, String> currentIds = new TreeMap<>();
    private boolean enabled;
    private int count;

    /** @param content {@code null} of a delete marker */
    private record Version(String id, byte[] content, String contentType) {}

    VersionedBlobs(BlobStore current) {
        super(current);
    }

    /** Begins to keep versions. */
    synchronized void enable() {
        enabled = true;
    }

    /** Forgets all that is kept, and keeps nothing more. */
    synchronized void reset() {
        enabled = false;
        earlier.clear();
        currentIds.clear();
    }

    /** Returns the contents of all versions, the current ones among them, of keys that begin so. */
    synchronized List<byte[]> contents(String bucket, String prefix) {
        List<byte[]> contents = new ArrayList<>();
        current(bucket, prefix).forEach(object -> contents.add(read(bucket, object.key())));
        earlier.forEach((key, versions) -> versions.stream()
                .filter(version -> key.startsWith(prefix) && version.content() != null)
                .forEach(version -> contents.add(version.content())));
        return contents;
    }

    /** Returns how many earlier versions and delete markers there are. */
    synchronized int countEarlier() {
        return earlier.values().stream().mapToInt(Deque::size).sum();
    }

    @Override
    public boolean supportsVersioning() {
        return true;
    }

    @Override
    public GetBucketVersioningResponse getBucketVersioning(GetBucketVersioningRequest request) {
        return GetBucketVersioningResponse.builder()
                .status(enabled ? BucketVersioningStatus.ENABLED : null)
                .build();
    }

    @Override
    public synchronized PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
        Optional<Version> before = enabled ? currentVersion(request.bucket(), request.key()) : Optional.empty();
        PutObjectResponse response = super.putBlob(request, content);
        if (!enabled) {
            return response;
        }
        before.ifPresent(version -> push(request.key(), version));
        currentIds.put(request.key(), nextId());
        return response.copy(answer -> answer.versionId(currentIds.get(request.key())));
    }

    @Override
    public synchronized ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
        if (request.versionId() == null || request.versionId().equals(id(request.key()))) {
            return super.getBlob(request.copy(current -> current.versionId(null)));
        }
        Version version = versions(request.key()).stream()
                .filter(one -> one.id().equals(request.versionId()) && one.content() != null)
                .findFirst()
                .orElseThrow(() -> NoSuchKeyException.builder().statusCode(404).build());
        return new ResponseInputStream<>(
                GetObjectResponse.builder()
                        .contentLength((long) version.content().length)
                        .contentType(version.contentType())
                        .eTag("\"" + version.id() + "\"")
                        .lastModified(Instant.EPOCH)
                        .build(),
                AbortableInputStream.create(new ByteArrayInputStream(version.content())));
    }

    @Override
    public synchronized DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
        String key = request.key();
        if (request.versionId() == null) {
            if (enabled) {
                currentVersion(request.bucket(), key).ifPresent(version -> push(key, version));
                push(key, new Version(nextId(), null, null));
                currentIds.remove(key);
            }
            super.removeBlob(request);
        } else if (!versions(key).removeIf(version -> version.id().equals(request.versionId()))
                && request.versionId().equals(id(key))) {
            super.removeBlob(request.copy(current -> current.versionId(null)));
            currentIds.remove(key);
        }
        promote(request.bucket(), key);
        return DeleteObjectResponse.builder().build();
    }

    /** The newest of the earlier versions takes the place of a current one that is gone. */
    private void promote(String bucket, String key) {
        Version newest = versions(key).peekFirst();
        if (newest != null && newest.content() != null && current(bucket, key).isEmpty()) {
            versions(key).removeFirst();
            super.putBlob(
                    PutObjectRequest.builder()
                            .bucket(bucket)
                            .key(key)
                            .contentType(newest.contentType())
                            .contentLength((long) newest.content().length)
                            .build(),
                    new ByteArrayInputStream(newest.content()));
            currentIds.put(key, newest.id());
        }
    }

    @Override
    public DeleteObjectsResponse removeBlobs(DeleteObjectsRequest request) {
        List<DeletedObject> deleted = new ArrayList<>();
        request.delete().objects().forEach(object -> {
            removeBlob(DeleteObjectRequest.builder()
                    .bucket(request.bucket())
                    .key(object.key())
                    .versionId(object.versionId())
                    .build());
            deleted.add(DeletedObject.builder()
                    .key(object.key())
                    .versionId(object.versionId())
                    .build());
        });
        return DeleteObjectsResponse.builder().deleted(deleted).build();
    }

    @Override
    public synchronized ListObjectVersionsResponse listVersions(ListObjectVersionsRequest request) {
        List<ObjectVersion> versions = new ArrayList<>();
        List<DeleteMarkerEntry> markers = new ArrayList<>();
        List<S3Object> current = current(request.bucket(), request.prefix());
        current.forEach(object -> versions.add(ObjectVersion.builder()
                .key(object.key())
                .versionId(id(object.key()))
                .isLatest(true)
                .size(object.size())
                .eTag(object.eTag())
                .lastModified(object.lastModified())
                .build()));
        List<String> there = current.stream().map(S3Object::key).toList();
        earlier.forEach((key, all) -> {
            boolean isLatest = !there.contains(key);
            for (Version version : key.startsWith(request.prefix()) ? all : List.<Version>of()) {
                if (version.content() == null) {
                    markers.add(DeleteMarkerEntry.builder()
                            .key(key)
                            .versionId(version.id())
                            .isLatest(isLatest)
                            .lastModified(Instant.EPOCH)
                            .build());
                } else {
                    versions.add(ObjectVersion.builder()
                            .key(key)
                            .versionId(version.id())
                            .isLatest(false)
                            .size((long) version.content().length)
                            .eTag("\"" + version.id() + "\"")
                            .lastModified(Instant.EPOCH)
                            .build());
                }
                isLatest = false;
            }
        });
        return ListObjectVersionsResponse.builder()
                .isTruncated(false)
                .versions(versions)
                .deleteMarkers(markers)
                .build();
    }

    private List<S3Object> current(String bucket, String prefix) {
        List<S3Object> objects = new ArrayList<>();
        ListObjectsV2Response page = null;
        do {
            String token = page == null ? null : page.nextContinuationToken();
            page = super.list(ListObjectsV2Request.builder()
                    .bucket(bucket)
                    .prefix(prefix)
                    .continuationToken(token)
                    .build());
            objects.addAll(page.contents());
        } while (page.isTruncated());
        return objects;
    }

    private Optional<Version> currentVersion(String bucket, String key) {
        return current(bucket, key).stream()
                .filter(object -> object.key().equals(key))
                .findFirst()
                .map(object -> new Version(
                        id(key), read(bucket, key), blobMetadata(bucket, key).contentType()));
    }

    private byte[] read(String bucket, String key) {
        try (InputStream content =
                super.getBlob(GetObjectRequest.builder().bucket(bucket).key(key).build())) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void push(String key, Version version) {
        earlier.computeIfAbsent(key, none -> new ArrayDeque<>()).addFirst(version);
    }

    private Deque<Version> versions(String key) {
        return earlier.getOrDefault(key, new ArrayDeque<>());
    }

    private String id(String key) {
        return currentIds.getOrDefault(key, NULL);
    }

    private String nextId() {
        return "version-" + ++count;
    }
}
