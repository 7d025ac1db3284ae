package org.rollcall.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rollcall.store.S3StandIn;
import org.rollcall.zoom.ZoomStandIn;
import org.rollcall.zoom.ZoomStandInResource;

@QuarkusTest
@WithTestResource(ZoomStandInResource.class)
@WithTestResource(S3StandIn.class)
class PrimeForSnapshotTest {
    @Inject
    PrimeForSnapshot prime;

    ZoomStandIn zoom;
    S3StandIn s3;

    @Test
    void goesThroughEveryFormatAskingNobodyAndLeavingNothing() throws Exception {
        zoom.reset();
        s3.empty();
        List<Path> before = temporary();

        prime.beforeCheckpoint(null);

        assertThat(temporary()).isEqualTo(before);
        assertThat(zoom.calls()).isEmpty();
        assertThat(s3.keys()).isEmpty();
    }

    private static List<Path> temporary() throws Exception {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("rollcall-"))
                    .sorted()
                    .toList();
        }
    }
}
