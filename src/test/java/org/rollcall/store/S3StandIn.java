package org.rollcall.store;

import com.google.common.io.ByteStreams;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.rollcall.lambda.TestAws;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A server that speaks S3, checks signatures and keeps objects in memory. A component test gets it in a field of this
 * type.
 */
public final class S3StandIn implements QuarkusTestResourceLifecycleManager {
    /** The bucket that there is. */
    public static final String BUCKET = "reports";

    private static final String NONE = "/no object ends with this";
    /** After whatever the clock of a test says. */
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private final BlobStore stored = new TransientNio2BlobStore();
    private final VersionedBlobs versions = new VersionedBlobs(stored);
    private final BlobStore served = new ForwardingBlobStore(versions) {
        @Override
        public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
            requests.add("PUT " + request.key());
            runBeforePut(request.key());
            checkNotRefused(request.key());
            checkNotBroken();
            if (request.key().startsWith(conflicts) && conflictsLeft.getAndDecrement() > 0) {
                throw S3Exception.builder().statusCode(409).build();
            }
            // As S3 does, and this store does not: a condition holds until the object is in its place.
            synchronized (stored) {
                if (request.ifMatch() != null
                        && !unquoted(request.ifMatch())
                                .equals(unquoted(stored.blobMetadata(BUCKET, request.key())
                                        .eTag()))) {
                    throw S3Exception.builder().statusCode(412).build();
                }
                return super.putBlob(request, payload);
            }
        }

        @Override
        public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
            requests.add("GET " + request.key());
            checkNotRefused(request.key());
            ResponseInputStream<GetObjectResponse> object = super.getBlob(request);
            Optional.ofNullable(afterRead.getAndSet(null)).ifPresent(Runnable::run);
            InputStream content = isBrokenOff(request.key())
                    ? ByteStreams.limit(object, object.response().contentLength() / 2)
                    : object;
            return new ResponseInputStream<>(
                    object.response().copy(seen -> seen.lastModified(lastModified(request.key()))),
                    AbortableInputStream.create(content));
        }

        @Override
        public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
            requests.add("DELETE " + request.key());
            return super.removeBlob(request);
        }

        @Override
        public DeleteObjectsResponse removeBlobs(DeleteObjectsRequest request) {
            checkNotBroken();
            return super.removeBlobs(request);
        }

        @Override
        public ListObjectsV2Response list(ListObjectsV2Request request) {
            requests.add("LIST " + request.prefix());
            ListObjectsV2Response list = super.list(request);
            return list.copy(answer -> answer.contents(list.contents().stream()
                    .map(object -> object.copy(seen -> seen.lastModified(lastModified(object.key()))))
                    .toList()));
        }
    };
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Runnable> afterRead = new AtomicReference<>();
    private final AtomicReference<BeforePut> beforePut = new AtomicReference<>();
    private final AtomicReference<String> brokenOff = new AtomicReference<>(NONE);
    private volatile String refused = NONE;
    private volatile String conflicts = NONE;
    private final AtomicInteger writesLeft = new AtomicInteger(Integer.MAX_VALUE);
    private final AtomicInteger conflictsLeft = new AtomicInteger();
    private final Map<String, Instant> lastModified = new ConcurrentHashMap<>();
    private final S3Proxy server = S3Proxy.builder()
            .blobStore(served)
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, TestAws.KEY_ID, TestAws.SECRET)
            .ignoreUnknownHeaders(true)
            .build();

    @Override
    public Map<String, String> start() {
        TestAws.useMadeUpCredentials();
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        createBucket();
        return Map.of(
                "aws.endpoint-url-s3",
                "http://127.0.0.1:" + server.getPort(),
                "report.destination",
                "s3://" + BUCKET + "/zoom");
    }

    /** Starts and returns the environment variables of a function that stores there. */
    public Map<String, String> environment() {
        Map<String, String> settings = start();
        return Map.of(
                "AWS_REGION",
                TestAws.REGION,
                "AWS_ACCESS_KEY_ID",
                TestAws.KEY_ID,
                "AWS_SECRET_ACCESS_KEY",
                TestAws.SECRET,
                "AWS_ENDPOINT_URL_S3",
                settings.get("aws.endpoint-url-s3"),
                "REPORT_DESTINATION",
                settings.get("report.destination"));
    }

    @Override
    public void stop() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(S3StandIn.class));
    }

    /** Makes the bucket. */
    public void createBucket() {
        stored.createContainer(BUCKET);
    }

    /** Takes the bucket away, with all that is in it. */
    public void deleteBucket() {
        stored.deleteContainer(BUCKET);
    }

    /** Refuses to take and to give objects whose keys end so, until the bucket is emptied. */
    public void refuse(String ending) {
        refused = ending;
    }

    /** Answers that another write of the same object is under way, so often, until the bucket is emptied. */
    public void conflict(String folder, int times) {
        conflictsLeft.set(times);
        conflicts = folder;
    }

    /** Does something once the next object is read, before its reader has it. */
    public void afterNextRead(Runnable action) {
        afterRead.set(action);
    }

    /** Does something before the next object is put whose key ends so. */
    public void beforeNextPut(String ending, Runnable action) {
        beforePut.set(new BeforePut(ending, action));
    }

    private void runBeforePut(String key) {
        BeforePut waiting = beforePut.get();
        if (waiting != null && key.endsWith(waiting.ending()) && beforePut.compareAndSet(waiting, null)) {
            waiting.action().run();
        }
    }

    private record BeforePut(String ending, Runnable action) {}

    /** Gives half of the next object alone whose key ends so. */
    public void breakOff(String ending) {
        brokenOff.set(ending);
    }

    private boolean isBrokenOff(String key) {
        String ending = brokenOff.get();
        return key.endsWith(ending) && brokenOff.compareAndSet(ending, NONE);
    }

    private void checkNotBroken() {
        if (writesLeft.getAndDecrement() <= 0) {
            throw S3Exception.builder().statusCode(403).build();
        }
    }

    private void checkNotRefused(String key) {
        if (key.endsWith(refused)) {
            throw S3Exception.builder().statusCode(403).build();
        }
    }

    private static String unquoted(String eTag) {
        return eTag.replace("\"", "");
    }

    /** Says of what is below a folder, until the bucket is emptied, that it was put there then. */
    public void lastModified(String folder, Instant then) {
        lastModified.put(folder, then);
    }

    private Instant lastModified(String key) {
        return lastModified.entrySet().stream()
                .filter(folder -> key.startsWith(folder.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(LAST);
    }

    /** Keeps earlier versions of what is put there from now on, until the bucket is emptied. */
    public void keepVersions() {
        versions.enable();
    }

    /** What is stored below a prefix in all its versions. */
    public List<byte[]> versions(String prefix) {
        return versions.contents(BUCKET, prefix);
    }

    /** How many earlier versions and delete markers are stored. */
    public int countEarlierVersions() {
        return versions.countEarlier();
    }

    /** Takes so many requests to put or to delete objects, and refuses those after them until the bucket is emptied. */
    public void refuseAfter(int writes) {
        writesLeft.set(writes);
    }

    /** Empties the bucket. */
    public void empty() {
        writesLeft.set(Integer.MAX_VALUE);
        versions.reset();
        refused = NONE;
        conflicts = NONE;
        afterRead.set(null);
        beforePut.set(null);
        brokenOff.set(NONE);
        lastModified.clear();
        keys().forEach(key -> stored.removeBlob(BUCKET, key));
        requests.clear();
    }

    /** Stores something small without asking the server. */
    public void put(String key) {
        put(key, "1");
    }

    /** Stores a text without asking the server. */
    public void put(String key, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        stored.putBlob(
                PutObjectRequest.builder()
                        .bucket(BUCKET)
                        .key(key)
                        .contentLength((long) bytes.length)
                        .build(),
                new ByteArrayInputStream(bytes));
    }

    /** Deletes an object without asking the server. */
    public void delete(String key) {
        stored.removeBlob(BUCKET, key);
    }

    /** What was asked for since this was called last: each as a verb and a key or a prefix, in order. */
    public List<String> takeRequests() {
        List<String> taken = List.copyOf(requests);
        requests.clear();
        return taken;
    }

    /** The keys of what is stored. */
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        ListObjectsV2Response page = null;
        do {
            String token = page == null ? null : page.nextContinuationToken();
            page = stored.list(ListObjectsV2Request.builder()
                    .bucket(BUCKET)
                    .continuationToken(token)
                    .build());
            page.contents().forEach(object -> keys.add(object.key()));
        } while (page.isTruncated());
        return keys;
    }

    /** The same without what the index is made of. */
    public List<String> documents() {
        return keys().stream()
                .filter(key -> !key.matches("(?:zoom/)?(?:index|instances)/.*"))
                .toList();
    }

    /** What is stored. */
    public byte[] bytes(String key) {
        try (var object = stored.getBlob(BUCKET, key)) {
            return object.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is stored, as text. */
    public String text(String key) {
        return new String(bytes(key), StandardCharsets.UTF_8);
    }

    /** The media type that something is stored with. */
    public String contentType(String key) {
        return stored.blobMetadata(BUCKET, key).contentType();
    }
}
