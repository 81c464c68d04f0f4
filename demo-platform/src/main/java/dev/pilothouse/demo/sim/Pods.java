package dev.pilothouse.demo.sim;

import dev.pilothouse.demo.state.Catalog;
import dev.pilothouse.demo.state.Item;
import dev.pilothouse.demo.state.Shelf;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The pods of a cluster, their places on nodes, and those that wait for one. */
final class Pods {
    private final Shelf shelf;
    private final Nodes nodes;
    private final Consumer<Pod> told;
    private final PodIndex index = new PodIndex();
    private final Map<String, Pod> waiting = new LinkedHashMap<>();

    /**
     * @param told hears of pods that came, went or changed in a way their owner counts
     */
    Pods(Shelf shelf, Nodes nodes, Consumer<Pod> told) {
        this.shelf = shelf;
        this.nodes = nodes;
        this.told = told;
    }

    Optional<Pod> get(String namespace, String name) {
        return shelf.get(Catalog.PODS, namespace, name).map(Pod.class::cast);
    }

    /** The pod as it is now, or null when it is gone. */
    @Nullable Pod now(Pod pod) {
        Pod found = get(pod.namespace(), pod.name()).orElse(null);
        return found != null && found.created().equals(pod.created()) ? found : null;
    }

    Collection<Pod> of(String owner) {
        return index.of(owner);
    }

    Collection<Pod> on(String node) {
        return index.on(node);
    }

    Collection<Pod> waiting() {
        return java.util.List.copyOf(waiting.values());
    }

    @Nullable Pod any(SplittableRandom random) {
        return index.any(random);
    }

    int size() {
        return index.size();
    }

    Pod put(Pod pod) {
        Pod before = get(pod.namespace(), pod.name()).orElse(null);
        Item stored = shelf.put(Catalog.PODS, pod::at);
        Pod now = (Pod) stored;
        index.put(now);
        if (now.state().node().isEmpty()) {
            waiting.put(now.key(), now);
        } else {
            waiting.remove(now.key());
        }
        boolean over = now.state().phase().over();
        if (before != null && over && !before.state().phase().over()) {
            nodes.free(now.state().node(), now.template().needs);
        }
        if (before == null
                || before.state().ready() != now.state().ready()
                || before.state().phase().over() != over
                || (before.deleting() == null) != (now.deleting() == null)) {
            told.accept(now);
        }
        return now;
    }

    void remove(Pod pod) {
        shelf.remove(Catalog.PODS, pod.key(), (item, version) -> ((Pod) item).at(version));
        index.remove(pod);
        waiting.remove(pod.key());
        if (!pod.state().node().isEmpty() && !pod.state().phase().over()) {
            nodes.free(pod.state().node(), pod.template().needs);
        }
        told.accept(pod);
    }
}
