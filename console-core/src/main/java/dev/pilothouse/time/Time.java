package dev.pilothouse.time;

import java.time.Instant;

/** The console's only source of time. Wall time stamps facts, monotonic time measures durations. */
public interface Time {
    /** The wall clock. */
    Instant now();

    /** Nanoseconds of a monotonic clock; only differences have a meaning. */
    long nanos();

    /** The clocks of this machine. */
    static Time system() {
        return SystemTime.INSTANCE;
    }
}
