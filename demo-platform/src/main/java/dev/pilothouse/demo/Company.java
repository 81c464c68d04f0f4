package dev.pilothouse.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Builds the believable company: teams, agents, versions, nodes. Everything follows from the seed.
 */
final class Company {
    static final List<String> TEAMS =
            List.of("refund", "kyc", "search", "billing", "support", "growth", "risk", "platform");
    private static final List<String> FIRST =
            List.of(
                    "refund",
                    "kyc",
                    "search",
                    "invoice",
                    "triage",
                    "catalog",
                    "fraud",
                    "ledger",
                    "chat",
                    "pricing",
                    "onboarding",
                    "compliance",
                    "route",
                    "summary",
                    "inbox");
    private static final List<String> SECOND =
            List.of(
                    "planner",
                    "vision",
                    "router",
                    "writer",
                    "scorer",
                    "agent",
                    "watcher",
                    "extractor",
                    "reviewer",
                    "indexer");
    private static final List<String> MODELS =
            List.of(
                    "opus-4-20260301",
                    "sonnet-4-20260210",
                    "haiku-4-20260115",
                    "llama-4-70b",
                    "gpt-5-mini-2026-01");

    private final Shelf shelf;
    private final SplittableRandom random;
    private final Instant now;
    private final String cluster;
    private final Shapes shapes;

    Company(Shelf shelf, String cluster, long seed, Instant now) {
        this.shelf = shelf;
        this.cluster = cluster;
        random = new SplittableRandom(seed * 31 + cluster.hashCode());
        this.now = now;
        shapes = new Shapes(now);
    }

    /** Fills the shelf. `podsPerAgent` 0 lets each agent have what suits it. */
    void fill(int agents, int podsPerAgent) {
        for (String team : TEAMS) {
            shelf.put(Resource.NAMESPACES, shapes.plain("v1", "Namespace", "", team, ago(90)));
        }
        shelf.put(Resource.RUNTIME_CLASSES, runtimeClass("gvisor", "runsc"));
        shelf.put(Resource.RUNTIME_CLASSES, runtimeClass("kata-fc", "kata-fc"));
        int nodes = Math.max(6, agents * Math.max(4, podsPerAgent) / 60);
        for (int i = 1; i <= nodes; i++) {
            shelf.put(Resource.NODES, shapes.node(cluster + "-cpu-" + i, 0, ago(60)));
        }
        for (int i = 1; i <= 3; i++) {
            shelf.put(Resource.NODES, shapes.node(cluster + "-gpu-" + i, 8, ago(60)));
        }
        for (int i = 0; i < agents; i++) {
            agent(i, podsPerAgent);
        }
    }

    private Instant ago(int days) {
        return now.minus(Duration.ofMinutes(days * 1440L + random.nextInt(1440)));
    }

    private ObjectNode runtimeClass(String name, String handler) {
        ObjectNode object = shapes.plain("node.k8s.io/v1", "RuntimeClass", "", name, ago(90));
        object.put("handler", handler);
        return object;
    }

    static String agentName(int index) {
        return switch (index) {
            case 0 -> "refund-planner";
            case 1 -> "kyc-vision";
            case 2 -> "search-router";
            case 3 -> "invoice-writer";
            case 4 -> "triage";
            default ->
                    FIRST.get(index % FIRST.size())
                            + "-"
                            + SECOND.get((5 + index / FIRST.size()) % 5 + 5)
                            + (index >= 75 ? "-" + index / 75 : "");
        };
    }

    private void agent(int index, int podsPerAgent) {
        String team = TEAMS.get(index % TEAMS.size());
        String name = agentName(index);
        int replicas = podsPerAgent > 0 ? podsPerAgent : 1 + random.nextInt(6);
        boolean gpu = index % 12 == 5;
        boolean untrusted = index % 15 == 7;
        Shapes.Agent agent =
                new Shapes.Agent(
                        team,
                        name,
                        replicas,
                        gpu ? 1 : 0,
                        untrusted,
                        untrusted && index % 2 == 1 ? "gvisor" : "",
                        MODELS.get(random.nextInt(MODELS.size())),
                        owner(index));
        int revisions = 2 + random.nextInt(4);
        Deployments.Version newest = null;
        for (int revision = 1; revision <= revisions; revision++) {
            String tag = (1 + random.nextInt(3)) + "." + revision + "." + random.nextInt(9);
            newest =
                    new Deployments.Version(
                            revision,
                            "registry.local/agents/" + name + ":" + tag,
                            "p-" + revision + "." + random.nextInt(9));
            Instant created = ago(3 * (revisions - revision) + 1);
            shelf.put(
                    Resource.REPLICA_SETS,
                    shapes.replicaSet(
                            agent, newest, revision == revisions ? replicas : 0, created));
        }
        shelf.put(
                Resource.DEPLOYMENTS,
                shapes.deployment(agent, java.util.Objects.requireNonNull(newest), ago(40)));
        for (int i = 0; i < replicas; i++) {
            String node =
                    gpu
                            ? cluster + "-gpu-" + (1 + random.nextInt(3))
                            : cluster + "-cpu-" + (1 + random.nextInt(6));
            ObjectNode pod = shapes.pod(agent, newest, suffix(), ago(random.nextInt(2)));
            Pods.run(pod, node, now.minus(Duration.ofHours(20)));
            shelf.put(Resource.PODS, pod);
        }
    }

    private static String owner(int index) {
        return switch (index % 5) {
            case 0 -> "argo";
            case 2 -> "helm";
            case 4 -> "flux";
            default -> "";
        };
    }

    String suffix() {
        String letters = "bcdfghjklmnpqrstvwxz2456789";
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    SplittableRandom random() {
        return random;
    }
}
