package dev.pilothouse.demo.state;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one kind in key order, with a ring of their newest changes. Guarded by its shelf.
 */
final class Rack {
    final NavigableMap<String, Item> items = new TreeMap<>();
    final Condition changed;
    private final @Nullable Change[] ring;
    private long count;
    private long forgotten;

    Rack(Condition changed, int history, long version) {
        this.changed = changed;
        ring = new @Nullable Change[history];
        forgotten = version;
    }

    void record(Change change) {
        int slot = (int) (count++ % ring.length);
        Change oldest = ring[slot];
        if (oldest != null) {
            forgotten = oldest.version();
        }
        ring[slot] = change;
        changed.signalAll();
    }

    /** The newest version of which changes are no longer known. */
    long forgotten() {
        return forgotten;
    }

    void forget(long version) {
        java.util.Arrays.fill(ring, null);
        count = 0;
        forgotten = version;
    }

    List<Change> after(long version) {
        List<Change> found = new ArrayList<>();
        for (long i = count - 1; i >= Math.max(0, count - ring.length); i--) {
            Change change = ring[(int) (i % ring.length)];
            if (change == null || change.version() <= version) {
                break;
            }
            found.add(change);
        }
        return found.reversed();
    }
}
