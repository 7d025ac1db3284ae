package org.rollcall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadS3Test extends S3Test implements DestinationTest {
    @Override
    public Destination destination() {
        return destination("s3://reports/zoom");
    }

    @Test
    void aMissingObjectIsNoFailureButAForbiddenOneIs() {
        s3.put("zoom/" + ENTRY);
        s3.refuse(ENTRY);

        assertThat(destination().read("index/932/other.json")).isEmpty();
        assertThatThrownBy(() -> destination().read(ENTRY))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("Nothing could be read at s3://reports/zoom/" + ENTRY)
                .hasMessageContaining("s3:GetObject and s3:ListBucket");
    }

    @Test
    void aMissingBucketIsAFailure() {
        Destination nowhere = destination("s3://no-such-bucket/zoom");

        assertThatThrownBy(() -> nowhere.read(ENTRY))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("s3://no-such-bucket/zoom/" + ENTRY);
        assertThatThrownBy(() -> nowhere.list("index/"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("s3://no-such-bucket/zoom/index/")
                .hasMessageContaining("s3:ListBucket");
        assertThatThrownBy(() -> nowhere.putIfUnchanged(ENTRY, JSON, new byte[1], "\"0\""))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("s3://no-such-bucket/zoom/" + ENTRY);
        assertThatThrownBy(() -> nowhere.delete(ENTRY))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("s3:DeleteObject");
    }

    @Test
    void listsMoreThanOneRequestHoldsAndNoMoreThanIsAskedFor() {
        IntStream.range(0, 2_001).forEach(number -> s3.put("zoom/index/932/%04d.json".formatted(number)));

        assertThat(destination().list("index/932/")).hasSize(2_001).last().satisfies(entry -> assertThat(entry.key())
                .isEqualTo("index/932/2000.json"));
        assertThat(s3.takeRequests()).hasSize(3).containsOnly("LIST zoom/index/932/");

        try (Stream<StoredEntry> entries = destination().list("index/932/")) {
            assertThat(entries.limit(1_000)).hasSize(1_000);
        }
        assertThat(s3.takeRequests()).hasSize(1);
    }
}
