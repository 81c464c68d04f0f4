package dev.pilothouse.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Latest value per key. Any thread may write; a write is a map operation and a mark in each
 * subscription, so a connector never waits for a reader. Readers take what changed since they last
 * looked: a key that changed a thousand times in between is seen once, with its newest value. New
 * keys over the bound are refused and counted, known keys are still updated.
 */
public final class KeyedStore<K, V> {
    private final String name;
    private final int bound;
    private final Map<K, V> values = new ConcurrentHashMap<>();
    private final AtomicLong revision = new AtomicLong();
    private final AtomicReference<Refused> refused = new AtomicReference<>(Refused.NONE);
    private final List<Subscription<K, V>> subscriptions = new CopyOnWriteArrayList<>();

    public KeyedStore(String name, int bound) {
        this.name = name;
        this.bound = bound;
    }

    public void put(K key, V value) {
        if (values.size() >= bound && !values.containsKey(key)) {
            refused.updateAndGet(
                    before ->
                            new Refused(
                                    before.count() + 1,
                                    before.count() == 0 ? key.toString() : before.first()));
            return;
        }
        V before = values.put(key, value);
        if (!value.equals(before)) {
            changed(key);
        }
    }

    public void remove(K key) {
        if (values.remove(key) != null) {
            changed(key);
        }
    }

    /**
     * Makes `rows` the whole truth for the keys in `scope`: what is not among them is removed. The
     * end of a relist.
     */
    public void replace(Predicate<K> scope, Collection<V> rows, Function<V, K> keyOf) {
        Set<K> fresh = HashSet.newHashSet(rows.size());
        for (V row : rows) {
            K key = keyOf.apply(row);
            fresh.add(key);
            put(key, row);
        }
        retain(scope, fresh);
    }

    /**
     * Removes the keys in `scope` that are not in `keep`. For a relist whose rows were put as they
     * arrived.
     */
    public void retain(Predicate<K> scope, Set<K> keep) {
        for (K key : values.keySet()) {
            if (scope.test(key) && !keep.contains(key)) {
                remove(key);
            }
        }
    }

    public Optional<V> get(K key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The values now; a weakly consistent copy for one-off readers. Live readers subscribe. */
    public List<V> values() {
        return List.copyOf(values.values());
    }

    public int size() {
        return values.size();
    }

    public String name() {
        return name;
    }

    /** Counts changes; equal revisions mean equal contents. */
    public long revision() {
        return revision.get();
    }

    /** How many new keys were dropped because the store is full. */
    public long refused() {
        return refused.get().count();
    }

    /** What was dropped because the store is full. */
    public Refused dropped() {
        return refused.get();
    }

    /** New keys that found the store full: how many, and the first of them in words. */
    public record Refused(long count, String first) {
        static final Refused NONE = new Refused(0, "");
    }

    /** Most keys it holds; each thread that writes at the same time may exceed it by one. */
    public int bound() {
        return bound;
    }

    /**
     * Starts with every present key marked as changed. `wake` is called on the writer's thread and
     * must return at once.
     */
    public Subscription<K, V> subscribe(Runnable wake) {
        Subscription<K, V> subscription = new Subscription<>(values, wake, subscriptions::remove);
        subscriptions.add(subscription);
        values.keySet().forEach(subscription::mark);
        return subscription;
    }

    private void changed(K key) {
        revision.incrementAndGet();
        for (Subscription<K, V> subscription : subscriptions) {
            subscription.mark(key);
        }
    }
}
