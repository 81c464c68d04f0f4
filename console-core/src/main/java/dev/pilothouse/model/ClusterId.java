package dev.pilothouse.model;

/** Names one cluster as the user knows it: the kubeconfig context. */
public record ClusterId(String name) implements Comparable<ClusterId> {
    @Override
    public int compareTo(ClusterId other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
