package dev.pilothouse.demo.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pilothouse.demo.state.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** A row of nodes. */
final class NodeColumns {
    private static final String ROLE = "node-role.kubernetes.io/";

    private NodeColumns() {}

    static List<Columns.Column> add(List<Columns.Column> columns) {
        columns.add(Columns.text("Status", 0, (o, now) -> status(o)));
        columns.add(Columns.text("Roles", 0, (o, now) -> roles(o)));
        columns.add(
                Columns.text(
                        "Age",
                        0,
                        (o, now) ->
                                Ages.since(Tree.text(o, "metadata", "creationTimestamp"), now)));
        columns.add(Columns.text("Version", 0, (o, now) -> info(o, "kubeletVersion")));
        columns.add(Columns.text("Internal-IP", 1, (o, now) -> address(o, "InternalIP")));
        columns.add(Columns.text("External-IP", 1, (o, now) -> address(o, "ExternalIP")));
        columns.add(Columns.text("OS-Image", 1, (o, now) -> info(o, "osImage")));
        columns.add(Columns.text("Kernel-Version", 1, (o, now) -> kernel(o)));
        columns.add(
                Columns.text(
                        "Container-Runtime", 1, (o, now) -> info(o, "containerRuntimeVersion")));
        return columns;
    }

    private static String info(JsonNode node, String name) {
        String text = Tree.text(node, "status", "nodeInfo", name);
        return text.isEmpty() ? "<unknown>" : text;
    }

    private static String kernel(JsonNode node) {
        String machine = Tree.text(node, "status", "nodeInfo", "architecture");
        return info(node, "kernelVersion") + (machine.isEmpty() ? "" : " (" + machine + ")");
    }

    private static String address(JsonNode node, String type) {
        for (JsonNode address : node.path("status").path("addresses")) {
            if (Tree.text(address, "type").equals(type)) {
                return Tree.text(address, "address");
            }
        }
        return "<none>";
    }

    private static String status(JsonNode node) {
        List<String> words = new ArrayList<>();
        for (JsonNode condition : node.path("status").path("conditions")) {
            if (Tree.text(condition, "type").equals("Ready")) {
                words.add(Tree.text(condition, "status").equals("True") ? "Ready" : "NotReady");
            }
        }
        if (words.isEmpty()) {
            words.add("Unknown");
        }
        if (node.path("spec").path("unschedulable").asBoolean()) {
            words.add("SchedulingDisabled");
        }
        return String.join(",", words);
    }

    private static String roles(JsonNode node) {
        TreeSet<String> roles = new TreeSet<>();
        Tree.map(node.path("metadata").path("labels")).keySet().stream()
                .filter(label -> label.startsWith(ROLE))
                .forEach(label -> roles.add(label.substring(ROLE.length())));
        return roles.isEmpty() ? "<none>" : String.join(",", roles);
    }
}
