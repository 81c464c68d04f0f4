package dev.pilothouse.demo;

import java.util.Arrays;
import java.util.Optional;

/** The resources that a simulated API server serves. */
enum Resource {
    NAMESPACES("", "v1", "Namespace", "namespaces", "ns", false),
    NODES("", "v1", "Node", "nodes", "no", false),
    PODS("", "v1", "Pod", "pods", "po", true),
    EVENTS("", "v1", "Event", "events", "ev", true),
    CONFIG_MAPS("", "v1", "ConfigMap", "configmaps", "cm", true),
    SERVICES("", "v1", "Service", "services", "svc", true),
    DEPLOYMENTS("apps", "v1", "Deployment", "deployments", "deploy", true),
    REPLICA_SETS("apps", "v1", "ReplicaSet", "replicasets", "rs", true),
    STATEFUL_SETS("apps", "v1", "StatefulSet", "statefulsets", "sts", true),
    DAEMON_SETS("apps", "v1", "DaemonSet", "daemonsets", "ds", true),
    CONTROLLER_REVISIONS("apps", "v1", "ControllerRevision", "controllerrevisions", "", true),
    JOBS("batch", "v1", "Job", "jobs", "", true),
    CRON_JOBS("batch", "v1", "CronJob", "cronjobs", "cj", true),
    RUNTIME_CLASSES("node.k8s.io", "v1", "RuntimeClass", "runtimeclasses", "", false),
    POD_METRICS("metrics.k8s.io", "v1beta1", "PodMetrics", "pods", "", true),
    SANDBOXES("agents.x-k8s.io", "v1beta1", "Sandbox", "sandboxes", "sandbox", true),
    KAGENT_AGENTS("kagent.dev", "v1alpha2", "Agent", "agents", "", true),
    MODELS("kubeai.org", "v1", "Model", "models", "", true);

    final String group;
    final String version;
    final String kind;
    final String plural;
    final String shortName;
    final boolean namespaced;

    Resource(
            String group,
            String version,
            String kind,
            String plural,
            String shortName,
            boolean namespaced) {
        this.group = group;
        this.version = version;
        this.kind = kind;
        this.plural = plural;
        this.shortName = shortName;
        this.namespaced = namespaced;
    }

    String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    static Optional<Resource> of(String apiVersion, String plural) {
        return Arrays.stream(values())
                .filter(r -> r.apiVersion().equals(apiVersion) && r.plural.equals(plural))
                .findFirst();
    }
}
