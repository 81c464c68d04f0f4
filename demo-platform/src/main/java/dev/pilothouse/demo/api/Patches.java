package dev.pilothouse.demo.api;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.state.Tree;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The three kinds of patches: JSON merge patch (RFC 7396), JSON patch (RFC 6902) without move and
 * copy, and the strategic merge patch of Kubernetes, whose lists of named things are merged by
 * name.
 */
final class Patches {
    private static final Map<String, String> KEYS =
            Map.of(
                    "containers", "name",
                    "initContainers", "name",
                    "env", "name",
                    "volumes", "name",
                    "volumeMounts", "mountPath",
                    "ports", "containerPort",
                    "conditions", "type",
                    "ownerReferences", "uid");

    private Patches() {}

    static void apply(String type, ObjectNode object, JsonNode patch) throws Reply.Failure {
        if (type.startsWith("application/json-patch+json")) {
            json(object, patch);
        } else if (type.startsWith("application/merge-patch+json")) {
            merge(object, patch, false);
        } else if (type.startsWith("application/strategic-merge-patch+json")) {
            merge(object, patch, true);
        } else {
            throw new Reply.Failure(
                    415,
                    "UnsupportedMediaType",
                    "the body of the request was in an unknown format - accepted media types"
                            + " include: application/json-patch+json, application/merge-patch+json,"
                            + " application/strategic-merge-patch+json");
        }
    }

    private static void merge(ObjectNode into, JsonNode patch, boolean strategic) {
        if (strategic && Tree.text(patch, "$patch").equals("replace")) {
            into.removeAll();
        }
        for (var field : patch.properties()) {
            String name = field.getKey();
            JsonNode value = field.getValue();
            if (name.startsWith("$")) {
                continue;
            }
            if (value.isNull()) {
                into.remove(name);
            } else if (value.isObject()) {
                merge(into.withObjectProperty(name), value, strategic);
            } else if (strategic && value.isArray() && KEYS.containsKey(name)) {
                into.set(name, lists(into.path(name), value, KEYS.getOrDefault(name, "name")));
            } else {
                into.set(name, value.deepCopy());
            }
        }
    }

    private static ArrayNode lists(JsonNode known, JsonNode patch, String key) {
        ArrayNode all = Tree.array();
        known.forEach(one -> all.add(one.deepCopy()));
        for (JsonNode one : patch) {
            int at = find(all, key, one.path(key));
            if (Tree.text(one, "$patch").equals("delete")) {
                if (at >= 0) {
                    all.remove(at);
                }
            } else if (at < 0) {
                all.add(one.deepCopy());
            } else {
                merge((ObjectNode) all.path(at), one, true);
            }
        }
        return all;
    }

    private static int find(ArrayNode all, String key, JsonNode value) {
        for (int i = 0; i < all.size(); i++) {
            if (all.path(i).path(key).equals(value)) {
                return i;
            }
        }
        return -1;
    }

    private static void json(ObjectNode object, JsonNode operations) throws Reply.Failure {
        for (JsonNode operation : operations) {
            JsonPointer path = JsonPointer.compile(Tree.text(operation, "path"));
            JsonPointer head = path.head();
            JsonNode parent = object.at(head == null ? JsonPointer.empty() : head);
            String last = path.last() == null ? "" : path.last().getMatchingProperty();
            one(Tree.text(operation, "op"), parent, last, operation.path("value"));
        }
    }

    private static void one(String op, JsonNode parent, String name, @Nullable JsonNode value)
            throws Reply.Failure {
        boolean there = parent.has(name) || (parent.isArray() && name.matches("\\d+"));
        boolean ok =
                switch (op) {
                    case "test" -> parent.path(name).equals(value);
                    case "add" -> put(parent, name, value, true);
                    case "replace" -> there && put(parent, name, value, false);
                    case "remove" -> there && remove(parent, name);
                    default -> false;
                };
        if (!ok) {
            throw new Reply.Failure(
                    422,
                    "Invalid",
                    "the server rejected our request due to an error in our request");
        }
    }

    private static boolean put(
            JsonNode parent, String name, @Nullable JsonNode value, boolean insert) {
        switch (parent) {
            case ObjectNode object -> object.set(name, value);
            case ArrayNode array -> {
                if (name.equals("-")) {
                    array.add(value);
                } else if (insert) {
                    array.insert(Integer.parseInt(name), value);
                } else {
                    array.set(Integer.parseInt(name), value);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean remove(JsonNode parent, String name) {
        return switch (parent) {
            case ObjectNode object -> object.remove(name) != null;
            case ArrayNode array -> array.remove(Integer.parseInt(name)) != null;
            default -> false;
        };
    }
}
