package dev.pilothouse.present;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which part of a log is read; the order is that of the keys 0 to 6, as in k9s. */
enum LogRange {
    TAIL("the newest lines", Duration.ZERO),
    HEAD("from the beginning", Duration.ZERO),
    MINUTE("the last minute", Duration.ofMinutes(1)),
    FIVE_MINUTES("the last 5 minutes", Duration.ofMinutes(5)),
    QUARTER("the last 15 minutes", Duration.ofMinutes(15)),
    HALF_HOUR("the last 30 minutes", Duration.ofMinutes(30)),
    HOUR("the last hour", Duration.ofHours(1));

    /** The first is that of the command's first key. */
    static final List<LogRange> BY_KEY = List.of(values());

    private final String words;
    private final Duration back;

    LogRange(String words, Duration back) {
        this.words = words;
        this.back = back;
    }

    String words() {
        return words;
    }

    /** Nothing older is read; null for no such limit. */
    @Nullable Instant since(Instant now) {
        return back.isZero() ? null : now.minus(back);
    }

    /** How many lines to start with; -1 for all. */
    int tail(int newest) {
        return this == TAIL ? newest : -1;
    }
}
