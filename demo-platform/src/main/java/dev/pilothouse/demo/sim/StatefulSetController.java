package dev.pilothouse.demo.sim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.state.Catalog;
import dev.pilothouse.demo.state.Tree;
import java.util.HashMap;
import java.util.Map;

/** Keeps numbered pods, one after the other up and, on an update, one after the other down. */
final class StatefulSetController implements World.Controller {
    private static final String HASH = "controller-revision-hash";

    private final World world;
    private final Replicas replicas;

    StatefulSetController(World world, Replicas replicas) {
        this.world = world;
        this.replicas = replicas;
    }

    @Override
    public void reconcile(String namespace, String name, ObjectNode set) {
        Owner owner = Owner.of("apps/v1", "StatefulSet", set);
        String hash = replicas.revision(owner, set);
        Recorder.About about = Recorder.About.of("apps/v1", "StatefulSet", set);
        Map<Integer, Pod> pods = new HashMap<>();
        for (Pod pod : world.pods.of(owner.key(namespace))) {
            pods.put(number(pod), pod);
        }
        int wanted = Tree.number(set, "spec", "replicas");
        boolean settled = grow(set, owner, hash, pods);
        for (Map.Entry<Integer, Pod> entry : pods.entrySet()) {
            if (entry.getKey() >= wanted && settled && entry.getValue().deleting() == null) {
                replicas.end(entry.getValue(), about);
                settled = false;
            }
        }
        for (int i = wanted - 1; i >= 0 && settled; i--) {
            Pod pod = pods.get(i);
            if (pod != null && !(name + "-" + hash).equals(pod.labels().get(HASH))) {
                replicas.end(pod, about);
                settled = false;
            }
        }
        status(set, owner, name + "-" + hash);
    }

    private static int number(Pod pod) {
        return Integer.parseInt(pod.name().substring(pod.name().lastIndexOf('-') + 1));
    }

    /** Makes the first pod that is missing; true when none is, and all are ready. */
    private boolean grow(ObjectNode set, Owner owner, String hash, Map<Integer, Pod> pods) {
        boolean parallel = Tree.text(set, "spec", "podManagementPolicy").equals("Parallel");
        int wanted = Tree.number(set, "spec", "replicas");
        for (int i = 0; i < wanted; i++) {
            Pod pod = pods.get(i);
            if (pod == null) {
                create(set, owner, hash, i);
                if (!parallel) {
                    return false;
                }
            } else if (!pod.state().ready() && !parallel) {
                return false;
            } else if (pod.state().phase().over() && pod.deleting() == null) {
                world.stop(pod);
                return false;
            }
        }
        return true;
    }

    private void create(ObjectNode set, Owner owner, String hash, int number) {
        ObjectNode template = (ObjectNode) set.path("spec").path("template").deepCopy();
        String pod = owner.name() + "-" + number;
        template.withObject("/metadata/labels")
                .put("apps.kubernetes.io/pod-index", Integer.toString(number))
                .put(HASH, owner.name() + "-" + hash)
                .put("statefulset.kubernetes.io/pod-name", pod);
        template.withObject("/spec").put("hostname", pod);
        world.admit(new Template(template, owner, ""), Tree.namespace(set), pod);
        world.events.normal(
                Recorder.About.of("apps/v1", "StatefulSet", set),
                "statefulset-controller",
                "SuccessfulCreate",
                "create Pod " + pod + " in StatefulSet " + owner.name() + " successful");
    }

    private void status(ObjectNode set, Owner owner, String revision) {
        int total = 0;
        int ready = 0;
        int updated = 0;
        for (Pod pod : world.pods.of(owner.key(Tree.namespace(set)))) {
            boolean alive = pod.alive();
            total += alive ? 1 : 0;
            ready += alive && pod.state().ready() ? 1 : 0;
            updated += alive && revision.equals(pod.labels().get(HASH)) ? 1 : 0;
        }
        String current = Tree.text(set, "status", "currentRevision");
        int wanted = Tree.number(set, "spec", "replicas");
        boolean complete = updated == wanted && ready == wanted;
        ObjectNode status =
                Tree.of(
                        "observedGeneration",
                        set.path("metadata").path("generation").asInt(),
                        "replicas",
                        total,
                        "readyReplicas",
                        ready,
                        "currentReplicas",
                        complete ? updated : total - updated,
                        "updatedReplicas",
                        updated,
                        "currentRevision",
                        complete || current.isEmpty() ? revision : current,
                        "updateRevision",
                        revision,
                        "collisionCount",
                        0,
                        "availableReplicas",
                        ready);
        replicas.status(Catalog.STATEFUL_SETS, set, status);
    }
}
