package dev.pilothouse.demo.sim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Finds pods by their owner, by their node, and at random. */
final class PodIndex {
    private final Map<String, Map<String, Pod>> byOwner = new HashMap<>();
    private final Map<String, Map<String, Pod>> byNode = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Pod> all = new ArrayList<>();

    void put(Pod pod) {
        byOwner.computeIfAbsent(owner(pod), k -> new LinkedHashMap<>()).put(pod.name(), pod);
        if (!pod.state().node().isEmpty()) {
            byNode.computeIfAbsent(pod.state().node(), k -> new LinkedHashMap<>())
                    .put(pod.key(), pod);
        }
        Integer place = places.putIfAbsent(pod.key(), all.size());
        if (place == null) {
            all.add(pod);
        } else {
            all.set(place, pod);
        }
    }

    void remove(Pod pod) {
        Map<String, Pod> siblings = byOwner.getOrDefault(owner(pod), new HashMap<>());
        siblings.remove(pod.name());
        if (siblings.isEmpty()) {
            byOwner.remove(owner(pod));
        }
        byNode.getOrDefault(pod.state().node(), new HashMap<>()).remove(pod.key());
        Integer place = places.remove(pod.key());
        Pod last = all.removeLast();
        if (place != null && place < all.size()) {
            all.set(place, last);
            places.put(last.key(), place);
        }
    }

    private static String owner(Pod pod) {
        return pod.template().owner.key(pod.namespace());
    }

    Collection<Pod> of(String owner) {
        return byOwner.getOrDefault(owner, Map.of()).values();
    }

    List<Pod> on(String node) {
        return List.copyOf(byNode.getOrDefault(node, Map.of()).values());
    }

    @Nullable Pod any(SplittableRandom random) {
        return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
    }

    int size() {
        return all.size();
    }
}
