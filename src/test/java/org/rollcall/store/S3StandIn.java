package org.rollcall.store;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

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

    private static final String KEY_ID = "key-of-the-stand-in";
    private static final String SECRET = "s3-secret-of-the-stand-in";

    private final BlobStore objects = new ForwardingBlobStore(new TransientNio2BlobStore()) {
        @Override
        public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
            if (request.key().endsWith(refused)) {
                throw S3Exception.builder().statusCode(403).build();
            }
            return super.putBlob(request, payload);
        }

        @Override
        public ListObjectsV2Response list(ListObjectsV2Request request) {
            ListObjectsV2Response list = super.list(request);
            return list.copy(answer -> answer.contents(list.contents().stream()
                    .map(object -> object.copy(seen -> seen.lastModified(lastModified(object.key()))))
                    .toList()));
        }
    };
    private volatile String refused = NONE;
    private final Map<String, Instant> lastModified = new ConcurrentHashMap<>();
    private final S3Proxy server = S3Proxy.builder()
            .blobStore(objects)
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, KEY_ID, SECRET)
            .ignoreUnknownHeaders(true)
            .build();

    @Override
    public Map<String, String> start() {
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        createBucket();
        return Map.of(
                "aws.endpoint-url-s3",
                "http://127.0.0.1:" + server.getPort(),
                "quarkus.s3.aws.region",
                "eu-central-1",
                "quarkus.s3.aws.credentials.type",
                "static",
                "quarkus.s3.aws.credentials.static-provider.access-key-id",
                KEY_ID,
                "quarkus.s3.aws.credentials.static-provider.secret-access-key",
                SECRET,
                "report.destination",
                "s3://" + BUCKET + "/zoom");
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
        objects.createContainer(BUCKET);
    }

    /** Takes the bucket away, with all that is in it. */
    public void deleteBucket() {
        objects.deleteContainer(BUCKET);
    }

    /** Refuses objects whose keys end so, until the bucket is emptied. */
    public void refuse(String ending) {
        refused = ending;
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

    /** Empties the bucket. */
    public void empty() {
        refused = NONE;
        lastModified.clear();
        // It lists 1,000 at a time.
        for (List<String> keys = keys(); !keys.isEmpty(); keys = keys()) {
            keys.forEach(key -> objects.removeBlob(BUCKET, key));
        }
    }

    /** Stores something small without asking the server. */
    public void put(String key) {
        objects.putBlob(
                PutObjectRequest.builder()
                        .bucket(BUCKET)
                        .key(key)
                        .contentLength(1L)
                        .build(),
                new ByteArrayInputStream(new byte[] {1}));
    }

    /** The keys of what is stored. */
    public List<String> keys() {
        return objects.list(BUCKET).contents().stream().map(S3Object::key).toList();
    }

    /** What is stored. */
    public byte[] bytes(String key) {
        try (var object = objects.getBlob(BUCKET, key)) {
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
        return objects.blobMetadata(BUCKET, key).contentType();
    }
}
