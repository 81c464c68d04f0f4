package dev.pilothouse.demo.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.state.Tree;

/**
 * Says who wrote which field, as every object of a real server does: nobody reads it, and a third
 * of what a client is sent is made of it (fieldpath of sigs.k8s.io/structured-merge-diff).
 */
final class ManagedFields {
    private ManagedFields() {}

    /** The entries of a pod with that template; `AT` stands for the time. */
    static String of(JsonNode metadata, JsonNode spec) {
        ObjectNode fields = Tree.object();
        fields.set("f:metadata", fields(metadata, "labels", "annotations"));
        ObjectNode inside = Tree.object();
        spec.properties()
                .forEach(field -> inside.set("f:" + field.getKey(), value(field.getValue())));
        fields.set("f:spec", inside);
        ObjectNode conditions = Tree.of(".", Tree.object());
        for (String type : new String[] {"ContainersReady", "Initialized", "Ready"}) {
            ObjectNode condition = Tree.of(".", Tree.object());
            for (String name :
                    new String[] {"lastTransitionTime", "observedGeneration", "status", "type"}) {
                condition.set("f:" + name, Tree.object());
            }
            conditions.set("k:{\"type\":\"" + type + "\"}", condition);
        }
        ObjectNode status = Tree.of("f:conditions", conditions);
        for (String name :
                new String[] {"containerStatuses", "hostIP", "phase", "podIP", "startTime"}) {
            status.set("f:" + name, Tree.object());
        }
        ObjectNode kubelet = entry("kubelet", Tree.of("f:status", status));
        return Tree.list(
                        entry("kube-controller-manager", fields),
                        kubelet.put("subresource", "status"))
                .toString();
    }

    private static ObjectNode entry(String manager, ObjectNode fields) {
        ObjectNode entry = Tree.of("manager", manager, "operation", "Update", "apiVersion", "v1");
        return entry.put("time", "AT").put("fieldsType", "FieldsV1").set("fieldsV1", fields);
    }

    private static ObjectNode fields(JsonNode from, String... names) {
        ObjectNode all = Tree.object();
        for (String name : names) {
            if (from.has(name)) {
                all.set("f:" + name, value(from.path(name)));
            }
        }
        return all;
    }

    private static ObjectNode value(JsonNode node) {
        ObjectNode all = Tree.object();
        if (node.isObject() && !node.isEmpty()) {
            all.set(".", Tree.object());
            node.properties()
                    .forEach(field -> all.set("f:" + field.getKey(), value(field.getValue())));
        } else if (node.isArray() && node.path(0).has("name")) {
            for (JsonNode one : node) {
                all.set("k:{\"name\":\"" + Tree.text(one, "name") + "\"}", value(one));
            }
        }
        return all;
    }
}
