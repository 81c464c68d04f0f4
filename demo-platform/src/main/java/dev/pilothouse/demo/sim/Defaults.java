package dev.pilothouse.demo.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.state.Tree;

/** Fills in what an API server fills in when an object is created. */
final class Defaults {
    private Defaults() {}

    private static void missing(ObjectNode node, String name, Object value) {
        if (!node.has(name)) {
            node.setAll(Tree.of(name, value));
        }
    }

    /** The defaults of a kind's spec. */
    static void of(String kind, ObjectNode object) {
        if (!object.has("spec")) {
            return;
        }
        ObjectNode spec = object.withObject("/spec");
        switch (kind) {
            case "Deployment" -> deployment(spec);
            case "StatefulSet" -> {
                missing(spec, "replicas", 1);
                missing(spec, "podManagementPolicy", "OrderedReady");
                missing(spec, "revisionHistoryLimit", 10);
                missing(spec, "updateStrategy", Tree.of("type", "RollingUpdate"));
            }
            case "DaemonSet" -> {
                missing(spec, "revisionHistoryLimit", 10);
                missing(
                        spec,
                        "updateStrategy",
                        Tree.of(
                                "type",
                                "RollingUpdate",
                                "rollingUpdate",
                                Tree.of("maxSurge", 0, "maxUnavailable", 1)));
            }
            case "ReplicaSet" -> missing(spec, "replicas", 1);
            case "Job" -> job(object, spec);
            case "CronJob" -> {
                missing(spec, "concurrencyPolicy", "Allow");
                missing(spec, "failedJobsHistoryLimit", 1);
                missing(spec, "successfulJobsHistoryLimit", 3);
                missing(spec, "suspend", false);
            }
            case "Pod" -> pod(spec);
            default -> {}
        }
        if (spec.path("template").path("spec") instanceof ObjectNode template) {
            missing(spec.withObject("/template"), "metadata", Tree.object());
            pod(template);
        }
    }

    private static void deployment(ObjectNode spec) {
        missing(spec, "replicas", 1);
        missing(spec, "progressDeadlineSeconds", 600);
        missing(spec, "revisionHistoryLimit", 10);
        missing(
                spec,
                "strategy",
                Tree.of(
                        "type",
                        "RollingUpdate",
                        "rollingUpdate",
                        Tree.of("maxSurge", "25%", "maxUnavailable", "25%")));
    }

    private static void job(ObjectNode job, ObjectNode spec) {
        missing(spec, "backoffLimit", 6);
        missing(spec, "completions", 1);
        missing(spec, "parallelism", 1);
        missing(spec, "completionMode", "NonIndexed");
        missing(spec, "suspend", false);
        String uid = Tree.uid(job);
        missing(
                spec,
                "selector",
                Tree.of("matchLabels", Tree.of("batch.kubernetes.io/controller-uid", uid)));
        ObjectNode labels = spec.withObject("/template").withObject("/metadata/labels");
        for (String prefix : new String[] {"batch.kubernetes.io/", ""}) {
            labels.put(prefix + "controller-uid", uid);
            labels.put(prefix + "job-name", Tree.name(job));
        }
    }

    private static void pod(ObjectNode spec) {
        for (String list : new String[] {"initContainers", "containers"}) {
            spec.path(list)
                    .forEach(
                            container -> {
                                if (container instanceof ObjectNode one) {
                                    container(one);
                                }
                            });
        }
        missing(spec, "dnsPolicy", "ClusterFirst");
        missing(spec, "enableServiceLinks", true);
        missing(spec, "preemptionPolicy", "PreemptLowerPriority");
        missing(spec, "priority", 0);
        missing(spec, "restartPolicy", "Always");
        missing(spec, "schedulerName", "default-scheduler");
        missing(spec, "securityContext", Tree.object());
        missing(spec, "serviceAccountName", "default");
        missing(spec, "serviceAccount", spec.path("serviceAccountName").asText());
        missing(spec, "terminationGracePeriodSeconds", 30);
        missing(spec, "tolerations", tolerations());
    }

    private static void container(ObjectNode container) {
        String image = container.path("image").asText();
        boolean floating =
                image.endsWith(":latest") || image.lastIndexOf(':') <= image.lastIndexOf('/');
        missing(container, "imagePullPolicy", floating ? "Always" : "IfNotPresent");
        missing(container, "resources", Tree.object());
        missing(container, "terminationMessagePath", "/dev/termination-log");
        missing(container, "terminationMessagePolicy", "File");
        // What is limited and not requested is requested to the limit.
        ObjectNode resources = container.withObject("/resources");
        resources
                .path("limits")
                .properties()
                .forEach(
                        limit ->
                                missing(
                                        resources.withObject("/requests"),
                                        limit.getKey(),
                                        limit.getValue()));
    }

    private static ArrayNode tolerations() {
        ArrayNode all = Tree.array();
        for (String key : new String[] {"not-ready", "unreachable"}) {
            all.add(
                    Tree.of(
                            "effect",
                            "NoExecute",
                            "key",
                            "node.kubernetes.io/" + key,
                            "operator",
                            "Exists",
                            "tolerationSeconds",
                            300));
        }
        return all;
    }

    /** The quality of service that a pod's requests and limits give it. */
    static String quality(JsonNode spec) {
        boolean any = false;
        boolean equal = true;
        for (JsonNode container : spec.path("containers")) {
            JsonNode requests = container.path("resources").path("requests");
            JsonNode limits = container.path("resources").path("limits");
            for (String name : new String[] {"cpu", "memory"}) {
                any |= requests.has(name) || limits.has(name);
                equal &= limits.has(name) && requests.path(name).equals(limits.path(name));
            }
        }
        return !any ? "BestEffort" : equal ? "Guaranteed" : "Burstable";
    }
}
