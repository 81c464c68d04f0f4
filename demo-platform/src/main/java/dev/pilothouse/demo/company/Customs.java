package dev.pilothouse.demo.company;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.sim.World;
import dev.pilothouse.demo.state.Catalog;
import dev.pilothouse.demo.state.Item;
import dev.pilothouse.demo.state.Resource;
import dev.pilothouse.demo.state.Tree;
import java.util.List;
import java.util.Locale;

/**
 * Agents that a custom kind runs: the object with the status of its controller, and what it owns.
 */
final class Customs {
    private final World world;

    Customs(World world) {
        this.world = world;
    }

    void create(Agents.Agent agent, ObjectNode workload) {
        Resource kind = kind(agent.shape());
        ObjectNode object = Shapes.named(agent.team(), agent.name());
        Tree.metadata(object).set("labels", Shapes.labels(agent));
        JsonNode template = workload.path("spec").path("template");
        object.set("spec", spec(agent, template));
        object.set("status", status(agent));
        world.create(kind, object);
        JsonNode owners = owners(kind, agent);
        switch (agent.shape()) {
            case KAGENT, INFERENCE_SERVICE -> {
                Tree.metadata(workload).set("ownerReferences", owners);
                world.create(Catalog.DEPLOYMENTS, workload);
            }
            case ROLLOUT -> replicaSet(agent, workload, owners);
            case SANDBOX -> pod(agent, agent.name(), template, owners);
            case MODEL -> {
                for (int i = 0; i < agent.replicas(); i++) {
                    pod(agent, agent.name() + "-" + i, template, owners);
                }
            }
            case DEPLOYMENT, STATEFUL_SET, DAEMON_SET, CRON_JOB ->
                    throw new IllegalArgumentException("no custom kind: " + agent);
        }
    }

    private Resource kind(Agents.Shape shape) {
        String plural =
                switch (shape) {
                    case KAGENT -> "agents";
                    case INFERENCE_SERVICE -> "inferenceservices";
                    case ROLLOUT -> "rollouts";
                    case SANDBOX -> "sandboxes";
                    case MODEL -> "models";
                    case DEPLOYMENT, STATEFUL_SET, DAEMON_SET, CRON_JOB -> "";
                };
        return world.catalog().served().stream()
                .filter(resource -> resource.plural().equals(plural) && resource.has("custom"))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode owners(Resource kind, Agents.Agent agent) {
        Item stored = world.shelf().get(kind, agent.team(), agent.name()).orElseThrow();
        ObjectNode owner =
                Tree.of(
                        "apiVersion",
                        kind.apiVersion(),
                        "kind",
                        kind.kind(),
                        "name",
                        agent.name(),
                        "uid",
                        Tree.uid(stored.tree()));
        return Tree.list(owner.put("controller", true).put("blockOwnerDeletion", true));
    }

    private void replicaSet(Agents.Agent agent, ObjectNode workload, JsonNode owners) {
        ObjectNode set = workload.deepCopy();
        ObjectNode metadata = Tree.metadata(set);
        metadata.put("name", agent.name() + "-75d8f6c4d");
        metadata.set("annotations", Tree.of("rollout.argoproj.io/revision", "1"));
        metadata.set("ownerReferences", owners);
        for (String path :
                List.of(
                        "/metadata/labels",
                        "/spec/template/metadata/labels",
                        "/spec/selector/matchLabels")) {
            set.withObject(path).put("rollouts-pod-template-hash", "75d8f6c4d");
        }
        world.create(Catalog.REPLICA_SETS, set);
    }

    private void pod(Agents.Agent agent, String name, JsonNode template, JsonNode owners) {
        ObjectNode pod = template.deepCopy();
        Tree.metadata(pod).put("name", name).put("namespace", agent.team());
        Tree.metadata(pod).set("ownerReferences", owners);
        world.create(Catalog.PODS, pod);
    }

    private static ObjectNode spec(Agents.Agent agent, JsonNode template) {
        return switch (agent.shape()) {
            case KAGENT -> {
                ObjectNode declarative = Tree.of("modelConfig", "default-model");
                declarative.put("systemMessage", "You help the team " + agent.team() + ".");
                yield Tree.of("type", "Declarative", "declarative", declarative);
            }
            case INFERENCE_SERVICE -> {
                ObjectNode format = Tree.of("name", "vllm");
                ObjectNode model = Tree.of("modelFormat", format);
                model.put("storageUri", "hf://models/" + agent.model());
                ObjectNode predictor = Tree.of("minReplicas", agent.replicas(), "model", model);
                yield Tree.of("predictor", predictor);
            }
            case ROLLOUT -> {
                ArrayNode steps = Tree.list(Tree.of("setWeight", 20));
                steps.add(Tree.of("pause", Tree.object())).add(Tree.of("setWeight", 60));
                yield Tree.of(
                        "replicas",
                        agent.replicas(),
                        "selector",
                        Tree.of("matchLabels", Tree.of("app", agent.name())),
                        "strategy",
                        Tree.of("canary", Tree.of("steps", steps)),
                        "template",
                        template.deepCopy());
            }
            case SANDBOX -> Tree.of("operatingMode", "Running", "podTemplate", template.deepCopy());
            case MODEL -> {
                ObjectNode model = Tree.of("engine", "VLLM", "url", "hf://models/" + agent.model());
                model.put("resourceProfile", "nvidia-gpu-h200:1");
                yield model.put("replicas", agent.replicas()).put("minReplicas", 1);
            }
            case DEPLOYMENT, STATEFUL_SET, DAEMON_SET, CRON_JOB -> Tree.object();
        };
    }

    private ObjectNode status(Agents.Agent agent) {
        return switch (agent.shape()) {
            case KAGENT ->
                    Tree.of(
                            "observedGeneration",
                            1,
                            "conditions",
                            conditions("Accepted:AgentReconciled", "Ready:DeploymentReady"));
            case INFERENCE_SERVICE ->
                    Tree.of(
                            "conditions",
                            conditions("PredictorReady:", "Ready:"),
                            "url",
                            "http://" + agent.name() + "." + agent.team() + ".example.com");
            case ROLLOUT -> rollout(agent.replicas());
            case SANDBOX ->
                    Tree.of(
                            "conditions",
                            conditions("Ready:DependenciesReady"),
                            "replicas",
                            1,
                            "selector",
                            "app=" + agent.name());
            case MODEL ->
                    Tree.of(
                            "replicas",
                            Tree.of("all", agent.replicas(), "ready", agent.replicas()));
            case DEPLOYMENT, STATEFUL_SET, DAEMON_SET, CRON_JOB -> Tree.object();
        };
    }

    private ObjectNode rollout(int replicas) {
        ObjectNode status = Tree.of("observedGeneration", "1", "phase", "Healthy");
        status.put("currentPodHash", "75d8f6c4d").put("stableRS", "75d8f6c4d");
        for (String name :
                List.of(
                        "replicas",
                        "HPAReplicas",
                        "updatedReplicas",
                        "readyReplicas",
                        "availableReplicas")) {
            status.put(name, replicas);
        }
        status.put("currentStepIndex", 3);
        status.set("conditions", conditions("Available:AvailableReason", "Healthy:RolloutHealthy"));
        return status;
    }

    private ArrayNode conditions(String... typesAndReasons) {
        ArrayNode all = Tree.array();
        for (String one : typesAndReasons) {
            int colon = one.indexOf(':');
            ObjectNode condition =
                    Tree.of(
                            "type",
                            one.substring(0, colon),
                            "status",
                            "True",
                            "lastTransitionTime",
                            world.now());
            if (colon + 1 < one.length()) {
                condition.put("reason", one.substring(colon + 1));
            }
            all.add(condition);
        }
        return all;
    }

    /** The definition of a custom kind, without a schema. */
    static ObjectNode definition(Resource kind) {
        ObjectNode definition = Shapes.named("", kind.qualified());
        ObjectNode names =
                Tree.of(
                        "kind",
                        kind.kind(),
                        "listKind",
                        kind.kind() + "List",
                        "plural",
                        kind.plural(),
                        "singular",
                        kind.kind().toLowerCase(Locale.ROOT));
        ObjectNode version =
                Tree.of(
                        "name",
                        kind.version(),
                        "served",
                        true,
                        "storage",
                        true,
                        "schema",
                        Tree.of(
                                "openAPIV3Schema",
                                Tree.of(
                                        "type",
                                        "object",
                                        "x-kubernetes-preserve-unknown-fields",
                                        true)));
        definition.set(
                "spec",
                Tree.of(
                        "group",
                        kind.group(),
                        "names",
                        names,
                        "scope",
                        kind.namespaced() ? "Namespaced" : "Cluster",
                        "versions",
                        Tree.list(version)));
        ObjectNode accepted = Tree.of("type", "Established", "status", "True");
        definition.set(
                "status",
                Tree.of(
                        "acceptedNames",
                        names.deepCopy(),
                        "conditions",
                        Tree.list(accepted),
                        "storedVersions",
                        Tree.texts(List.of(kind.version()))));
        return definition;
    }
}
