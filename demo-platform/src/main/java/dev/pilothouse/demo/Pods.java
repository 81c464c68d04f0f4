package dev.pilothouse.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** The states of a pod as a kubelet reports them. */
final class Pods {
    private Pods() {}

    private static ObjectNode container(
            ObjectNode pod, boolean ready, int restarts, ObjectNode state) {
        ObjectNode spec = (ObjectNode) pod.path("spec").path("containers").path(0);
        return Tree.of(
                "name",
                spec.path("name").asText(),
                "image",
                spec.path("image").asText(),
                "imageID",
                "",
                "ready",
                ready,
                "started",
                ready,
                "restartCount",
                restarts,
                "state",
                state);
    }

    private static void status(ObjectNode pod, String phase, ObjectNode container, Instant at) {
        boolean ready = container.path("ready").asBoolean();
        ObjectNode condition =
                Tree.of(
                        "type",
                        "Ready",
                        "status",
                        ready ? "True" : "False",
                        "lastTransitionTime",
                        Shapes.time(at));
        if (!ready) {
            condition
                    .put("reason", "ContainersNotReady")
                    .put(
                            "message",
                            "containers with unready status: ["
                                    + container.path("name").asText()
                                    + "]");
        }
        ObjectNode scheduled =
                Tree.of(
                        "type",
                        "PodScheduled",
                        "status",
                        "True",
                        "lastTransitionTime",
                        Shapes.time(at));
        pod.set(
                "status",
                Tree.of(
                        "phase",
                        phase,
                        "qosClass",
                        "Burstable",
                        "conditions",
                        Tree.list(scheduled, condition),
                        "containerStatuses",
                        Tree.list(container),
                        "hostIP",
                        "10.0.0.1",
                        "podIP",
                        "10.1.0." + (1 + Math.floorMod(Tree.name(pod).hashCode(), 250)),
                        "startTime",
                        Shapes.time(at)));
    }

    static void run(ObjectNode pod, String node, Instant since) {
        pod.withObject("/spec").put("nodeName", node);
        int restarts = restarts(pod);
        status(
                pod,
                "Running",
                container(
                        pod,
                        true,
                        restarts,
                        Tree.of("running", Tree.of("startedAt", Shapes.time(since)))),
                since);
    }

    static void start(ObjectNode pod, String node, Instant at) {
        pod.withObject("/spec").put("nodeName", node);
        status(
                pod,
                "Pending",
                container(
                        pod,
                        false,
                        restarts(pod),
                        Tree.of("waiting", Tree.of("reason", "ContainerCreating"))),
                at);
    }

    static int restarts(ObjectNode pod) {
        return pod.path("status").path("containerStatuses").path(0).path("restartCount").asInt(0);
    }

    static void crash(ObjectNode pod, boolean oom, Instant at) {
        int restarts = restarts(pod) + 1;
        ObjectNode waiting =
                Tree.of(
                        "waiting",
                        Tree.of(
                                "reason",
                                "CrashLoopBackOff",
                                "message",
                                "back-off 5m0s restarting failed container=agent"));
        ObjectNode container = container(pod, false, restarts, waiting);
        container.set(
                "lastState",
                Tree.of(
                        "terminated",
                        Tree.of(
                                "exitCode",
                                oom ? 137 : 1,
                                "reason",
                                oom ? "OOMKilled" : "Error",
                                "startedAt",
                                Shapes.time(at),
                                "finishedAt",
                                Shapes.time(at))));
        status(pod, "Running", container, at);
    }

    static void imageError(ObjectNode pod, Instant at) {
        String image = pod.path("spec").path("containers").path(0).path("image").asText();
        ObjectNode waiting =
                Tree.of(
                        "waiting",
                        Tree.of(
                                "reason",
                                "ImagePullBackOff",
                                "message",
                                "Back-off pulling image \""
                                        + image
                                        + "\": ErrImagePull: not found"));
        status(pod, "Pending", container(pod, false, 0, waiting), at);
    }
}
