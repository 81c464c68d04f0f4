package dev.pilothouse.demo.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.state.Catalog;
import dev.pilothouse.demo.state.Tree;
import java.util.ArrayList;
import java.util.List;

/**
 * Rolls a Deployment as Kubernetes does: a ReplicaSet for each template, the new one scaled up by
 * the surge, the old ones down as far as enough pods are available.
 */
final class DeploymentController implements World.Controller {
    static final String REVISION = "deployment.kubernetes.io/revision";
    private static final String NAME = "deployment-controller";

    private final World world;
    private final Rollout rollout;

    DeploymentController(World world) {
        this.world = world;
        rollout = new Rollout(world);
    }

    @Override
    public void reconcile(String namespace, String name, ObjectNode deployment) {
        Owner owner = Owner.of("apps/v1", "Deployment", deployment);
        List<ObjectNode> sets = world.owned(Catalog.REPLICA_SETS, owner.key(namespace));
        String hash = Addresses.templateHash(deployment.path("spec").path("template").toString());
        ObjectNode newest = null;
        int highest = 0;
        for (ObjectNode set : sets) {
            highest = Math.max(highest, revision(set));
            if (hash.equals(Tree.text(set, "metadata", "labels", "pod-template-hash"))) {
                newest = set;
            }
        }
        if (newest == null) {
            create(deployment, owner, hash, highest + 1);
            mark(deployment, highest + 1);
            return;
        }
        if (revision(newest) < highest) {
            // Rolled back: the old template becomes the newest revision.
            annotate(newest, highest + 1);
            mark(deployment, highest + 1);
            return;
        }
        List<ObjectNode> old = new ArrayList<>(sets);
        old.remove(newest);
        if (!deployment.path("spec").path("paused").asBoolean()) {
            roll(deployment, newest, old);
        }
        prune(deployment, old);
        rollout.status(deployment, owner, newest);
    }

    static int revision(JsonNode object) {
        return object.path("metadata").path("annotations").path(REVISION).asInt();
    }

    private void annotate(ObjectNode set, int revision) {
        set.withObject("/metadata/annotations").put(REVISION, Integer.toString(revision));
        world.put(Catalog.REPLICA_SETS, set);
    }

    private void mark(ObjectNode deployment, int revision) {
        deployment.withObject("/metadata/annotations").put(REVISION, Integer.toString(revision));
        world.put(Catalog.DEPLOYMENTS, deployment);
    }

    private void create(ObjectNode deployment, Owner owner, String hash, int revision) {
        ObjectNode template = (ObjectNode) deployment.path("spec").path("template").deepCopy();
        template.withObject("/metadata/labels").put("pod-template-hash", hash);
        ObjectNode set =
                Tree.of(
                        "metadata",
                        Tree.of(
                                "name",
                                owner.name() + "-" + hash,
                                "namespace",
                                Tree.namespace(deployment)));
        ObjectNode metadata = Tree.metadata(set);
        metadata.set("labels", template.path("metadata").path("labels").deepCopy());
        ObjectNode annotations = metadata.withObject("/annotations");
        int desired = Tree.number(deployment, "spec", "replicas");
        annotations.put("deployment.kubernetes.io/desired-replicas", Integer.toString(desired));
        annotations.put(
                "deployment.kubernetes.io/max-replicas",
                Integer.toString(desired + surge(deployment, desired)));
        annotations.put(REVISION, Integer.toString(revision));
        metadata.set("ownerReferences", owner.references());
        ObjectNode selector = (ObjectNode) deployment.path("spec").path("selector").deepCopy();
        selector.withObject("/matchLabels").put("pod-template-hash", hash);
        set.set("spec", Tree.of("replicas", 0, "selector", selector, "template", template));
        world.create(Catalog.REPLICA_SETS, set);
        rollout.created(deployment, Tree.name(set));
    }

    private void roll(ObjectNode deployment, ObjectNode newest, List<ObjectNode> old) {
        int desired = Tree.number(deployment, "spec", "replicas");
        int total = size(newest) + old.stream().mapToInt(DeploymentController::size).sum();
        boolean recreate = Tree.text(deployment, "spec", "strategy", "type").equals("Recreate");
        if (recreate && total > size(newest)) {
            old.forEach(set -> scale(deployment, set, 0));
            return;
        }
        int most = desired + (recreate ? 0 : surge(deployment, desired));
        int size = size(newest);
        if (size > desired) {
            scale(deployment, newest, desired);
        } else if (size < desired && total < most) {
            scale(deployment, newest, size + Math.min(most - total, desired - size));
        } else if (total > size) {
            shrink(deployment, newest, old, desired);
        }
    }

    private void shrink(
            ObjectNode deployment, ObjectNode newest, List<ObjectNode> old, int desired) {
        int least = desired - unavailable(deployment, desired);
        int total = size(newest) + old.stream().mapToInt(DeploymentController::size).sum();
        int spare = total - least - (size(newest) - available(newest));
        for (ObjectNode set : old) {
            // What does not work is let go first.
            int broken = Math.min(spare, size(set) - available(set));
            if (broken > 0) {
                scale(deployment, set, size(set) - broken);
                spare -= broken;
            }
        }
        int up = available(newest) + old.stream().mapToInt(DeploymentController::available).sum();
        int surplus = Math.min(spare, up - least);
        for (ObjectNode set : old) {
            int less = Math.min(surplus, size(set));
            if (less > 0) {
                scale(deployment, set, size(set) - less);
                surplus -= less;
            }
        }
    }

    private static int size(ObjectNode set) {
        return Tree.number(set, "spec", "replicas");
    }

    private static int available(ObjectNode set) {
        return Math.min(size(set), Tree.number(set, "status", "availableReplicas"));
    }

    private void scale(ObjectNode deployment, ObjectNode set, int to) {
        int from = size(set);
        if (from == to) {
            return;
        }
        set.withObject("/spec").put("replicas", to);
        ObjectNode metadata = Tree.metadata(set);
        metadata.put("generation", metadata.path("generation").asInt(1) + 1);
        world.put(Catalog.REPLICA_SETS, set);
        world.events.normal(
                Recorder.About.of("apps/v1", "Deployment", deployment),
                NAME,
                "ScalingReplicaSet",
                "Scaled "
                        + (to > from ? "up" : "down")
                        + " replica set "
                        + Tree.name(set)
                        + " from "
                        + from
                        + " to "
                        + to);
    }

    private static int part(ObjectNode deployment, String name, int of, boolean up) {
        JsonNode value = deployment.path("spec").path("strategy").path("rollingUpdate").path(name);
        String text = value.asText("25%");
        if (!text.endsWith("%")) {
            return value.asInt();
        }
        double share = of * Integer.parseInt(text.substring(0, text.length() - 1)) / 100.0;
        return (int) (up ? Math.ceil(share) : Math.floor(share));
    }

    static int surge(ObjectNode deployment, int desired) {
        return part(deployment, "maxSurge", desired, true);
    }

    /** At least one when nothing may be added, else nothing could ever move. */
    static int unavailable(ObjectNode deployment, int desired) {
        int share = part(deployment, "maxUnavailable", desired, false);
        return share == 0 && surge(deployment, desired) == 0 ? 1 : share;
    }

    /** Lets go of the oldest templates beyond the limit of history. */
    private void prune(ObjectNode deployment, List<ObjectNode> old) {
        int limit = deployment.path("spec").path("revisionHistoryLimit").asInt(10);
        List<ObjectNode> unused =
                old.stream()
                        .filter(
                                set ->
                                        size(set) == 0
                                                && Tree.number(set, "status", "replicas") == 0)
                        .sorted(java.util.Comparator.comparingInt(DeploymentController::revision))
                        .toList();
        for (int i = 0; i < unused.size() - limit; i++) {
            world.delete(
                    Catalog.REPLICA_SETS, Tree.namespace(deployment), Tree.name(unused.get(i)));
        }
    }
}
