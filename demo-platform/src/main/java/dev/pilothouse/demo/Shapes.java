package dev.pilothouse.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Objects in the shape that a real API server gives them. */
final class Shapes {
    private final Instant now;

    Shapes(Instant now) {
        this.now = now;
    }

    /** What an agent's objects have in common; `owner` is argo, helm, flux or empty. */
    record Agent(
            String team,
            String name,
            int replicas,
            int gpus,
            boolean untrusted,
            String runtimeClass,
            String model,
            String owner) {}

    static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    ObjectNode plain(
            String apiVersion, String kind, String namespace, String name, Instant created) {
        ObjectNode metadata =
                Tree.of(
                        "name",
                        name,
                        "uid",
                        UUID.nameUUIDFromBytes(
                                        (kind + namespace + name)
                                                .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .toString(),
                        "creationTimestamp",
                        time(created),
                        "generation",
                        1);
        if (!namespace.isEmpty()) {
            metadata.put("namespace", namespace);
        }
        return Tree.of("apiVersion", apiVersion, "kind", kind, "metadata", metadata);
    }

    private static ObjectNode labels(Agent agent) {
        return Tree.of(
                "app",
                agent.name(),
                "app.kubernetes.io/name",
                agent.name(),
                "app.kubernetes.io/component",
                "agent",
                "app.kubernetes.io/part-of",
                agent.team());
    }

    private static ObjectNode template(Agent agent, Deployments.Version version) {
        ObjectNode labels = labels(agent);
        if (agent.untrusted()) {
            labels.put("agent-trust", "untrusted");
        }
        ObjectNode requests = Tree.of("cpu", "250m", "memory", "256Mi");
        ObjectNode limits = Tree.of("memory", "512Mi");
        if (agent.gpus() > 0) {
            requests.put("nvidia.com/gpu", Integer.toString(agent.gpus()));
            limits.put("nvidia.com/gpu", Integer.toString(agent.gpus()));
        }
        ArrayNode env =
                Tree.list(
                        Tree.of("name", "PROMPT_VERSION", "value", version.prompt()),
                        Tree.of("name", "MODEL", "value", agent.model()),
                        Tree.of("name", "OTEL_SERVICE_NAME", "value", agent.name()),
                        Tree.of(
                                "name",
                                "GATEWAY_API_KEY",
                                "valueFrom",
                                Tree.of(
                                        "secretKeyRef",
                                        Tree.of("name", "gateway", "key", "api-key"))));
        ObjectNode container =
                Tree.of(
                        "name",
                        "agent",
                        "image",
                        version.image(),
                        "imagePullPolicy",
                        "IfNotPresent",
                        "resources",
                        Tree.of("requests", requests, "limits", limits),
                        "env",
                        env);
        ObjectNode spec =
                Tree.of(
                        "containers",
                        Tree.list(container),
                        "restartPolicy",
                        "Always",
                        "serviceAccountName",
                        agent.name(),
                        "terminationGracePeriodSeconds",
                        30);
        if (!agent.runtimeClass().isEmpty()) {
            spec.put("runtimeClassName", agent.runtimeClass());
        }
        return Tree.of("metadata", Tree.of("labels", labels), "spec", spec);
    }

    ObjectNode deployment(Agent agent, Deployments.Version version, Instant created) {
        ObjectNode object = plain("apps/v1", "Deployment", agent.team(), agent.name(), created);
        ObjectNode metadata = Tree.metadata(object);
        metadata.set("labels", labels(agent));
        ObjectNode annotations =
                Tree.of("deployment.kubernetes.io/revision", Integer.toString(version.revision()));
        switch (agent.owner()) {
            case "argo" ->
                    annotations.put(
                            "argocd.argoproj.io/tracking-id",
                            agent.team() + ":apps/Deployment:" + agent.team() + "/" + agent.name());
            case "helm" ->
                    annotations
                            .put("meta.helm.sh/release-name", agent.team())
                            .put("meta.helm.sh/release-namespace", agent.team());
            case "flux" ->
                    metadata.withObject("/labels")
                            .put("kustomize.toolkit.fluxcd.io/name", agent.team())
                            .put("kustomize.toolkit.fluxcd.io/namespace", "flux-system");
            default -> {}
        }
        metadata.set("annotations", annotations);
        object.set(
                "spec",
                Tree.of(
                        "replicas",
                        agent.replicas(),
                        "revisionHistoryLimit",
                        10,
                        "selector",
                        Tree.of("matchLabels", Tree.of("app", agent.name())),
                        "template",
                        template(agent, version)));
        Deployments.status(object, agent.replicas(), agent.replicas(), agent.replicas(), now);
        return object;
    }

    ObjectNode replicaSet(Agent agent, Deployments.Version version, int replicas, Instant created) {
        ObjectNode object =
                plain(
                        "apps/v1",
                        "ReplicaSet",
                        agent.team(),
                        agent.name() + "-" + Deployments.hash(version),
                        created);
        ObjectNode metadata = Tree.metadata(object);
        ObjectNode template = template(agent, version);
        template.withObject("/metadata/labels").put("pod-template-hash", Deployments.hash(version));
        metadata.set("labels", template.path("metadata").path("labels").deepCopy());
        metadata.set(
                "annotations",
                Tree.of("deployment.kubernetes.io/revision", Integer.toString(version.revision())));
        metadata.set(
                "ownerReferences",
                Tree.list(owner("apps/v1", "Deployment", agent.team(), agent.name())));
        object.set(
                "spec",
                Tree.of(
                        "replicas",
                        replicas,
                        "selector",
                        Tree.of(
                                "matchLabels",
                                Tree.of(
                                        "app",
                                        agent.name(),
                                        "pod-template-hash",
                                        Deployments.hash(version))),
                        "template",
                        template));
        object.set(
                "status",
                Tree.of(
                        "replicas",
                        replicas,
                        "readyReplicas",
                        replicas,
                        "availableReplicas",
                        replicas,
                        "observedGeneration",
                        1));
        return object;
    }

    ObjectNode owner(String apiVersion, String kind, String namespace, String name) {
        String uid =
                plain(apiVersion, kind, namespace, name, now).path("metadata").path("uid").asText();
        return Tree.of(
                "apiVersion",
                apiVersion,
                "kind",
                kind,
                "name",
                name,
                "uid",
                uid,
                "controller",
                true,
                "blockOwnerDeletion",
                true);
    }

    ObjectNode pod(Agent agent, Deployments.Version version, String suffix, Instant created) {
        String set = agent.name() + "-" + Deployments.hash(version);
        ObjectNode template = template(agent, version);
        template.withObject("/metadata/labels").put("pod-template-hash", Deployments.hash(version));
        return pod(agent.team(), set, suffix, template, created);
    }

    /** A pod of a ReplicaSet, not yet bound to a node. */
    ObjectNode pod(
            String namespace, String set, String suffix, ObjectNode template, Instant created) {
        ObjectNode object = plain("v1", "Pod", namespace, set + "-" + suffix, created);
        ObjectNode metadata = Tree.metadata(object);
        metadata.put("generateName", set + "-");
        metadata.set("labels", template.path("metadata").path("labels").deepCopy());
        metadata.set("ownerReferences", Tree.list(owner("apps/v1", "ReplicaSet", namespace, set)));
        object.set("spec", template.path("spec").deepCopy());
        object.set("status", Tree.of("phase", "Pending", "qosClass", "Burstable"));
        return object;
    }

    ObjectNode node(String name, int gpus, Instant created) {
        ObjectNode object = plain("v1", "Node", "", name, created);
        ObjectNode labels =
                Tree.of(
                        "kubernetes.io/hostname",
                        name,
                        "topology.kubernetes.io/zone",
                        "zone-a",
                        "node-role.kubernetes.io/agent",
                        "");
        ObjectNode capacity = Tree.of("cpu", "64", "memory", "256Gi", "pods", "250");
        if (gpus > 0) {
            capacity.put("nvidia.com/gpu", Integer.toString(gpus));
            labels.put("nvidia.com/gpu.product", "NVIDIA-H200")
                    .put("nvidia.com/gpu.count", Integer.toString(gpus))
                    .put("nvidia.com/gpu.memory", "143771");
        }
        Tree.metadata(object).set("labels", labels);
        object.set("spec", Tree.object());
        ObjectNode ready =
                Tree.of(
                        "type",
                        "Ready",
                        "status",
                        "True",
                        "reason",
                        "KubeletReady",
                        "message",
                        "kubelet is posting ready status",
                        "lastTransitionTime",
                        time(created));
        object.set(
                "status",
                Tree.of(
                        "capacity",
                        capacity,
                        "allocatable",
                        capacity.deepCopy(),
                        "conditions",
                        Tree.list(ready),
                        "addresses",
                        Tree.list(Tree.of("type", "InternalIP", "address", "10.0.0.1")),
                        "nodeInfo",
                        Tree.of(
                                "kubeletVersion",
                                "v1.36.3",
                                "containerRuntimeVersion",
                                "containerd://2.1.4",
                                "osImage",
                                "Debian",
                                "kernelVersion",
                                "6.8.0",
                                "operatingSystem",
                                "linux",
                                "architecture",
                                "amd64")));
        return object;
    }

    ObjectNode event(ObjectNode about, String type, String reason, String message, Instant at) {
        String name =
                Tree.name(about)
                        + "."
                        + Integer.toHexString((reason + message + at.getEpochSecond()).hashCode());
        ObjectNode object =
                plain(
                        "v1",
                        "Event",
                        Tree.namespace(about).isEmpty() ? "default" : Tree.namespace(about),
                        name,
                        at);
        object.set(
                "involvedObject",
                Tree.of(
                        "kind",
                        about.path("kind").asText(),
                        "namespace",
                        Tree.namespace(about),
                        "name",
                        Tree.name(about),
                        "uid",
                        about.path("metadata").path("uid").asText(),
                        "apiVersion",
                        about.path("apiVersion").asText()));
        object.put("type", type)
                .put("reason", reason)
                .put("message", message)
                .put("count", 1)
                .put("firstTimestamp", time(at))
                .put("lastTimestamp", time(at));
        object.set(
                "source",
                Tree.of("component", type.equals("Warning") ? "kubelet" : "deployment-controller"));
        return object;
    }
}
