package dev.pilothouse.demo.sim;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.state.Catalog;
import dev.pilothouse.demo.state.Item;
import dev.pilothouse.demo.state.Tree;
import java.time.Instant;
import java.util.Map;

/** What pods and nodes use: follows from their names and swings slowly with time. */
public final class Usage {
    private Usage() {}

    /** PodMetrics of the pods that run in a namespace, or of one by name. */
    public static ArrayNode pods(World world, String namespace, String name) {
        ArrayNode all = Tree.array();
        Instant now = world.now();
        for (Item item : world.shelf().list(Catalog.PODS, namespace)) {
            if (item instanceof Pod pod
                    && pod.state().phase().word().equals("Running")
                    && (name.isEmpty() || name.equals(pod.name()))) {
                all.add(of(pod, now));
            }
        }
        return all;
    }

    private static ObjectNode of(Pod pod, Instant now) {
        ArrayNode containers = Tree.array();
        for (Template.Container container : pod.template().containers) {
            if (!container.init()) {
                containers.add(
                        Tree.of(
                                "name",
                                container.name(),
                                "usage",
                                usage(pod.name() + container.name(), now, pod.template().needs)));
            }
        }
        ObjectNode metadata = Tree.of("name", pod.name(), "namespace", pod.namespace());
        metadata.set("labels", labels(pod.labels()));
        return metrics(metadata, now).set("containers", containers);
    }

    private static ObjectNode labels(Map<String, String> labels) {
        ObjectNode all = Tree.object();
        labels.forEach(all::put);
        return all;
    }

    private static ObjectNode metrics(ObjectNode metadata, Instant now) {
        metadata.put("creationTimestamp", Tree.time(now));
        ObjectNode metrics = Tree.of("metadata", metadata);
        return metrics.put("timestamp", Tree.time(now)).put("window", "15s");
    }

    private static ObjectNode usage(String name, Instant now, Needs needs) {
        int hash = Math.floorMod(name.hashCode(), 1_000);
        double swing = 1 + 0.3 * Math.sin(now.getEpochSecond() / 120.0 + hash);
        long cpu = Math.max(1, (long) (needs.cpu() * (0.1 + hash / 2_000.0) * swing));
        long memory = Math.max(32, (long) ((needs.memory() >> 20) * (0.5 + hash / 2_500.0)));
        return Tree.of("cpu", cpu + "m", "memory", memory + "Mi");
    }

    /** NodeMetrics of all nodes, or of one by name: what their pods use, and a little more. */
    public static ArrayNode nodes(World world, String name) {
        ArrayNode all = Tree.array();
        Instant now = world.now();
        synchronized (world) {
            for (Item node : world.shelf().list(Catalog.NODES, "")) {
                if (name.isEmpty() || name.equals(node.name())) {
                    long cpu = 180;
                    long memory = 1_600;
                    for (Pod pod : world.pods.on(node.name())) {
                        cpu += pod.template().needs.cpu() / 3;
                        memory += pod.template().needs.memory() >> 20;
                    }
                    ObjectNode metadata = Tree.of("name", node.name());
                    metadata.set("labels", labels(node.labels()));
                    all.add(
                            metrics(metadata, now)
                                    .set(
                                            "usage",
                                            Tree.of("cpu", cpu + "m", "memory", memory + "Mi")));
                }
            }
        }
        return all;
    }
}
