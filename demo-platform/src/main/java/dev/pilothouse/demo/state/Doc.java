package dev.pilothouse.demo.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** An object kept as its JSON, since a tree of it takes ten times as much. */
public final class Doc implements Item {
    private final String namespace;
    private final String name;
    private final long version;
    private final Map<String, String> labels;
    private final byte[] json;

    private Doc(ObjectNode tree, ObjectNode body, long version) {
        namespace = Tree.namespace(tree);
        name = Tree.name(tree);
        this.version = version;
        labels = Map.copyOf(Tree.map(tree.path("metadata").path("labels")));
        json = Tree.bytes(body);
    }

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
        return new Doc(tree, body, version);
    }

    @Override
    public String namespace() {
        return namespace;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public Map<String, String> labels() {
        return labels;
    }

    /** Not to be written to. */
    @Override
    public byte[] json() {
        return json;
    }

    @Override
    public String toString() {
        return key() + "@" + version;
    }
}
