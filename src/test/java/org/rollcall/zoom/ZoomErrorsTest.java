package org.rollcall.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class ZoomErrorsTest {

    @Test
    void whoeverStopsWaitingForTheRestOfAPageDoesNotAskAgain() {
        assertThat(ZoomErrors.noAnswer("meeting 1", new UncheckedIOException(new InterruptedIOException())))
                .isInstanceOf(OutOfTimeException.class)
                .isNotInstanceOf(PassingFailureException.class);
    }

    @Test
    void aPageThatBreaksOffIsAskedForAgain() {
        assertThat(ZoomErrors.noAnswer("meeting 1", new UncheckedIOException(new IOException("Connection was closed"))))
                .isInstanceOf(PassingFailureException.class)
                .hasMessageContaining("Connection was closed");
    }
}
