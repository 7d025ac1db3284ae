package org.rollcall;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The clock of every component test: it runs as the system's does, ahead by as much as tests have moved it. */
@Mock
@Singleton
public class TestClock implements InstantSource {
    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(ahead);
    }

    /** Moves the clock on. */
    public void advance(Duration duration) {
        ahead = ahead.plus(duration);
    }

    /** Moves the clock on until no access token that was kept is good any more: the next call to Zoom asks for one. */
    public void outliveTokens() {
        advance(Duration.ofHours(2));
    }
}
