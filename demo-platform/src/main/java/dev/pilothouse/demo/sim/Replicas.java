package dev.pilothouse.demo.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.state.Resource;
import dev.pilothouse.demo.state.Tree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What controllers of pods have in common: making them, ending the right ones, writing a status.
 */
final class Replicas {
    private final World world;
    private final Map<String, Template> templates = new HashMap<>();

    Replicas(World world) {
        this.world = world;
    }

    /** The shared template of the pods of a ReplicaSet, whose template never changes. */
    Template template(Owner owner, JsonNode template, String namespace) {
        return templates.computeIfAbsent(
                owner.key(namespace) + owner.uid(),
                k -> new Template((ObjectNode) template.deepCopy(), owner, owner.name() + "-"));
    }

    void forget(Owner owner, String namespace) {
        templates.remove(owner.key(namespace) + owner.uid());
    }

    List<Pod> alive(String ownerKey) {
        List<Pod> alive = new ArrayList<>();
        for (Pod pod : world.pods.of(ownerKey)) {
            if (pod.alive()) {
                alive.add(pod);
            }
        }
        return alive;
    }

    /** The pods that a controller ends first: not placed, not ready, youngest. */
    static List<Pod> leastUseful(List<Pod> pods, int count) {
        return pods.stream()
                .sorted(
                        Comparator.comparing((Pod pod) -> !pod.state().node().isEmpty())
                                .thenComparing(pod -> pod.state().ready())
                                .thenComparing(Pod::created, Comparator.reverseOrder()))
                .limit(Math.max(0, count))
                .toList();
    }

    /** True when the pod could be made; the quota of its namespace may forbid it. */
    boolean create(Template template, String namespace, String name, Recorder.About about) {
        String controller = controller(about.kind());
        String quota = world.quotas.get(namespace);
        if (quota != null) {
            world.events.warning(
                    about,
                    controller,
                    "FailedCreate",
                    "Error creating: " + refusal(template, quota));
            return false;
        }
        String made =
                name.isEmpty() ? template.generateName + Addresses.suffix(world.random) : name;
        world.admit(template, namespace, made);
        world.events.normal(about, controller, "SuccessfulCreate", "Created pod: " + made);
        return true;
    }

    static String refusal(Template template, String quota) {
        return "pods \"" + template.generateName + "\" is forbidden: exceeded quota: " + quota;
    }

    void end(Pod pod, Recorder.About about) {
        world.stop(pod);
        world.events.normal(
                about, controller(about.kind()), "SuccessfulDelete", "Deleted pod: " + pod.name());
    }

    private static String controller(String kind) {
        return switch (kind) {
            case "StatefulSet" -> "statefulset-controller";
            case "DaemonSet" -> "daemonset-controller";
            case "Job" -> "job-controller";
            default -> "replicaset-controller";
        };
    }

    /** Stores a status when it is another than the one known. */
    void status(Resource resource, ObjectNode object, ObjectNode status) {
        if (!object.path("status").equals(status)) {
            object.set("status", status);
            world.put(resource, object);
        }
    }

    /** Keeps the newest template of a StatefulSet or DaemonSet as a ControllerRevision. */
    String revision(Owner owner, ObjectNode object) {
        String namespace = Tree.namespace(object);
        JsonNode template = object.path("spec").path("template");
        String hash = Addresses.templateHash(template.toString());
        String name = owner.name() + "-" + hash;
        Resource revisions = dev.pilothouse.demo.state.Catalog.CONTROLLER_REVISIONS;
        List<ObjectNode> known = world.owned(revisions, owner.key(namespace));
        int newest = known.stream().mapToInt(r -> r.path("revision").asInt()).max().orElse(0);
        for (ObjectNode one : known) {
            if (Tree.name(one).equals(name)) {
                if (one.path("revision").asInt() < newest) {
                    one.put("revision", newest + 1);
                    world.put(revisions, one);
                }
                return hash;
            }
        }
        ObjectNode labels = (ObjectNode) template.path("metadata").path("labels").deepCopy();
        labels.put("controller-revision-hash", hash);
        ObjectNode data = Tree.of("spec", Tree.of("template", template.deepCopy()));
        data.withObject("/spec/template").put("$patch", "replace");
        ObjectNode revision =
                Tree.of("metadata", Tree.of("name", name, "namespace", namespace), "data", data);
        Tree.metadata(revision).set("labels", labels);
        Tree.metadata(revision).set("ownerReferences", owner.references());
        revision.put("revision", newest + 1);
        world.create(revisions, revision);
        return hash;
    }
}
