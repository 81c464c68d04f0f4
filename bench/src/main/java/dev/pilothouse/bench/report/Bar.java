package dev.pilothouse.bench.report;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A bar that a figure is held to.
 *
 * @param what the figure in words
 * @param bar the bar in words
 * @param value the figure; empty where it was not measured
 * @param limit the most that the figure may be, in its unit
 * @param unit of both
 */
record Bar(String what, String bar, OptionalDouble value, double limit, String unit) {
    String verdict() {
        if (value.isEmpty()) {
            return "not measured";
        }
        return value.getAsDouble() <= limit ? "met" : "**not met**";
    }

    String figure() {
        return value.isEmpty() ? "-" : text(value.getAsDouble()) + unit;
    }

    /** Three significant digits at most, with no more than two decimals. */
    static String text(double value) {
        double size = Math.abs(value);
        String shape = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, shape, value);
    }
}
