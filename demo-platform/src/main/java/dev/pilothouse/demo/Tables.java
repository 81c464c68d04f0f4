package dev.pilothouse.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Server-side tables, which is what `kubectl get` prints. */
final class Tables {
    private Tables() {}

    static ObjectNode of(Resource resource, List<ObjectNode> objects, long version, Instant now) {
        ObjectNode table =
                Tree.of(
                        "kind",
                        "Table",
                        "apiVersion",
                        "meta.k8s.io/v1",
                        "metadata",
                        Tree.of("resourceVersion", Long.toString(version)));
        ArrayNode columns = table.putArray("columnDefinitions");
        for (String name : names(resource)) {
            columns.add(
                    Tree.of(
                            "name",
                            name,
                            "type",
                            "string",
                            "format",
                            name.equals("Name") ? "name" : "",
                            "description",
                            name,
                            "priority",
                            0));
        }
        ArrayNode rows = table.putArray("rows");
        for (ObjectNode object : objects) {
            ObjectNode row = Tree.object();
            ArrayNode cells = row.putArray("cells");
            cells(resource, object, now).forEach(cells::add);
            row.set(
                    "object",
                    Tree.of(
                            "kind",
                            "PartialObjectMetadata",
                            "apiVersion",
                            "meta.k8s.io/v1",
                            "metadata",
                            object.path("metadata")));
            rows.add(row);
        }
        return table;
    }

    private static List<String> names(Resource resource) {
        return switch (resource) {
            case PODS -> List.of("Name", "Ready", "Status", "Restarts", "Age");
            case DEPLOYMENTS -> List.of("Name", "Ready", "Up-to-date", "Available", "Age");
            case REPLICA_SETS -> List.of("Name", "Desired", "Current", "Ready", "Age");
            case NODES -> List.of("Name", "Status", "Roles", "Age", "Version");
            case EVENTS -> List.of("Last Seen", "Type", "Reason", "Object", "Message");
            default -> List.of("Name", "Age");
        };
    }

    private static List<String> cells(Resource resource, ObjectNode object, Instant now) {
        String name = Tree.name(object);
        String age = age(object, now);
        JsonNode status = object.path("status");
        JsonNode spec = object.path("spec");
        return switch (resource) {
            case PODS -> {
                JsonNode container = status.path("containerStatuses").path(0);
                boolean ready = container.path("ready").asBoolean();
                String waiting = container.path("state").path("waiting").path("reason").asText("");
                yield List.of(
                        name,
                        (ready ? 1 : 0) + "/1",
                        waiting.isEmpty() ? status.path("phase").asText() : waiting,
                        container.path("restartCount").asText("0"),
                        age);
            }
            case DEPLOYMENTS ->
                    List.of(
                            name,
                            status.path("readyReplicas").asInt()
                                    + "/"
                                    + spec.path("replicas").asInt(),
                            status.path("updatedReplicas").asText("0"),
                            status.path("availableReplicas").asText("0"),
                            age);
            case REPLICA_SETS ->
                    List.of(
                            name,
                            spec.path("replicas").asText("0"),
                            status.path("replicas").asText("0"),
                            status.path("readyReplicas").asText("0"),
                            age);
            case NODES ->
                    List.of(
                            name,
                            "Ready",
                            "agent",
                            age,
                            status.path("nodeInfo").path("kubeletVersion").asText());
            case EVENTS ->
                    List.of(
                            age,
                            object.path("type").asText(),
                            object.path("reason").asText(),
                            object.path("involvedObject").path("kind").asText()
                                    + "/"
                                    + object.path("involvedObject").path("name").asText(),
                            object.path("message").asText());
            default -> List.of(name, age);
        };
    }

    private static String age(ObjectNode object, Instant now) {
        Duration age =
                Duration.between(
                        Instant.parse(object.path("metadata").path("creationTimestamp").asText()),
                        now);
        return age.toDays() > 1
                ? age.toDays() + "d"
                : age.toHours() > 1
                        ? age.toHours() + "h"
                        : age.toMinutes() > 1
                                ? age.toMinutes() + "m"
                                : Math.max(0, age.toSeconds()) + "s";
    }
}
