package dev.pilothouse.demo.company;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.state.Tree;
import java.util.Map;

/** Objects as people write them into manifests; the rest is filled in when they are created. */
final class Shapes {
    private Shapes() {}

    /** A version of an agent. */
    record Version(String tag, String prompt) {}

    static ObjectNode named(String namespace, String name) {
        ObjectNode object = Tree.of("metadata", Tree.of("name", name));
        if (!namespace.isEmpty()) {
            Tree.metadata(object).put("namespace", namespace);
        }
        return object;
    }

    static ObjectNode labels(Agents.Agent agent) {
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

    static ObjectNode template(Agents.Agent agent, Version version) {
        ObjectNode labels = labels(agent);
        if (agent.untrusted()) {
            labels.put("agent-trust", "untrusted");
        }
        ObjectNode requests = Tree.of("cpu", "250m", "memory", "256Mi");
        ObjectNode limits = Tree.of("memory", "512Mi");
        if (agent.gpu()) {
            requests = Tree.of("cpu", "2", "memory", "8Gi", "nvidia.com/gpu", "1");
            limits = Tree.of("memory", "16Gi", "nvidia.com/gpu", "1");
        }
        ObjectNode container =
                Tree.of("name", "agent", "image", image(agent.name(), version.tag()));
        container.set("env", env(agent, version));
        container.set("resources", Tree.of("requests", requests, "limits", limits));
        container.set(
                "readinessProbe",
                Tree.of("httpGet", Tree.of("path", "/healthz", "port", 8080), "periodSeconds", 10));
        container.set(
                "ports",
                Tree.list(Tree.of("containerPort", 8080, "name", "http", "protocol", "TCP")));
        ObjectNode spec = Tree.of("containers", Tree.list(container));
        spec.put("serviceAccountName", agent.name());
        if (agent.owner().equals("argo")) {
            ObjectNode init = Tree.of("name", "fetch-prompts");
            init.put("image", image("prompts", "2.4.1"));
            spec.set("initContainers", Tree.list(init));
        }
        if (!agent.isolation().isEmpty()) {
            spec.put("runtimeClassName", agent.isolation());
        }
        return Tree.of("metadata", Tree.of("labels", labels), "spec", spec);
    }

    static String image(String agent, String tag) {
        return "registry.local/agents/" + agent + ":" + tag;
    }

    private static ArrayNode env(Agents.Agent agent, Version version) {
        ObjectNode key =
                Tree.of(
                        "name",
                        "GATEWAY_API_KEY",
                        "valueFrom",
                        Tree.of("secretKeyRef", Tree.of("name", "gateway", "key", "api-key")));
        return Tree.list(
                Tree.of("name", "PROMPT_VERSION", "value", version.prompt()),
                Tree.of("name", "MODEL", "value", agent.model()),
                Tree.of("name", "OTEL_SERVICE_NAME", "value", agent.name()),
                Tree.of("name", "GATEWAY_URL", "value", "http://gateway.platform:8080"),
                key);
    }

    /** A workload with a template, of any of the kinds that have one. */
    static ObjectNode workload(Agents.Agent agent, Version version) {
        ObjectNode object = named(agent.team(), agent.name());
        ObjectNode metadata = Tree.metadata(object);
        metadata.set("labels", labels(agent));
        switch (agent.owner()) {
            case "argo" ->
                    metadata.set(
                            "annotations",
                            Tree.of(
                                    "argocd.argoproj.io/tracking-id",
                                    agent.team()
                                            + ":apps/Deployment:"
                                            + agent.team()
                                            + "/"
                                            + agent.name()));
            case "helm" ->
                    metadata.set(
                            "annotations",
                            Tree.of(
                                    "meta.helm.sh/release-name",
                                    agent.team(),
                                    "meta.helm.sh/release-namespace",
                                    agent.team()));
            case "flux" ->
                    metadata.withObject("/labels")
                            .put("kustomize.toolkit.fluxcd.io/name", agent.team())
                            .put("kustomize.toolkit.fluxcd.io/namespace", "flux-system");
            default -> {}
        }
        ObjectNode spec = Tree.of("replicas", agent.replicas());
        spec.set("selector", Tree.of("matchLabels", Tree.of("app", agent.name())));
        spec.set("template", template(agent, version));
        object.set("spec", spec);
        return object;
    }

    /** Sets the version in a template. */
    static void change(ObjectNode template, String image, String prompt) {
        if (template.path("spec").path("containers").path(0) instanceof ObjectNode container) {
            if (!image.isEmpty()) {
                container.put("image", image);
            }
            container
                    .path("env")
                    .forEach(
                            variable -> {
                                if (!prompt.isEmpty()
                                        && Tree.text(variable, "name").equals("PROMPT_VERSION")
                                        && variable instanceof ObjectNode one) {
                                    one.put("value", prompt);
                                }
                            });
        }
    }

    static ObjectNode node(String name, Map<String, String> devices, String pods) {
        ObjectNode node = named("", name);
        ObjectNode room = Tree.of("cpu", "32", "ephemeral-storage", "200Gi", "memory", "256Gi");
        ObjectNode labels =
                Tree.of(
                        "beta.kubernetes.io/arch",
                        "amd64",
                        "kubernetes.io/arch",
                        "amd64",
                        "kubernetes.io/hostname",
                        name,
                        "kubernetes.io/os",
                        "linux",
                        "node-role.kubernetes.io/agent",
                        "",
                        "topology.kubernetes.io/zone",
                        "zone-" + (char) ('a' + Math.floorMod(name.hashCode(), 3)));
        devices.forEach(
                (device, count) -> {
                    room.put(device, count);
                    labels.put("nvidia.com/gpu.product", "NVIDIA-H200")
                            .put("nvidia.com/gpu.count", count)
                            .put("nvidia.com/gpu.memory", "143771");
                });
        room.put("pods", pods);
        Tree.metadata(node).set("labels", labels);
        node.set("spec", Tree.object());
        node.set("status", Tree.of("capacity", room, "allocatable", room.deepCopy()));
        return node;
    }

    /** Completes the status of a node that is up since a time. */
    static void up(ObjectNode node, String since) {
        ObjectNode status = node.withObject("/status");
        ArrayNode conditions = Tree.array();
        String[][] rows = {
            {
                "MemoryPressure",
                "False",
                "KubeletHasSufficientMemory",
                "kubelet has sufficient memory available"
            },
            {"DiskPressure", "False", "KubeletHasNoDiskPressure", "kubelet has no disk pressure"},
            {
                "PIDPressure",
                "False",
                "KubeletHasSufficientPID",
                "kubelet has sufficient PID available"
            },
            {"Ready", "True", "KubeletReady", "kubelet is posting ready status"}
        };
        for (String[] row : rows) {
            ObjectNode condition = Tree.of("type", row[0], "status", row[1]);
            condition.put("lastHeartbeatTime", since).put("lastTransitionTime", since);
            conditions.add(condition.put("reason", row[2]).put("message", row[3]));
        }
        status.set("conditions", conditions);
        String name = Tree.name(node);
        int hash = Math.floorMod(name.hashCode(), 60_000);
        status.set(
                "addresses",
                Tree.list(
                        Tree.of(
                                "type",
                                "InternalIP",
                                "address",
                                "10.0." + (hash / 250) + "." + (1 + hash % 250)),
                        Tree.of("type", "Hostname", "address", name)));
        status.set("daemonEndpoints", Tree.of("kubeletEndpoint", Tree.of("Port", 10250)));
        status.set(
                "nodeInfo",
                Tree.of(
                        "architecture",
                        "amd64",
                        "bootID",
                        "",
                        "containerRuntimeVersion",
                        "containerd://2.1.4",
                        "kernelVersion",
                        "6.8.0",
                        "kubeProxyVersion",
                        "",
                        "kubeletVersion",
                        "v1.36.3",
                        "machineID",
                        "",
                        "operatingSystem",
                        "linux",
                        "osImage",
                        "Debian",
                        "systemUUID",
                        ""));
    }
}
