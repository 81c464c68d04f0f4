package dev.pilothouse.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves one cluster on: rollouts progress a pod at a time, new pods become ready, sick ones crash,
 * and the scenario's steps happen when their time comes.
 */
final class Simulation {
    private static final Logger LOG = LoggerFactory.getLogger(Simulation.class);
    private static final Duration START_UP = Duration.ofSeconds(3);
    private static final Duration CRASHES_AFTER = Duration.ofSeconds(6);

    private final Shelf shelf;
    private final Shapes shapes;
    private final Time time;
    private final SplittableRandom random;
    private final List<Scenario.Step> steps;
    private final Instant begun;
    private final double speed;
    private int next;

    Simulation(Shelf shelf, Scenario scenario, Time time, Settings settings) {
        this.shelf = shelf;
        this.time = time;
        begun = time.now();
        shapes = new Shapes(begun);
        steps = scenario.steps();
        speed = settings.speed();
        random = new SplittableRandom(settings.seed() + 7);
    }

    record Settings(double speed, long seed) {}

    /** Simulated time since the start. */
    private Duration elapsed() {
        return Duration.ofMillis((long) (Duration.between(begun, time.now()).toMillis() * speed));
    }

    private boolean older(ObjectNode pod, Duration than) {
        String since =
                pod.path("status")
                        .path("startTime")
                        .asText(pod.path("metadata").path("creationTimestamp").asText());
        return Duration.between(Instant.parse(since), time.now()).toMillis() * speed
                > than.toMillis();
    }

    void tick() {
        try {
            while (next < steps.size() && steps.get(next).at().compareTo(elapsed()) <= 0) {
                apply(steps.get(next++));
            }
            for (ObjectNode deployment : shelf.list(Resource.DEPLOYMENTS, "")) {
                roll(deployment);
            }
            for (ObjectNode pod : shelf.list(Resource.PODS, "")) {
                move(pod);
            }
        } catch (RuntimeException e) {
            LOG.error("demo: a step of the simulation failed", e);
        }
    }

    private void apply(Scenario.Step step) {
        for (ObjectNode known : shelf.list(Resource.DEPLOYMENTS, "")) {
            if (!Tree.name(known).equals(step.agent())) {
                continue;
            }
            ObjectNode deployment = known.deepCopy();
            ObjectNode container =
                    (ObjectNode)
                            deployment
                                    .path("spec")
                                    .path("template")
                                    .path("spec")
                                    .path("containers")
                                    .path(0);
            if (!step.image().isEmpty()) {
                container.put("image", step.image());
            }
            if (!step.prompt().isEmpty()) {
                container
                        .path("env")
                        .forEach(
                                variable -> {
                                    if (variable.path("name").asText().equals("PROMPT_VERSION")) {
                                        ((ObjectNode) variable).put("value", step.prompt());
                                    }
                                });
            }
            int revision =
                    deployment
                                    .path("metadata")
                                    .path("annotations")
                                    .path("deployment.kubernetes.io/revision")
                                    .asInt()
                            + 1;
            deployment
                    .withObject("/metadata/annotations")
                    .put("deployment.kubernetes.io/revision", Integer.toString(revision));
            Tree.metadata(deployment)
                    .put(
                            "generation",
                            deployment.path("metadata").path("generation").asLong(1) + 1);
            shelf.put(Resource.DEPLOYMENTS, deployment);
            newSet(deployment, revision);
        }
        if (!step.crash().isEmpty()) {
            shelf.list(Resource.PODS, "").stream()
                    .filter(pod -> owned(pod, step.crash()))
                    .forEach(
                            pod -> {
                                ObjectNode sick = pod.deepCopy();
                                Tree.metadata(sick)
                                        .withObject("/annotations")
                                        .put(
                                                "demo.pilothouse.dev/sick",
                                                step.oom() ? "oom" : "crash");
                                Pods.crash(sick, step.oom(), time.now());
                                shelf.put(Resource.PODS, sick);
                                shelf.put(
                                        Resource.EVENTS,
                                        shapes.event(
                                                sick,
                                                "Warning",
                                                "BackOff",
                                                "Back-off restarting failed container agent",
                                                time.now()));
                            });
        }
    }

    private static boolean owned(ObjectNode pod, String agent) {
        return pod.path("metadata").path("labels").path("app").asText().equals(agent);
    }

    private void newSet(ObjectNode deployment, int revision) {
        ObjectNode template = (ObjectNode) deployment.path("spec").path("template").deepCopy();
        String hash = Deployments.hash(template.toString());
        template.withObject("/metadata/labels").put("pod-template-hash", hash);
        ObjectNode set =
                shapes.plain(
                        "apps/v1",
                        "ReplicaSet",
                        Tree.namespace(deployment),
                        Tree.name(deployment) + "-" + hash,
                        time.now());
        ObjectNode metadata = Tree.metadata(set);
        metadata.set("labels", template.path("metadata").path("labels").deepCopy());
        metadata.set(
                "annotations",
                Tree.of("deployment.kubernetes.io/revision", Integer.toString(revision)));
        metadata.set(
                "ownerReferences",
                Tree.list(
                        shapes.owner(
                                "apps/v1",
                                "Deployment",
                                Tree.namespace(deployment),
                                Tree.name(deployment))));
        set.set(
                "spec",
                Tree.of(
                        "replicas",
                        0,
                        "selector",
                        Tree.of("matchLabels", Tree.of("pod-template-hash", hash)),
                        "template",
                        template));
        set.set("status", Tree.of("replicas", 0, "readyReplicas", 0, "availableReplicas", 0));
        shelf.put(Resource.REPLICA_SETS, set);
        shelf.put(
                Resource.EVENTS,
                shapes.event(
                        deployment,
                        "Normal",
                        "ScalingReplicaSet",
                        "Scaled up replica set " + Tree.name(set) + " from 0 to 1",
                        time.now()));
    }

    /** Brings the pods of a deployment to its newest ReplicaSet, one at a time. */
    private void roll(ObjectNode deployment) {
        String namespace = Tree.namespace(deployment);
        String wanted =
                deployment
                        .path("metadata")
                        .path("annotations")
                        .path("deployment.kubernetes.io/revision")
                        .asText();
        List<ObjectNode> sets =
                shelf.list(Resource.REPLICA_SETS, namespace).stream()
                        .filter(
                                set ->
                                        set.path("metadata")
                                                .path("ownerReferences")
                                                .path(0)
                                                .path("name")
                                                .asText()
                                                .equals(Tree.name(deployment)))
                        .toList();
        Optional<ObjectNode> newest =
                sets.stream()
                        .filter(
                                set ->
                                        set.path("metadata")
                                                .path("annotations")
                                                .path("deployment.kubernetes.io/revision")
                                                .asText()
                                                .equals(wanted))
                        .findFirst();
        if (newest.isEmpty()) {
            return;
        }
        List<ObjectNode> pods =
                shelf.list(Resource.PODS, namespace).stream()
                        .filter(pod -> owned(pod, Tree.name(deployment)))
                        .toList();
        String set = Tree.name(newest.get());
        List<ObjectNode> fresh = pods.stream().filter(pod -> setOf(pod).equals(set)).toList();
        List<ObjectNode> old = pods.stream().filter(pod -> !setOf(pod).equals(set)).toList();
        int desired = deployment.path("spec").path("replicas").asInt();
        long ready = fresh.stream().filter(Simulation::ready).count();
        if (fresh.size() < desired && fresh.size() == ready) {
            create(newest.get(), pods);
        } else if (!old.isEmpty() && ready + old.size() > desired) {
            shelf.remove(Resource.PODS, namespace, Tree.name(old.getFirst()));
        }
        count(deployment, sets, set);
    }

    private static String setOf(ObjectNode pod) {
        return pod.path("metadata").path("ownerReferences").path(0).path("name").asText();
    }

    private static boolean ready(ObjectNode pod) {
        return pod.path("status").path("containerStatuses").path(0).path("ready").asBoolean();
    }

    private void create(ObjectNode set, List<ObjectNode> siblings) {
        String node =
                siblings.isEmpty()
                        ? ""
                        : siblings.getFirst().path("spec").path("nodeName").asText();
        String letters = "bcdfghjklmnpqrstvwxz2456789";
        StringBuilder suffix = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            suffix.append(letters.charAt(random.nextInt(letters.length())));
        }
        ObjectNode pod =
                shapes.pod(
                        Tree.namespace(set),
                        Tree.name(set),
                        suffix.toString(),
                        (ObjectNode) set.path("spec").path("template"),
                        time.now());
        Pods.start(pod, node, time.now());
        shelf.put(Resource.PODS, pod);
    }

    private void count(ObjectNode deployment, List<ObjectNode> sets, String newest) {
        int total = 0;
        int readyAll = 0;
        int updated = 0;
        for (ObjectNode set : sets) {
            List<ObjectNode> pods =
                    shelf.list(Resource.PODS, Tree.namespace(set)).stream()
                            .filter(pod -> setOf(pod).equals(Tree.name(set)))
                            .toList();
            int ready = (int) pods.stream().filter(Simulation::ready).count();
            total += pods.size();
            readyAll += ready;
            updated = Tree.name(set).equals(newest) ? pods.size() : updated;
            if (set.path("status").path("replicas").asInt() != pods.size()
                    || set.path("status").path("readyReplicas").asInt() != ready) {
                ObjectNode changed = set.deepCopy();
                changed.withObject("/spec").put("replicas", pods.size());
                changed.set(
                        "status",
                        Tree.of(
                                "replicas",
                                pods.size(),
                                "readyReplicas",
                                ready,
                                "availableReplicas",
                                ready));
                shelf.put(Resource.REPLICA_SETS, changed);
            }
        }
        ObjectNode status = (ObjectNode) deployment.path("status");
        if (status.path("readyReplicas").asInt() != readyAll
                || status.path("updatedReplicas").asInt() != updated
                || status.path("replicas").asInt() != total) {
            ObjectNode changed = deployment.deepCopy();
            Deployments.status(changed, total, updated, readyAll, time.now());
            shelf.put(Resource.DEPLOYMENTS, changed);
        }
    }

    private void move(ObjectNode pod) {
        String image = pod.path("spec").path("containers").path(0).path("image").asText();
        boolean pending = pod.path("status").path("phase").asText().equals("Pending");
        String waiting =
                pod.path("status")
                        .path("containerStatuses")
                        .path(0)
                        .path("state")
                        .path("waiting")
                        .path("reason")
                        .asText();
        if (pending && waiting.equals("ContainerCreating") && older(pod, START_UP)) {
            ObjectNode started = pod.deepCopy();
            if (image.contains("-sim-nopull")) {
                Pods.imageError(started, time.now());
                shelf.put(
                        Resource.EVENTS,
                        shapes.event(
                                started,
                                "Warning",
                                "Failed",
                                "Failed to pull image \"" + image + "\": not found",
                                time.now()));
            } else {
                Pods.run(started, pod.path("spec").path("nodeName").asText(), time.now());
            }
            shelf.put(Resource.PODS, started);
        } else if (!pending
                && waiting.isEmpty()
                && (image.contains("-sim-crash") || image.contains("-sim-oom"))
                && older(pod, CRASHES_AFTER)) {
            ObjectNode crashed = pod.deepCopy();
            Pods.crash(crashed, image.contains("-sim-oom"), time.now());
            shelf.put(Resource.PODS, crashed);
            shelf.put(
                    Resource.EVENTS,
                    shapes.event(
                            crashed,
                            "Warning",
                            "BackOff",
                            "Back-off restarting failed container agent",
                            time.now()));
        }
    }

    /** Touches a random pod without a cause, for load. */
    void churn() {
        List<ObjectNode> pods = shelf.list(Resource.PODS, "");
        if (pods.isEmpty()) {
            return;
        }
        ObjectNode pod = pods.get(random.nextInt(pods.size())).deepCopy();
        if (pod.path("status").path("containerStatuses").path(0) instanceof ObjectNode container) {
            container.put("restartCount", container.path("restartCount").asInt() + 1);
            shelf.put(Resource.PODS, pod);
        }
    }
}
