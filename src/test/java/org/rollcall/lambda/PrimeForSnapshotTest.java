package org.rollcall.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.All;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.format.ReportFormat;
import org.rollcall.format.SpyFormat;
import org.rollcall.store.ReportDestination;
import org.rollcall.store.S3StandIn;
import org.rollcall.zoom.ZoomStandIn;
import org.rollcall.zoom.ZoomStandInResource;

@QuarkusTest
@WithTestResource(ZoomStandInResource.class)
@WithTestResource(S3StandIn.class)
class PrimeForSnapshotTest {
    @Inject
    @All
    List<ReportFormat> formats;

    @Inject
    Instance<ReportDestination> destination;

    ZoomStandIn zoom;
    S3StandIn s3;

    @TempDir
    Path sandbox;

    @Test
    void goesThroughEveryFormatAskingNobodyAndLeavingNothing() throws Exception {
        zoom.reset();
        s3.empty();
        SpyFormat spy = new SpyFormat();
        List<ReportFormat> spied = new ArrayList<>(formats);
        spied.add(spy);
        List<Path> before = TemporaryFiles.ofReports();

        prime(spied).beforeCheckpoint(null);

        assertThat(formats).isNotEmpty();
        assertThat(spy.rows).hasSize(1);
        assertThat(spy.report.rows()).isEqualTo(1);
        assertThat(TemporaryFiles.ofReports()).isEqualTo(before);
        assertThat(zoom.calls()).isEmpty();
        assertThat(s3.keys()).isEmpty();
    }

    @Test
    void isRestoredWithoutWhatAnotherProcessLeft() throws Exception {
        Path left = Files.createDirectory(sandbox.resolve("rollcall-12"));

        prime(formats).afterRestore(null);

        assertThat(left).doesNotExist();
    }

    private PrimeForSnapshot prime(List<ReportFormat> formats) {
        return new PrimeForSnapshot(
                formats, destination, new DeleteLeftovers(Optional.of("/var/task"), sandbox.toString()));
    }
}
