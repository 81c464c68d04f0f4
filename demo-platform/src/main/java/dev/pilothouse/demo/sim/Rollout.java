package dev.pilothouse.demo.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.state.Catalog;
import dev.pilothouse.demo.state.Tree;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes how far the rollout of a Deployment is, in the words of Kubernetes. */
final class Rollout {
    private final World world;

    Rollout(World world) {
        this.world = world;
    }

    /** Notes on the deployment that a new template begins to roll. */
    void created(ObjectNode deployment, String set) {
        ObjectNode status = deployment.withObject("/status");
        ArrayNode conditions = status.withArray("/conditions");
        progressing(
                conditions,
                true,
                "NewReplicaSetCreated",
                "Created new replica set \"" + set + "\"");
    }

    void status(ObjectNode deployment, Owner owner, ObjectNode newest) {
        String namespace = Tree.namespace(deployment);
        int desired = Tree.number(deployment, "spec", "replicas");
        int total = 0;
        int ready = 0;
        JsonNode failure = null;
        for (ObjectNode set : world.owned(Catalog.REPLICA_SETS, owner.key(namespace))) {
            total += Tree.number(set, "status", "replicas");
            ready += Tree.number(set, "status", "readyReplicas");
            JsonNode failed = set.path("status").path("conditions").path(0);
            failure = failed.isMissingNode() ? failure : failed;
        }
        int updated = Tree.number(newest, "status", "replicas");
        JsonNode before = deployment.path("status");
        ObjectNode status = Tree.object();
        status.put("observedGeneration", Tree.metadata(deployment).path("generation").asInt());
        positive(status, "replicas", total);
        positive(status, "updatedReplicas", updated);
        positive(status, "readyReplicas", ready);
        positive(status, "availableReplicas", ready);
        int least = desired - DeploymentController.unavailable(deployment, desired);
        positive(status, "unavailableReplicas", Math.max(0, Math.max(total, desired) - ready));
        ArrayNode conditions =
                before.path("conditions") instanceof ArrayNode known
                        ? known.deepCopy()
                        : Tree.array();
        boolean enough = ready >= least;
        set(
                conditions,
                "Available",
                enough,
                enough ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable",
                enough
                        ? "Deployment has minimum availability."
                        : "Deployment does not have minimum availability.");
        boolean complete = updated == desired && total == desired && ready == desired;
        boolean moved =
                updated > Tree.number(before, "updatedReplicas")
                        || total - updated
                                < Tree.number(before, "replicas")
                                        - Tree.number(before, "updatedReplicas")
                        || ready > Tree.number(before, "readyReplicas");
        progress(deployment, conditions, Tree.name(newest), new Step(complete, moved));
        failure(conditions, failure);
        status.set("conditions", conditions);
        if (!before.equals(status)) {
            deployment.set("status", status);
            world.put(Catalog.DEPLOYMENTS, deployment);
        }
    }

    private record Step(boolean complete, boolean moved) {}

    private static void positive(ObjectNode status, String name, int value) {
        if (value > 0) {
            status.put(name, value);
        }
    }

    private void progress(ObjectNode deployment, ArrayNode conditions, String set, Step step) {
        ObjectNode known = find(conditions, "Progressing");
        String reason = known == null ? "" : Tree.text(known, "reason");
        String name = "ReplicaSet \"" + set + "\" ";
        if (step.complete()) {
            if (!done(known, name)) {
                progressing(
                        conditions,
                        true,
                        "NewReplicaSetAvailable",
                        name + "has successfully progressed.");
            }
            return;
        }
        if (done(known, name)) {
            // Complete once: pods that fail later are no rollout.
            return;
        }
        if (step.moved()) {
            progressing(conditions, true, "ReplicaSetUpdated", name + "is progressing.");
        } else if (reason.equals("ProgressDeadlineExceeded")) {
            return;
        } else if (known != null) {
            overdue(deployment, conditions, known, name);
        }
    }

    private static boolean done(@Nullable ObjectNode known, String set) {
        return known != null
                && Tree.text(known, "reason").equals("NewReplicaSetAvailable")
                && Tree.text(known, "message").startsWith(set);
    }

    private void overdue(
            ObjectNode deployment, ArrayNode conditions, ObjectNode known, String name) {
        long limit = deployment.path("spec").path("progressDeadlineSeconds").asLong(600);
        Instant due =
                Instant.parse(Tree.text(known, "lastUpdateTime")).plus(Duration.ofSeconds(limit));
        if (world.now().isBefore(due)) {
            String namespace = Tree.namespace(deployment);
            String own = Tree.name(deployment);
            world.later(
                    Duration.between(world.now(), due).plusMillis(1),
                    () -> world.touch(Catalog.DEPLOYMENTS, namespace, own));
        } else {
            progressing(
                    conditions,
                    false,
                    "ProgressDeadlineExceeded",
                    name + "has timed out progressing.");
        }
    }

    private static void failure(ArrayNode conditions, @Nullable JsonNode failure) {
        for (int i = conditions.size() - 1; i >= 0; i--) {
            if (Tree.text(conditions.path(i), "type").equals("ReplicaFailure")) {
                conditions.remove(i);
            }
        }
        if (failure != null) {
            ObjectNode copy = failure.deepCopy();
            copy.put("lastUpdateTime", Tree.text(failure, "lastTransitionTime"));
            conditions.add(copy);
        }
    }

    private void progressing(ArrayNode conditions, boolean holds, String reason, String message) {
        set(conditions, "Progressing", holds, reason, message);
        ObjectNode known = find(conditions, "Progressing");
        if (known != null) {
            known.put("lastUpdateTime", Tree.time(world.now()));
        }
    }

    static @Nullable ObjectNode find(JsonNode conditions, String type) {
        for (JsonNode condition : conditions) {
            if (Tree.text(condition, "type").equals(type)) {
                return (ObjectNode) condition;
            }
        }
        return null;
    }

    private void set(
            ArrayNode conditions, String type, boolean holds, String reason, String message) {
        ObjectNode known = find(conditions, type);
        String now = Tree.time(world.now());
        String status = holds ? "True" : "False";
        if (known == null) {
            known = Tree.of("type", type, "status", "", "lastUpdateTime", now);
            conditions.add(known);
        }
        if (!Tree.text(known, "status").equals(status)) {
            known.put("lastTransitionTime", now).put("lastUpdateTime", now);
        }
        known.put("status", status).put("reason", reason).put("message", message);
    }
}
