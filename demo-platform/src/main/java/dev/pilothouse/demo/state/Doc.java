package dev.pilothouse.demo.state;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.Map;

/** An object kept as its JSON, since a tree of it takes ten times as much. */
public record Doc(
        String namespace, String name, long version, Map<String, String> labels, byte[] json)
        implements Item {
    /** Freezes a tree; its kind and apiVersion are left out. */
    public static Doc of(ObjectNode tree, long version) {
        ObjectNode body = Tree.object();
        Tree.metadata(tree).put("resourceVersion", Long.toString(version));
        body.set("metadata", tree.path("metadata"));
        tree.properties()
                .forEach(
                        field -> {
                            if (!field.getKey().equals("kind")
                                    && !field.getKey().equals("apiVersion")) {
                                body.set(field.getKey(), field.getValue());
                            }
                        });
        return new Doc(
                Tree.namespace(tree),
                Tree.name(tree),
                version,
                Map.copyOf(Tree.map(tree.path("metadata").path("labels"))),
                Tree.bytes(body));
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return key() + "@" + version;
    }
}
