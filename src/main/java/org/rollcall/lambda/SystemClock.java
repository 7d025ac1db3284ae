package org.rollcall.lambda;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;

/** The clock that everything goes by. */
class SystemClock {

    @Produces
    @Singleton
    InstantSource clock() {
        return Clock.systemUTC();
    }
}
