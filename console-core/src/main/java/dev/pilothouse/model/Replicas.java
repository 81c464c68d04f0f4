package dev.pilothouse.model;

/** Counts of a workload as its controller reports them; each 0 and up. */
public record Replicas(int desired, int current, int updated, int ready, int available) {
    public static final Replicas NONE = new Replicas(0, 0, 0, 0, 0);
}
