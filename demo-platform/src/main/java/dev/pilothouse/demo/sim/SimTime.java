package dev.pilothouse.demo.sim;

import dev.pilothouse.time.Time;
import java.time.Duration;
import java.time.Instant;

/** The wall clock of the simulation: starts now and runs `speed` times as fast. */
public final class SimTime implements Time {
    private final Time real;
    private final double speed;
    private final Instant begun;
    private final long origin;

    public SimTime(Time real, double speed) {
        this.real = real;
        this.speed = speed;
        begun = real.now();
        origin = real.nanos();
    }

    public Instant begun() {
        return begun;
    }

    @Override
    public Instant now() {
        return begun.plusNanos((long) ((real.nanos() - origin) * speed));
    }

    /** Real time: what is measured by it, such as how late an answer is, is not simulated. */
    @Override
    public long nanos() {
        return real.nanos();
    }

    /** How much simulated time goes by in real time. */
    public Duration simulated(Duration real) {
        return Duration.ofNanos((long) (real.toNanos() * speed));
    }

    /** How long simulated time takes. */
    public Duration real(Duration wanted) {
        return Duration.ofNanos((long) (wanted.toNanos() / speed));
    }
}
