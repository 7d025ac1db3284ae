package org.rollcall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.format.Document;

class S3DestinationTest extends S3Test {
    @ParameterizedTest
    @CsvSource({
        "s3://reports, ''",
        "s3://reports/, ''",
        "s3://reports/a, a/",
        "s3://reports/a/b/, a/b/",
        "' s3://reports//a// ', a/"
    })
    void storesInABucket(String setting, String prefix) {
        StoredDocument stored = destination(setting).put(KEY, document);

        assertThat(stored)
                .isEqualTo(new StoredDocument(
                        "csv",
                        URI.create("s3://reports/" + prefix + KEY),
                        "text/csv; charset=utf-8",
                        document.bytes()));
        assertThat(s3.keys()).containsExactly(prefix + KEY);
        assertThat(s3.text(prefix + KEY)).isEqualTo(TEXT);
        assertThat(s3.contentType(prefix + KEY)).isEqualTo("text/csv; charset=utf-8");
    }

    @Test
    void replacesADocumentOnlyAsLongAsItIsUnchanged() {
        Destination destination = destination("s3://reports/zoom");
        destination.put(KEY, document);
        String first = destination.read(KEY).orElseThrow().eTag();

        assertThat(destination.putIfUnchanged(KEY, document, "\"another\"")).isFalse();
        assertThat(destination.putIfUnchanged(KEY, document, first)).isTrue();
        destination.delete(KEY);
        assertThat(destination.putIfUnchanged(KEY, document, first)).isFalse();
        assertThat(destination.read(KEY)).isEmpty();
    }

    @Test
    void givesALinkThatAnyoneCanReadForAWhile() throws Exception {
        Destination destination = destination("s3://reports/zoom");
        destination.put(KEY, document);

        URI link = destination.link(KEY, Duration.ofMinutes(15)).orElseThrow();

        assertThat(link.getQuery()).contains("X-Amz-Expires=900");
        HttpResponse<String> answer = get(link);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(TEXT);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
        URI unsigned = URI.create(link.toString().replaceAll("\\?.*", ""));
        assertThat(get(unsigned).statusCode()).isEqualTo(403);
    }

    @Test
    void saysWhatToLookAtWhenS3Refuses() {
        Destination destination = destination("s3://no-such-bucket/zoom");

        assertThatThrownBy(() -> destination.put(KEY, document))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("s3://no-such-bucket/zoom/" + KEY)
                .hasMessageContaining("bucket's name and region")
                .hasMessageContaining("s3:PutObject");
    }

    @Test
    void namesABucketWithUnderscoresWhereItFailsToo() {
        assertThatThrownBy(() -> destination("s3://no_such_bucket").put(KEY, document))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("s3://no_such_bucket/" + KEY);
    }

    @Test
    void storesNothingButWhatWasWritten() {
        byte[] other = "name\r\nZoé 🎓\r\n".getBytes(StandardCharsets.UTF_8);
        Document changed = new Document(
                document.format(), () -> new ByteArrayInputStream(other), document.bytes(), document.crc32());

        assertThatThrownBy(() -> destination("s3://reports").put(KEY, changed))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("s3://reports/" + KEY);
        assertThat(s3.keys()).isEmpty();
    }

    private static HttpResponse<String> get(URI link) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(link).build(), HttpResponse.BodyHandlers.ofString());
    }
}
