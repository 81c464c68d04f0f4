package dev.pilothouse.demo.sim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.state.Catalog;
import dev.pilothouse.demo.state.Tree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps as many pods as a ReplicaSet wants. */
final class ReplicaSetController implements World.Controller {
    private final World world;
    private final Replicas replicas;

    ReplicaSetController(World world, Replicas replicas) {
        this.world = world;
        this.replicas = replicas;
    }

    @Override
    public void reconcile(String namespace, String name, ObjectNode set) {
        Owner owner = Owner.of("apps/v1", "ReplicaSet", set);
        Recorder.About about = Recorder.About.of("apps/v1", "ReplicaSet", set);
        int wanted = Tree.number(set, "spec", "replicas");
        List<Pod> alive = replicas.alive(owner.key(namespace));
        Template refused = null;
        if (alive.size() < wanted) {
            Template template =
                    replicas.template(owner, set.path("spec").path("template"), namespace);
            for (int i = alive.size(); i < wanted && refused == null; i++) {
                refused = replicas.create(template, namespace, "", about) ? null : template;
            }
        } else if (wanted == 0) {
            replicas.forget(owner, namespace);
        }
        for (Pod pod : Replicas.leastUseful(alive, alive.size() - wanted)) {
            replicas.end(pod, about);
        }
        status(set, owner, refused);
    }

    private void status(ObjectNode set, Owner owner, @Nullable Template refused) {
        String namespace = Tree.namespace(set);
        List<Pod> pods = replicas.alive(owner.key(namespace));
        int ready = (int) pods.stream().filter(pod -> pod.state().ready()).count();
        ObjectNode status = Tree.of("replicas", pods.size());
        if (!pods.isEmpty()) {
            status.put("fullyLabeledReplicas", pods.size());
        }
        if (ready > 0) {
            status.put("readyReplicas", ready).put("availableReplicas", ready);
        }
        status.put("observedGeneration", set.path("metadata").path("generation").asInt());
        if (refused != null) {
            ObjectNode condition =
                    Tree.of(
                            "type",
                            "ReplicaFailure",
                            "status",
                            "True",
                            "lastTransitionTime",
                            since(set),
                            "reason",
                            "FailedCreate",
                            "message",
                            Replicas.refusal(refused, world.quotas.getOrDefault(namespace, "")));
            status.set("conditions", Tree.list(condition));
        }
        replicas.status(Catalog.REPLICA_SETS, set, status);
    }

    private String since(ObjectNode set) {
        String known =
                set.path("status").path("conditions").path(0).path("lastTransitionTime").asText();
        return known.isEmpty() ? Tree.time(world.now()) : known;
    }
}
