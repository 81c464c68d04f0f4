package dev.pilothouse.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** One reader's memory of what changed since it last looked. */
public final class Subscription<K, V> implements AutoCloseable {
    private final Map<K, V> values;
    private final Runnable wake;
    private final Consumer<Subscription<K, V>> unsubscribe;
    private final Object lock = new Object();
    private Set<K> dirty = new HashSet<>();

    Subscription(Map<K, V> values, Runnable wake, Consumer<Subscription<K, V>> unsubscribe) {
        this.values = values;
        this.wake = wake;
        this.unsubscribe = unsubscribe;
    }

    void mark(K key) {
        boolean first;
        synchronized (lock) {
            first = dirty.isEmpty();
            dirty.add(key);
        }
        if (first) {
            wake.run();
        }
    }

    /**
     * What changed since the last call. The marks are cleared before the values are read, so no
     * change is lost.
     */
    public Changes<K, V> drain() {
        Set<K> taken;
        synchronized (lock) {
            if (dirty.isEmpty()) {
                return new Changes<>(List.of(), List.of());
            }
            taken = dirty;
            dirty = new HashSet<>();
        }
        List<V> upserts = new ArrayList<>(taken.size());
        List<K> removals = new ArrayList<>();
        for (K key : taken) {
            V value = values.get(key);
            if (value == null) {
                removals.add(key);
            } else {
                upserts.add(value);
            }
        }
        return new Changes<>(upserts, removals);
    }

    @Override
    public void close() {
        unsubscribe.accept(this);
    }

    /** Values that are new or different, and keys that are gone. */
    public record Changes<K, V>(List<V> upserts, List<K> removals) {
        public boolean isEmpty() {
            return upserts.isEmpty() && removals.isEmpty();
        }
    }
}
