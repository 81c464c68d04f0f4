package dev.pilothouse.present;

import java.util.Set;

/** The clusters and namespaces a view is narrowed to; empty sets mean all. */
record Scope(Set<String> clusters, Set<String> namespaces) {
    static final Scope ALL = new Scope(Set.of(), Set.of());

    Scope {
        clusters = Set.copyOf(clusters);
        namespaces = Set.copyOf(namespaces);
    }

    <R> boolean holds(TableSpec.About<R> about, R row) {
        if (!clusters.isEmpty() && !clusters.contains(about.cluster(row))) {
            return false;
        }
        if (namespaces.isEmpty()) {
            return true;
        }
        String namespace = about.namespace(row);
        return namespace.isEmpty() || namespaces.contains(namespace);
    }
}
