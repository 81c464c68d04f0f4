package dev.pilothouse.testkit;

import dev.pilothouse.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that moves only when a test says so. */
public final class ManualTime implements Time {
    private final AtomicReference<Instant> now;

    public ManualTime(Instant start) {
        now = new AtomicReference<>(start);
    }

    /** 2026-11-24T12:00:00Z, the instant that golden screens are drawn at. */
    public static ManualTime atNoon() {
        return new ManualTime(Instant.parse("2026-11-24T12:00:00Z"));
    }

    public void advance(Duration step) {
        now.updateAndGet(instant -> instant.plus(step));
    }

    @Override
    public Instant now() {
        return current();
    }

    @Override
    public long nanos() {
        Instant instant = current();
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }

    private Instant current() {
        return now.get();
    }
}
