package dev.pilothouse.present;

/** The screens, with the word that opens each (`:pods`, the palette, `pilothouse get pods`). */
public enum ScreenKind {
    FLEET("agents", "Agents", "Fleet of agents, problems first"),
    AGENT("agent", "Agent", "One agent: versions, pods, events"),
    WORKLOADS("workloads", "Workloads", "Deployments, sets, jobs and custom resources"),
    PODS("pods", "Pods", "Pods of all open clusters"),
    NODES("nodes", "Nodes", "Nodes, their devices and health"),
    EVENTS("events", "Events", "Kubernetes events, newest first"),
    VERSIONS("versions", "Versions", "Versions of the agents, newest first"),
    CLUSTERS(
            "clusters",
            "Clusters",
            "Contexts of the kubeconfig, their state and what may be done there"),
    EXPLAIN("explain", "Explain", "Why something is unhealthy, with the evidence"),
    LOGS("logs", "Logs", "Logs of a pod or of all pods of an agent"),
    YAML("yaml", "YAML", "The object as the API server has it"),
    DESCRIBE("describe", "Describe", "The object in words, with its events"),
    TIMELINE("timeline", "Timeline", "Events, restarts and rollouts of one object, newest first"),
    JOURNAL("journal", "Journal", "What was changed from this console"),
    SELF("self", "Console", "Memory, watches, API calls and ages of this console");

    private final String word;
    private final String title;
    private final String help;

    ScreenKind(String word, String title, String help) {
        this.word = word;
        this.title = title;
        this.help = help;
    }

    public String word() {
        return word;
    }

    public String title() {
        return title;
    }

    public String help() {
        return help;
    }
}
