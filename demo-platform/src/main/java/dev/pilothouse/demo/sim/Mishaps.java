package dev.pilothouse.demo.sim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.sim.PodState.Failure;
import dev.pilothouse.demo.state.Catalog;
import dev.pilothouse.demo.state.Item;
import dev.pilothouse.demo.state.Tree;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What can happen to a cluster from outside its controllers. */
public final class Mishaps {
    private static final Duration UNTIL_EVICTION = Duration.ofMinutes(5);

    private final World world;

    public Mishaps(World world) {
        this.world = world;
    }

    private List<Pod> podsOf(String agent) {
        return world.shelf().list(Catalog.PODS, "").stream()
                .map(Pod.class::cast)
                .filter(pod -> agent.equals(pod.labels().get("app")))
                .filter(pod -> pod.alive() && !pod.state().node().isEmpty())
                .toList();
    }

    /** Lets up to `count` pods of an agent fail from now on, as a word such as `oom` says. */
    public void fail(String agent, String how, int count) {
        Failure failure = Failure.valueOf(how.toUpperCase(Locale.ROOT));
        podsOf(agent).stream().limit(count).forEach(pod -> world.kubelet.afflict(pod, failure));
    }

    /** Restarts the container of one pod once; it goes on well. */
    public void restart(String agent) {
        podsOf(agent).stream().findFirst().ifPresent(world.kubelet::restart);
    }

    /** Evicts up to `count` pods of an agent, as a node does that runs out of memory. */
    public void evict(String agent, int count) {
        podsOf(agent).stream()
                .limit(count)
                .forEach(
                        pod ->
                                world.kubelet.evict(
                                        pod,
                                        "The node was low on resource: memory. Threshold quantity:"
                                                + " 100Mi, available: 41Mi. Container "
                                                + pod.template().main()
                                                + " was using 1843Mi, request is 256Mi, has larger"
                                                + " consumption of memory. "));
    }

    /** Forbids a namespace new pods; empty words allow them again. */
    public void quota(String namespace, String words) {
        if (words.isEmpty()) {
            world.quotas.remove(namespace);
        } else {
            world.quotas.put(namespace, words);
        }
        for (Item set : world.shelf().list(Catalog.REPLICA_SETS, namespace)) {
            world.touch(Catalog.REPLICA_SETS, set.namespace(), set.name());
        }
    }

    /** Makes a node `lost`, `cordoned`, under `pressure`, or `well`. */
    public void node(String name, String how) {
        world.update(
                Catalog.NODES,
                "",
                name,
                node -> {
                    switch (how) {
                        case "lost" ->
                                condition(
                                        node,
                                        "Ready",
                                        "Unknown",
                                        "NodeStatusUnknown/Kubelet stopped posting node status.");
                        case "cordoned" -> node.withObject("/spec").put("unschedulable", true);
                        case "pressure" ->
                                condition(
                                        node,
                                        "MemoryPressure",
                                        "True",
                                        "KubeletHasInsufficientMemory/kubelet has insufficient"
                                                + " memory available");
                        default -> well(node);
                    }
                });
        if (how.equals("lost")) {
            world.events.normal(
                    about(name),
                    "node-controller",
                    "NodeNotReady",
                    "Node " + name + " status is now: NodeNotReady");
            world.pods.on(name).forEach(world.kubelet::lose);
            world.later(UNTIL_EVICTION, () -> drain(name));
        }
    }

    private static Recorder.About about(String node) {
        return new Recorder.About("v1", "Node", "", node, node, "");
    }

    private void drain(String node) {
        boolean lost =
                world.shelf()
                        .get(Catalog.NODES, "", node)
                        .map(item -> !Nodes.ready(item.tree()))
                        .orElse(false);
        if (lost) {
            for (Pod pod : world.pods.on(node)) {
                world.events.normal(
                        Recorder.About.pod(pod, false),
                        "taint-eviction-controller",
                        "TaintManagerEviction",
                        "Marking for deletion Pod " + pod.key());
                world.stop(pod);
            }
        }
    }

    private void well(ObjectNode node) {
        node.withObject("/spec").remove("unschedulable");
        condition(node, "Ready", "True", "KubeletReady/kubelet is posting ready status");
        condition(
                node,
                "MemoryPressure",
                "False",
                "KubeletHasSufficientMemory/kubelet has sufficient memory available");
        world.pods.on(Tree.name(node)).forEach(world.kubelet::find);
    }

    private void condition(ObjectNode node, String type, String status, String words) {
        ObjectNode known = Rollout.find(node.path("status").path("conditions"), type);
        if (known != null) {
            int slash = words.indexOf('/');
            known.put("status", status)
                    .put("reason", words.substring(0, slash))
                    .put("message", words.substring(slash + 1))
                    .put("lastTransitionTime", Tree.time(world.now()));
        }
    }
}
