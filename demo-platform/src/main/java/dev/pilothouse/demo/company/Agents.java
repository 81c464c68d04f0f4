package dev.pilothouse.demo.company;

import java.util.List;
import java.util.SplittableRandom;

/** Who works at the company: names, teams, models, and what kind of object each agent is. */
final class Agents {
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
            List.of("agent", "watcher", "extractor", "reviewer", "indexer");
    static final List<String> MODELS =
            List.of(
                    "opus-4-20260301",
                    "sonnet-4-20260210",
                    "haiku-4-20260115",
                    "llama-4-70b",
                    "gpt-5-mini-2026-01");

    private Agents() {}

    /** The object that an agent is run by. */
    enum Shape {
        DEPLOYMENT,
        STATEFUL_SET,
        DAEMON_SET,
        CRON_JOB,
        KAGENT,
        INFERENCE_SERVICE,
        ROLLOUT,
        SANDBOX,
        MODEL
    }

    /**
     * One agent.
     *
     * @param owner `argo`, `helm`, `flux` or empty: who would undo a change
     * @param isolation a RuntimeClass, empty for the default of the node
     */
    record Agent(
            String team,
            String name,
            Shape shape,
            int replicas,
            boolean gpu,
            boolean untrusted,
            String isolation,
            String model,
            String owner) {}

    static String name(int index) {
        return switch (index) {
            case 0 -> "refund-planner";
            case 1 -> "kyc-vision";
            case 2 -> "search-router";
            case 3 -> "invoice-writer";
            case 4 -> "triage";
            default ->
                    FIRST.get(index % FIRST.size())
                            + "-"
                            + SECOND.get(index / FIRST.size() % SECOND.size())
                            + (index >= 75 ? "-" + index / 75 : "");
        };
    }

    static Shape shape(int index) {
        return switch (index % 30) {
            case 8 -> Shape.STATEFUL_SET;
            case 11 -> Shape.KAGENT;
            case 13 -> Shape.INFERENCE_SERVICE;
            case 17 -> Shape.ROLLOUT;
            case 19 -> Shape.SANDBOX;
            case 21 -> Shape.DAEMON_SET;
            case 23 -> Shape.CRON_JOB;
            case 25 -> Shape.MODEL;
            default -> Shape.DEPLOYMENT;
        };
    }

    static Agent agent(int index, int replicas, SplittableRandom random) {
        Shape shape = shape(index);
        boolean untrusted = index % 15 == 7 || shape == Shape.SANDBOX;
        String isolation =
                shape == Shape.SANDBOX
                        ? "kata-fc"
                        : !untrusted ? "" : index % 2 == 1 ? "gvisor" : "";
        return new Agent(
                TEAMS.get(index % TEAMS.size()),
                name(index),
                shape,
                replicas,
                index % 12 == 5 || shape == Shape.INFERENCE_SERVICE || shape == Shape.MODEL,
                untrusted,
                isolation,
                MODELS.get(random.nextInt(MODELS.size())),
                switch (index % 5) {
                    case 0 -> "argo";
                    case 2 -> "helm";
                    case 4 -> "flux";
                    default -> "";
                });
    }
}
