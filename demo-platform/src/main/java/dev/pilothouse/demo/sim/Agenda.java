package dev.pilothouse.demo.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * What will happen when. Everything runs at its own time, whenever it is looked at, and in one
 * order: so the same seed gives the same history on a fast machine and on a slow one.
 */
final class Agenda {
    private record Due(Instant at, long order, Runnable what) {}

    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::order));
    private final Runnable settle;
    private Instant now;
    private long order;

    /**
     * @param settle runs after each step, at its time
     */
    Agenda(Instant begun, Runnable settle) {
        now = begun;
        this.settle = settle;
    }

    /** The simulated time at which the running step happens. */
    Instant now() {
        return now;
    }

    void at(Instant at, Runnable what) {
        due.add(new Due(at.isBefore(now) ? now : at, order++, what));
    }

    void after(Duration wait, Runnable what) {
        at(now.plus(wait), what);
    }

    /** Runs all that is due until then, and lets it be then. */
    void runUntil(Instant then) {
        for (Due next = due.peek(); next != null && !next.at().isAfter(then); next = due.peek()) {
            due.remove();
            now = next.at();
            next.what().run();
            settle.run();
        }
        if (then.isAfter(now)) {
            now = then;
        }
    }
}
