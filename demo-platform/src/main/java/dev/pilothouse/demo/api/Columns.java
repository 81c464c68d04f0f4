package dev.pilothouse.demo.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.pilothouse.demo.state.Resource;
import dev.pilothouse.demo.state.Tree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The columns of each kind as kube-apiserver prints them (pkg/printers/internalversion). */
final class Columns {
    private Columns() {}

    /** One column; wide ones have a priority above 0. */
    record Column(
            String name,
            String type,
            String format,
            int priority,
            BiFunction<JsonNode, Instant, JsonNode> cell) {}

    private static final class Builder {
        final List<Column> columns = new ArrayList<>();

        Builder add(Column column) {
            columns.add(column);
            return this;
        }

        Builder name() {
            return add(
                    new Column(
                            "Name",
                            "string",
                            "name",
                            0,
                            (o, now) -> TextNode.valueOf(Tree.name(o))));
        }

        Builder text(String name, Function<JsonNode, String> cell) {
            return add(
                    new Column(name, "string", "", 0, (o, now) -> TextNode.valueOf(cell.apply(o))));
        }

        Builder wide(String name, Function<JsonNode, String> cell) {
            return add(
                    new Column(name, "string", "", 1, (o, now) -> TextNode.valueOf(cell.apply(o))));
        }

        Builder number(String name, String... path) {
            return add(
                    new Column(
                            name,
                            "integer",
                            "",
                            0,
                            (o, now) -> IntNode.valueOf(Tree.number(o, path))));
        }

        Builder since(String name, String... path) {
            return add(
                    new Column(
                            name,
                            "string",
                            "",
                            0,
                            (o, now) -> TextNode.valueOf(Ages.since(Tree.text(o, path), now))));
        }

        Builder age() {
            return since("Age", "metadata", "creationTimestamp");
        }

        /** Containers, images and, where given, the selector of a template. */
        Builder containers(String... template) {
            wide("Containers", o -> list(Tree.at(o, template), "name"));
            return wide("Images", o -> list(Tree.at(o, template), "image"));
        }

        Builder selector() {
            return wide("Selector", o -> Columns.selector(o.path("spec").path("selector")));
        }
    }

    private static final String[] TEMPLATE = {"spec", "template"};

    static List<Column> of(Resource resource) {
        Builder table = new Builder().name();
        return switch (resource.kind()) {
            case "Pod" -> PodColumns.add(table.columns);
            case "Event" -> EventColumns.all();
            case "Node" -> NodeColumns.add(table.columns);
            case "Deployment" -> deployment(table);
            case "ReplicaSet" -> replicaSet(table);
            case "StatefulSet" ->
                    table.text("Ready", o -> share(o, "readyReplicas"))
                            .age()
                            .containers(TEMPLATE)
                            .columns;
            case "DaemonSet" -> daemonSet(table);
            case "Job" -> JobColumns.job(table.columns);
            case "CronJob" -> JobColumns.cron(table.columns);
            case "Namespace" ->
                    table.text("Status", o -> Tree.text(o, "status", "phase")).age().columns;
            case "ConfigMap" -> table.text("Data", o -> "" + o.path("data").size()).age().columns;
            case "ControllerRevision" ->
                    table.text("Controller", Columns::controller)
                            .number("Revision", "revision")
                            .age()
                            .columns;
            case "RuntimeClass" ->
                    table.text("Handler", o -> Tree.text(o, "handler")).age().columns;
            case "CustomResourceDefinition" ->
                    table.text("Created At", o -> Tree.text(o, "metadata", "creationTimestamp"))
                            .columns;
            case "Secret" ->
                    table.text("Type", o -> Tree.text(o, "type"))
                            .text("Data", o -> "" + o.path("data").size())
                            .age()
                            .columns;
            default -> table.age().columns;
        };
    }

    private static List<Column> deployment(Builder table) {
        return table.text("Ready", o -> share(o, "readyReplicas"))
                .number("Up-to-date", "status", "updatedReplicas")
                .number("Available", "status", "availableReplicas")
                .age()
                .containers(TEMPLATE)
                .selector()
                .columns;
    }

    private static List<Column> replicaSet(Builder table) {
        return table.number("Desired", "spec", "replicas")
                .number("Current", "status", "replicas")
                .number("Ready", "status", "readyReplicas")
                .age()
                .containers(TEMPLATE)
                .selector()
                .columns;
    }

    private static List<Column> daemonSet(Builder table) {
        return table.number("Desired", "status", "desiredNumberScheduled")
                .number("Current", "status", "currentNumberScheduled")
                .number("Ready", "status", "numberReady")
                .number("Up-to-date", "status", "updatedNumberScheduled")
                .number("Available", "status", "numberAvailable")
                .text("Node Selector", o -> nodeSelector(o))
                .age()
                .containers(TEMPLATE)
                .selector()
                .columns;
    }

    private static String nodeSelector(JsonNode set) {
        return equal(Tree.at(set, "spec", "template", "spec", "nodeSelector"));
    }

    private static String share(JsonNode object, String ready) {
        return Tree.number(object, "status", ready) + "/" + Tree.number(object, "spec", "replicas");
    }

    private static String controller(JsonNode revision) {
        JsonNode owner = revision.path("metadata").path("ownerReferences").path(0);
        return owner.isMissingNode()
                ? "<none>"
                : Tree.text(owner, "kind").toLowerCase(java.util.Locale.ROOT)
                        + ".apps/"
                        + Tree.text(owner, "name");
    }

    /** A field of all containers of a template, with commas between. */
    static String list(JsonNode template, String field) {
        List<String> all = new ArrayList<>();
        template.path("spec").path("containers").forEach(c -> all.add(Tree.text(c, field)));
        return String.join(",", all);
    }

    static String selector(JsonNode selector) {
        return equal(selector.path("matchLabels"));
    }

    private static String equal(JsonNode labels) {
        List<String> all = new ArrayList<>();
        new java.util.TreeMap<>(Tree.map(labels)).forEach((k, v) -> all.add(k + "=" + v));
        return all.isEmpty() ? "<none>" : String.join(",", all);
    }

    static Column text(String name, int priority, BiFunction<JsonNode, Instant, String> cell) {
        return new Column(
                name, "string", "", priority, (o, now) -> TextNode.valueOf(cell.apply(o, now)));
    }

    static ObjectNode definition(Column column) {
        ObjectNode definition = Tree.of("name", column.name(), "type", column.type());
        definition.put("format", column.format()).put("description", "");
        return definition.put("priority", column.priority());
    }
}
