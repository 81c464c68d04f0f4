package dev.pilothouse.demo.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one cluster. One counter gives all versions, as etcd's does. Watches read a
 * bounded ring of changes for each kind; one that falls behind the ring is told so, as a real
 * server does.
 */
public final class Shelf {
    private static final int HISTORY = 4_096;
    private static final long FIRST = 1_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Resource, Rack> racks = new HashMap<>();
    private long version = FIRST;
    private int ended;

    private Rack rack(Resource resource) {
        return racks.computeIfAbsent(resource, r -> new Rack(lock.newCondition(), HISTORY, FIRST));
    }

    /** Stores what `make` builds for the next version, in the place of what bears its name. */
    public Item put(Resource resource, LongFunction<Item> make) {
        lock.lock();
        try {
            Item item = make.apply(++version);
            Rack rack = rack(resource);
            Item before = rack.items.put(item.key(), item);
            rack.record(new Change(version, before, item, item));
            return item;
        } finally {
            lock.unlock();
        }
    }

    /** Removes an object; `last` makes what a watch shows of it. */
    public Optional<Item> remove(
            Resource resource, String key, java.util.function.BiFunction<Item, Long, Item> last) {
        lock.lock();
        try {
            Rack rack = rack(resource);
            Item gone = rack.items.remove(key);
            if (gone == null) {
                return Optional.empty();
            }
            Item shown = last.apply(gone, ++version);
            rack.record(new Change(version, gone, null, shown));
            return Optional.of(shown);
        } finally {
            lock.unlock();
        }
    }

    public Optional<Item> get(Resource resource, String namespace, String name) {
        lock.lock();
        try {
            return Optional.ofNullable(rack(resource).items.get(Item.key(namespace, name)));
        } finally {
            lock.unlock();
        }
    }

    /** All objects of a namespace (of all for an empty one), in order. */
    public List<Item> list(Resource resource, String namespace) {
        lock.lock();
        try {
            return List.copyOf(of(resource, namespace).values());
        } finally {
            lock.unlock();
        }
    }

    private NavigableMap<String, Item> of(Resource resource, String namespace) {
        NavigableMap<String, Item> all = rack(resource).items;
        return namespace.isEmpty()
                ? all
                : all.subMap(namespace + "/", true, namespace + "0", false);
    }

    /** A part of a list: `next` is the key to go on after, empty at the end. */
    public record Page(List<Item> items, String next, int remaining, long version) {}

    /** Up to `limit` matching objects after a key (0 for all). */
    public Page page(
            Resource resource, String namespace, String after, int limit, Predicate<Item> wanted) {
        List<Item> found = new ArrayList<>();
        lock.lock();
        try {
            NavigableMap<String, Item> all = of(resource, namespace);
            NavigableMap<String, Item> rest = after.isEmpty() ? all : all.tailMap(after, false);
            for (Item item : rest.values()) {
                if (!wanted.test(item)) {
                    continue;
                }
                if (limit > 0 && found.size() == limit) {
                    Item last = found.getLast();
                    int left = rest.tailMap(last.key(), false).size();
                    return new Page(found, last.key(), left, version);
                }
                found.add(item);
            }
            return new Page(found, "", 0, version);
        } finally {
            lock.unlock();
        }
    }

    public long version() {
        lock.lock();
        try {
            return version;
        } finally {
            lock.unlock();
        }
    }

    /** True when changes after that version are no longer all known. */
    public boolean tooOld(Resource resource, long after) {
        lock.lock();
        try {
            return after < rack(resource).forgotten();
        } finally {
            lock.unlock();
        }
    }

    /** True when the list of a kind at that version is no longer the list of now. */
    public boolean changedSince(Resource resource, long after) {
        lock.lock();
        try {
            Rack rack = rack(resource);
            return after < rack.forgotten() || !rack.after(after).isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Starts a watch of changes after a version. */
    public Watch watch(Resource resource, long after) {
        lock.lock();
        try {
            return new Watch(rack(resource), after, ended);
        } finally {
            lock.unlock();
        }
    }

    /** A running watch; for one thread. */
    public final class Watch {
        private final Rack rack;
        private final int begun;
        private long seen;

        private Watch(Rack rack, long after, int begun) {
            this.rack = rack;
            this.begun = begun;
            seen = after;
        }

        /**
         * Waits for changes, at most so long. Empty when there were none; null when the watch is
         * over.
         *
         * @throws Expired when changes were missed
         */
        public @Nullable List<Change> next(long nanos) throws InterruptedException, Expired {
            lock.lock();
            try {
                long left = nanos;
                while (left > 0 && begun == ended && rack.after(seen).isEmpty()) {
                    if (seen < rack.forgotten()) {
                        break;
                    }
                    left = rack.changed.awaitNanos(left);
                }
                if (begun != ended) {
                    return null;
                }
                if (seen < rack.forgotten()) {
                    throw new Expired(seen, rack.forgotten());
                }
                List<Change> found = rack.after(seen);
                if (!found.isEmpty()) {
                    seen = found.getLast().version();
                }
                return found;
            } finally {
                lock.unlock();
            }
        }

        /** The version up to which this watch has seen everything. */
        public long seen() {
            lock.lock();
            try {
                if (rack.after(seen).isEmpty()) {
                    seen = Math.max(seen, version);
                }
                return seen;
            } finally {
                lock.unlock();
            }
        }
    }

    /** A watch wants changes that are no longer known. */
    public static final class Expired extends Exception {
        private static final long serialVersionUID = 1;

        Expired(long wanted, long oldest) {
            super("too old resource version: " + wanted + " (" + oldest + ")");
        }
    }

    /** Ends all running watches, as a server does that stops. */
    public void endWatches() {
        lock.lock();
        try {
            ended++;
            racks.values().forEach(rack -> rack.changed.signalAll());
        } finally {
            lock.unlock();
        }
    }

    /** Forgets all changes, so that every watch has to list anew. */
    public void forget() {
        lock.lock();
        try {
            version++;
            racks.values().forEach(rack -> rack.forget(version));
        } finally {
            lock.unlock();
        }
    }
}
