package dev.pilothouse.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one cluster with their versions, a bounded history to resume watches from, and the
 * watchers. A watcher that does not keep up is dropped, as a real API server does.
 */
final class Shelf {
    private static final int HISTORY = 4_000;
    private static final int BEHIND = 10_000;

    private final Map<Resource, NavigableMap<String, ObjectNode>> objects =
            new EnumMap<>(Resource.class);
    private final ArrayDeque<Change> history = new ArrayDeque<>();
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
    private long version = 1_000;
    private long forgotten = 1_000;

    Shelf() {
        for (Resource resource : Resource.values()) {
            objects.put(resource, new TreeMap<>());
        }
    }

    /** One change; `object` is never changed afterwards. */
    record Change(long version, Resource resource, String type, ObjectNode object) {}

    /** A running watch. */
    record Watcher(BlockingQueue<Change> queue) {
        static final Change END = new Change(-1, Resource.PODS, "END", Tree.object());

        /** False when it is too far behind; it is ended then. */
        boolean accept(Change change) {
            if (queue.offer(change)) {
                return true;
            }
            queue.clear();
            queue.add(END);
            return false;
        }
    }

    private static String key(String namespace, String name) {
        return namespace + "/" + name;
    }

    synchronized void put(Resource resource, ObjectNode object) {
        NavigableMap<String, ObjectNode> shelf = shelf(resource);
        ObjectNode stamped = object.deepCopy();
        Tree.metadata(stamped).put("resourceVersion", Long.toString(++version));
        boolean known =
                shelf.put(key(Tree.namespace(stamped), Tree.name(stamped)), stamped) != null;
        tell(new Change(version, resource, known ? "MODIFIED" : "ADDED", stamped));
    }

    synchronized Optional<ObjectNode> remove(Resource resource, String namespace, String name) {
        ObjectNode gone = shelf(resource).remove(key(namespace, name));
        if (gone == null) {
            return Optional.empty();
        }
        ObjectNode stamped = gone.deepCopy();
        Tree.metadata(stamped).put("resourceVersion", Long.toString(++version));
        tell(new Change(version, resource, "DELETED", stamped));
        return Optional.of(stamped);
    }

    private NavigableMap<String, ObjectNode> shelf(Resource resource) {
        return objects.computeIfAbsent(resource, r -> new TreeMap<>());
    }

    private void tell(Change change) {
        history.addLast(change);
        if (history.size() > HISTORY) {
            forgotten = history.removeFirst().version();
        }
        watchers.removeIf(watcher -> !watcher.accept(change));
    }

    /** A copy that may be changed and put back. */
    synchronized Optional<ObjectNode> get(Resource resource, String namespace, String name) {
        return Optional.ofNullable(shelf(resource).get(key(namespace, name)))
                .map(ObjectNode::deepCopy);
    }

    /** All objects of a namespace (all for an empty one), in order; not to be changed. */
    synchronized List<ObjectNode> list(Resource resource, String namespace) {
        if (namespace.isEmpty()) {
            return List.copyOf(shelf(resource).values());
        }
        return List.copyOf(
                shelf(resource).subMap(namespace + "/", true, namespace + "0", false).values());
    }

    synchronized long version() {
        return version;
    }

    /** Starts a watch after a version; null when that version is forgotten. */
    synchronized @Nullable Watcher watch(Resource resource, long after) {
        if (after > 0 && after < forgotten) {
            return null;
        }
        Watcher watcher = new Watcher(new LinkedBlockingQueue<>(BEHIND));
        List<Change> missed = new ArrayList<>();
        for (Change change : history) {
            if (change.resource() == resource && change.version() > after) {
                missed.add(change);
            }
        }
        watcher.queue().addAll(missed);
        watchers.add(watcher);
        return watcher;
    }

    void unwatch(Watcher watcher) {
        watchers.remove(watcher);
    }

    void endWatches() {
        for (Watcher watcher : watchers) {
            watcher.queue().clear();
            watcher.queue().add(Watcher.END);
        }
        watchers.clear();
    }

    /** Forgets the history, so that every watch has to list anew. */
    synchronized void forget() {
        history.clear();
        forgotten = ++version;
    }
}
