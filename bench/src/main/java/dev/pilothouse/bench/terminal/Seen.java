package dev.pilothouse.bench.terminal;

/**
 * That a screen was seen.
 *
 * @param nanos when the output was read that made it so, monotonic
 * @param already whether it had been so when it was asked for: such a time measures nothing
 */
public record Seen(long nanos, boolean already) {
    /** Milliseconds from a moment to this one. */
    public double millisSince(long from) {
        return (nanos - from) / 1e6;
    }
}
