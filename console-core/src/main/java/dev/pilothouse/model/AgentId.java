package dev.pilothouse.model;

/** One agent of one cluster. The same name in two namespaces is two agents. */
public record AgentId(ClusterId cluster, String namespace, String name) {
    /** `refund/refund-planner`. */
    public String words() {
        return namespace + "/" + name;
    }
}
