package org.rollcall.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rollcall.report.Report;
import org.rollcall.report.attendance.Attendance;
import org.rollcall.zoom.api.Pages;

class ReportDocumentsTest {
    private static final Executor BESIDE = task -> new Thread(task).start();

    private final List<ReportFormat> formats = List.of(new JsonFormat(), new CsvFormat(), new NdjsonFormat());

    @Test
    void areOneOfEachFormat() throws IOException {
        try (ReportDocuments files = new ReportDocuments(formats, Redaction.NONE)) {
            files.page(Pages.rows("{}", "{}"));
            List<Document> documents = files.end(Documents.report(2));
            assertThat(documents).extracting(Document::format).isEqualTo(formats);
            assertThat(documents).allMatch(document -> Documents.bytes(document).length > 0);
        }
    }

    @Test
    void leaveNothingBehindWhenTheyAreGivenUp() throws IOException {
        SpyFormat spy = new SpyFormat();
        try (ReportDocuments files = new ReportDocuments(List.of(new CsvFormat(), spy), Redaction.NONE)) {
            files.page(Pages.rows("{\"a\":\"" + "1".repeat(2 << 20) + "\"}"));
            assertThat(spy.directory).isNotEmptyDirectory();
        }
        assertThat(spy.directory).doesNotExist();
        assertThat(spy.closed).isEqualTo(1);
    }

    /** On a full disk, closing writes what is left, which fails once more. */
    @Test
    void leaveNothingOpenWhenOneCannotBeClosed() throws IOException {
        SpyFormat full = new SpyFormat();
        full.cannotClose = true;
        SpyFormat other = new SpyFormat();
        new ReportDocuments(List.of(full, other), Redaction.NONE).close();

        assertThat(other.closed).isEqualTo(1);
        assertThat(full.directory).doesNotExist();
    }

    @Test
    void leaveNothingBehindWhenOneCannotBeBegun() {
        SpyFormat spy = new SpyFormat();
        spy.cannotOpen = true;

        assertThatThrownBy(() -> new ReportDocuments(List.of(new JsonFormat(), spy), Redaction.NONE))
                .isInstanceOf(IOException.class);
        assertThat(spy.directory).doesNotExist();
    }

    @Test
    void giveEveryFormatTheSameRows() throws IOException {
        SpyFormat one = new SpyFormat();
        SpyFormat two = new SpyFormat();
        try (ReportDocuments files = new ReportDocuments(List.of(one, two), Redaction.NONE)) {
            files.page(Pages.rows("{}", "{}"));
            files.page(Pages.rows("{}"));
        }
        assertThat(one.rows).hasSize(3).isEqualTo(two.rows);
    }

    @Test
    void areAllEndedWhenOneOfThemCannotBe() throws IOException {
        List<String> whole = Collections.synchronizedList(new ArrayList<>());
        try (ReportDocuments files = new ReportDocuments(formats, Redaction.NONE)) {
            assertThatThrownBy(() -> files.end(Documents.report(0), BESIDE, document -> {
                        if (document.format().name().equals("json")) {
                            throw new IllegalStateException("refused");
                        }
                        return whole.add(document.format().name());
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("refused");
        }
        assertThat(whole).containsExactlyInAnyOrder("csv", "ndjson");
    }

    /** Held back until the documents of rows alone are whole: were one of them to wait, nothing would be. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void ofRowsAloneDoNotWaitForTheAttendance() throws IOException {
        CountDownLatch rowsAlone = new CountDownLatch(2);
        Report report = Documents.report(0).with(() -> {
            await(rowsAlone);
            return Attendance.NONE;
        });
        try (ReportDocuments files = new ReportDocuments(formats, Redaction.NONE)) {
            List<String> names = files.end(report, BESIDE, document -> {
                rowsAlone.countDown();
                return document.format().name();
            });
            assertThat(names).containsExactly("json", "csv", "ndjson");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
