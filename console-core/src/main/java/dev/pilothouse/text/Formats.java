package dev.pilothouse.text;

import dev.pilothouse.model.Resources;
import java.time.Duration;
import java.time.Instant;

/** How figures read. One or two units at most, so that columns sit still. */
public final class Formats {
    private static final String[] BINARY = {"", "Ki", "Mi", "Gi", "Ti", "Pi"};

    private Formats() {}

    /** `42s`, `4m`, `3h12m`, `2d5h`, `41d`; a time in the future reads `0s`. */
    public static String age(Instant from, Instant now) {
        return duration(Duration.between(from, now));
    }

    /**
     * An age for a place that is looked at for long: in steps of 10 s below a minute, whole hours
     * from 10 h to 2 days. On a slow line each tick of each row is paid for.
     */
    public static String coarseAge(Instant from, Instant now) {
        Duration length = Duration.between(from, now);
        long seconds = length.toSeconds();
        if (seconds < 60) {
            return Math.max(0, seconds) / 10 * 10 + "s";
        }
        long hours = length.toHours();
        return hours >= 10 && hours < 48 ? hours + "h" : duration(length);
    }

    /** Like {@link #age}. */
    public static String duration(Duration length) {
        long seconds = Math.max(0, length.toSeconds());
        if (seconds < 60) {
            return seconds + "s";
        }
        long minutes = seconds / 60;
        if (minutes < 60) {
            return minutes + "m";
        }
        long hours = minutes / 60;
        if (hours < 24) {
            return two(hours, "h", minutes % 60, "m");
        }
        long days = hours / 24;
        return days < 10 ? two(days, "d", hours % 24, "h") : days + "d";
    }

    private static String two(long big, String bigUnit, long small, String smallUnit) {
        return small == 0 ? big + bigUnit : big + bigUnit + small + smallUnit;
    }

    /** Thousandths of a core as Kubernetes writes them: `250m`, `2`, `1.5`. */
    public static String cpu(long millis) {
        if (millis == Resources.UNSET) {
            return "";
        }
        if (millis < 1_000) {
            return millis + "m";
        }
        long tenths = Math.round(millis / 100.0);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : tenths / 10 + "." + tenths % 10;
    }

    /** Bytes in binary units with at most three digits: `512Mi`, `1.5Gi`. */
    public static String bytes(long bytes) {
        if (bytes == Resources.UNSET) {
            return "";
        }
        double value = bytes;
        int unit = 0;
        while (value >= 1_000 && unit < BINARY.length - 1) {
            value /= 1_024;
            unit++;
        }
        long whole = Math.round(value);
        if (value >= 10 || unit == 0 || value == whole) {
            return whole + BINARY[unit];
        }
        long tenths = Math.round(value * 10);
        return tenths / 10 + "." + tenths % 10 + BINARY[unit];
    }

    /** `1` to `999`, then `1.2k`, `3.4M`. */
    public static String count(double amount) {
        if (amount < 1_000) {
            return Long.toString(Math.round(amount));
        }
        if (amount < 1_000_000) {
            return oneDecimal(amount / 1_000) + "k";
        }
        return oneDecimal(amount / 1_000_000) + "M";
    }

    private static String oneDecimal(double value) {
        long tenths = Math.round(value * 10);
        return value >= 100 || tenths % 10 == 0
                ? Long.toString(Math.round(value))
                : tenths / 10 + "." + tenths % 10;
    }
}
