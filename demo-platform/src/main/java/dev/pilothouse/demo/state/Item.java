package dev.pilothouse.demo.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** One stored object; never changed, only replaced. */
public interface Item {
    /** Empty for what belongs to the cluster. */
    String namespace();

    String name();

    /** The resourceVersion that the object got when it was stored. */
    long version();

    Map<String, String> labels();

    /** UTF-8 JSON that begins with `{"metadata":`, as items of a list are written. */
    byte[] json();

    /** A fresh tree, without kind and apiVersion, to be changed at will. */
    default ObjectNode tree() {
        return Tree.parse(json());
    }

    /** A value for field selectors, such as `spec.nodeName`; empty where there is none. */
    default String field(String path) {
        return switch (path) {
            case "metadata.name" -> name();
            case "metadata.namespace" -> namespace();
            default -> Tree.text(tree(), path.split("\\."));
        };
    }

    default String key() {
        return key(namespace(), name());
    }

    static String key(String namespace, String name) {
        return namespace + "/" + name;
    }
}
