package dev.pilothouse.present;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a log in the order of arrival, bounded in lines and in characters. Streams write
 * from their own threads; the presenter copies the lines at most once per frame.
 */
final class LogBuffer {
    static final int LINES = 10_000;

    /** Two bytes each at worst, so that one log never holds more than 16 MiB. */
    static final int CHARACTERS = 8 << 20;

    private final Object lock = new Object();
    private final ArrayDeque<Entry> lines = new ArrayDeque<>();
    private final AtomicBoolean dirty = new AtomicBoolean();
    private final Runnable wake;
    private final boolean keepFirst;
    private final int most;
    private long next;
    private long characters;
    private long dropped;

    /**
     * @param keepFirst when full, new lines are dropped instead of old ones
     */
    LogBuffer(Runnable wake, boolean keepFirst) {
        this(wake, keepFirst, LINES);
    }

    /**
     * @param most lines that are kept
     */
    LogBuffer(Runnable wake, boolean keepFirst, int most) {
        this.wake = wake;
        this.keepFirst = keepFirst;
        this.most = most;
    }

    /**
     * One line.
     *
     * @param number counts up from 0 in this buffer, so that a line is known again when older ones
     *     are dropped
     * @param series which colour its source has; -1 for words of ours
     */
    record Entry(
            long number, int series, String source, @Nullable Instant at, String text, Tone tone) {}

    void add(int series, String source, @Nullable Instant at, String text, Tone tone) {
        synchronized (lock) {
            boolean full = lines.size() >= most || characters + text.length() > CHARACTERS;
            if (full && keepFirst) {
                dropped++;
            } else {
                lines.addLast(new Entry(next++, series, source, at, text, tone));
                characters += text.length();
                while (lines.size() > most || characters > CHARACTERS) {
                    characters -= lines.removeFirst().text().length();
                    dropped++;
                }
            }
        }
        touch();
    }

    void touch() {
        if (dirty.compareAndSet(false, true)) {
            wake.run();
        }
    }

    /** Whether there is something new since the last call. */
    boolean take() {
        return dirty.getAndSet(false);
    }

    List<Entry> copy() {
        synchronized (lock) {
            return new ArrayList<>(lines);
        }
    }

    long dropped() {
        synchronized (lock) {
            return dropped;
        }
    }

    /** A head is complete: more would only be dropped. */
    boolean complete() {
        return keepFirst && dropped() > 0;
    }
}
