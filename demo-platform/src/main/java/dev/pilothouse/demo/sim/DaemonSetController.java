package dev.pilothouse.demo.sim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.state.Catalog;
import dev.pilothouse.demo.state.Tree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps one pod on each node. */
final class DaemonSetController implements World.Controller {
    private static final String HASH = "controller-revision-hash";

    private final World world;
    private final Replicas replicas;

    DaemonSetController(World world, Replicas replicas) {
        this.world = world;
        this.replicas = replicas;
    }

    @Override
    public void reconcile(String namespace, String name, ObjectNode set) {
        Owner owner = Owner.of("apps/v1", "DaemonSet", set);
        String hash = replicas.revision(owner, set);
        Recorder.About about = Recorder.About.of("apps/v1", "DaemonSet", set);
        Map<String, Pod> pods = new HashMap<>();
        for (Pod pod : replicas.alive(owner.key(namespace))) {
            pods.put(pod.template().node, pod);
        }
        List<String> nodes = world.nodes.names();
        for (String node : nodes) {
            if (!pods.containsKey(node)) {
                replicas.create(template(set, owner, hash, node), namespace, "", about);
            }
        }
        Pod outdated = null;
        boolean settled = true;
        for (Pod pod : pods.values()) {
            boolean old = !hash.equals(pod.labels().get(HASH));
            outdated = old ? pod : outdated;
            settled &= pod.state().ready() || old;
        }
        if (outdated != null && settled && pods.size() == nodes.size()) {
            replicas.end(outdated, about);
        }
        status(set, owner, hash, nodes.size());
    }

    private static Template template(ObjectNode set, Owner owner, String hash, String node) {
        ObjectNode template = (ObjectNode) set.path("spec").path("template").deepCopy();
        template.withObject("/metadata/labels").put(HASH, hash).put("pod-template-generation", "1");
        template.withObject("/spec").put("nodeName", node);
        return new Template(template, owner, owner.name() + "-");
    }

    private void status(ObjectNode set, Owner owner, String hash, int nodes) {
        int current = 0;
        int ready = 0;
        int updated = 0;
        for (Pod pod : replicas.alive(owner.key(Tree.namespace(set)))) {
            current++;
            ready += pod.state().ready() ? 1 : 0;
            updated += hash.equals(pod.labels().get(HASH)) ? 1 : 0;
        }
        ObjectNode status =
                Tree.of(
                        "currentNumberScheduled",
                        current,
                        "numberMisscheduled",
                        0,
                        "desiredNumberScheduled",
                        nodes,
                        "numberReady",
                        ready,
                        "observedGeneration",
                        set.path("metadata").path("generation").asInt(),
                        "updatedNumberScheduled",
                        updated,
                        "numberAvailable",
                        ready);
        if (ready < nodes) {
            status.put("numberUnavailable", nodes - ready);
        }
        replicas.status(Catalog.DAEMON_SETS, set, status);
    }
}
