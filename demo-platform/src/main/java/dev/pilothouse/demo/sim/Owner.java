package dev.pilothouse.demo.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.state.Tree;

/** Who controls an object. */
record Owner(String apiVersion, String kind, String name, String uid) {
    static final Owner NONE = new Owner("", "", "", "");

    static Owner of(String apiVersion, String kind, JsonNode object) {
        return new Owner(apiVersion, kind, Tree.name(object), Tree.uid(object));
    }

    /** The controller of an object, or NONE. */
    static Owner controlling(JsonNode object) {
        for (JsonNode owner : object.path("metadata").path("ownerReferences")) {
            if (owner.path("controller").asBoolean()) {
                return new Owner(
                        Tree.text(owner, "apiVersion"),
                        Tree.text(owner, "kind"),
                        Tree.text(owner, "name"),
                        Tree.text(owner, "uid"));
            }
        }
        return NONE;
    }

    boolean none() {
        return name.isEmpty();
    }

    /** Unique in a cluster among what is alive. */
    String key(String namespace) {
        return none() ? "" : kind + "/" + namespace + "/" + name;
    }

    JsonNode references() {
        if (none()) {
            return Tree.array();
        }
        ObjectNode reference =
                Tree.of("apiVersion", apiVersion, "kind", kind, "name", name, "uid", uid);
        return Tree.list(reference.put("controller", true).put("blockOwnerDeletion", true));
    }
}
