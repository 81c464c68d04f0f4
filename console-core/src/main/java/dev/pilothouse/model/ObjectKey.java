package dev.pilothouse.model;

/** Identifies one object of one cluster. `namespace` is empty for kinds that have none. */
public record ObjectKey(ClusterId cluster, Kind kind, String namespace, String name) {
    /** `deployment refund/refund-planner`, for sentences. */
    public String words() {
        return kind.word() + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
    }

    @Override
    public String toString() {
        return words() + " in " + cluster;
    }
}
