package dev.pilothouse.model;

import java.util.Locale;
import java.util.Optional;

/** The Kubernetes kinds that Pilothouse lists, with the names their API serves them under. */
public enum Kind {
    POD("", "v1", "Pod", "pods", true),
    NODE("", "v1", "Node", "nodes", false),
    NAMESPACE("", "v1", "Namespace", "namespaces", false),
    EVENT("", "v1", "Event", "events", true),
    CONFIG_MAP("", "v1", "ConfigMap", "configmaps", true),
    DEPLOYMENT("apps", "v1", "Deployment", "deployments", true),
    REPLICA_SET("apps", "v1", "ReplicaSet", "replicasets", true),
    STATEFUL_SET("apps", "v1", "StatefulSet", "statefulsets", true),
    DAEMON_SET("apps", "v1", "DaemonSet", "daemonsets", true),
    CONTROLLER_REVISION("apps", "v1", "ControllerRevision", "controllerrevisions", true),
    JOB("batch", "v1", "Job", "jobs", true),
    CRON_JOB("batch", "v1", "CronJob", "cronjobs", true),
    RUNTIME_CLASS("node.k8s.io", "v1", "RuntimeClass", "runtimeclasses", false),
    POD_METRICS("metrics.k8s.io", "v1beta1", "PodMetrics", "pods", true),
    RESOURCE_CLAIM("resource.k8s.io", "v1", "ResourceClaim", "resourceclaims", true),
    RESOURCE_CLAIM_TEMPLATE(
            "resource.k8s.io", "v1", "ResourceClaimTemplate", "resourceclaimtemplates", true),
    KAGENT_AGENT("kagent.dev", "v1alpha2", "Agent", "agents", true),
    SANDBOX("agents.x-k8s.io", "v1beta1", "Sandbox", "sandboxes", true),
    INFERENCE_SERVICE(
            "serving.kserve.io", "v1beta1", "InferenceService", "inferenceservices", true),
    LLM_INFERENCE_SERVICE(
            "serving.kserve.io", "v1alpha2", "LLMInferenceService", "llminferenceservices", true),
    KUBEAI_MODEL("kubeai.org", "v1", "Model", "models", true),
    RAY_SERVICE("ray.io", "v1", "RayService", "rayservices", true),
    RAY_CLUSTER("ray.io", "v1", "RayCluster", "rayclusters", true),
    ROLLOUT("argoproj.io", "v1alpha1", "Rollout", "rollouts", true);

    private final String group;
    private final String version;
    private final String kindName;
    private final String plural;
    private final boolean namespaced;

    Kind(String group, String version, String kindName, String plural, boolean namespaced) {
        this.group = group;
        this.version = version;
        this.kindName = kindName;
        this.plural = plural;
        this.namespaced = namespaced;
    }

    /** The API group; empty for the core group. */
    public String group() {
        return group;
    }

    public String version() {
        return version;
    }

    /** The `kind` field, such as `Deployment`. */
    public String kindName() {
        return kindName;
    }

    /** The resource in a path, such as `deployments`. */
    public String plural() {
        return plural;
    }

    public boolean namespaced() {
        return namespaced;
    }

    /** `apps/v1`, or `v1` for the core group. */
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** True for custom resources that declare an agent or serve a model. */
    public boolean custom() {
        return compareTo(KAGENT_AGENT) >= 0;
    }

    /** True for kinds that only exist where their API is installed. */
    public boolean optional() {
        return custom() || onDemand() || this == POD_METRICS;
    }

    /** True for kinds that are only followed once a pod refers to one. */
    public boolean onDemand() {
        return this == RESOURCE_CLAIM || this == RESOURCE_CLAIM_TEMPLATE;
    }

    /** The kind of an owner reference or an event's object; empty for kinds we do not list. */
    public static Optional<Kind> of(String apiVersion, String kindName) {
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        for (Kind kind : values()) {
            if (kind.kindName.equals(kindName) && kind.group.equals(group)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** The word shown to a user, such as `deployment`. */
    public String word() {
        return kindName.toLowerCase(Locale.ROOT);
    }
}
