package dev.pilothouse.demo.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.pilothouse.demo.state.Tree;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A row of events. */
final class EventColumns {
    private EventColumns() {}

    static List<Columns.Column> all() {
        return List.of(
                Columns.text("Last Seen", 0, (o, now) -> since(o, "lastTimestamp", now)),
                Columns.text("Type", 0, (o, now) -> Tree.text(o, "type")),
                Columns.text("Reason", 0, (o, now) -> Tree.text(o, "reason")),
                Columns.text("Object", 0, (o, now) -> object(o)),
                Columns.text(
                        "Subobject", 1, (o, now) -> Tree.text(o, "involvedObject", "fieldPath")),
                Columns.text("Source", 1, (o, now) -> source(o)),
                Columns.text("Message", 0, (o, now) -> Tree.text(o, "message").strip()),
                Columns.text("First Seen", 1, (o, now) -> since(o, "firstTimestamp", now)),
                new Columns.Column(
                        "Count",
                        "integer",
                        "",
                        1,
                        (o, now) -> IntNode.valueOf(Math.max(1, Tree.number(o, "count")))),
                new Columns.Column(
                        "Name",
                        "string",
                        "name",
                        1,
                        (o, now) ->
                                com.fasterxml.jackson.databind.node.TextNode.valueOf(
                                        Tree.name(o))));
    }

    private static String since(JsonNode event, String field, Instant now) {
        String time = Tree.text(event, field);
        return Ages.since(time.isEmpty() ? Tree.text(event, "eventTime") : time, now);
    }

    private static String object(JsonNode event) {
        return Tree.text(event, "involvedObject", "kind").toLowerCase(Locale.ROOT)
                + "/"
                + Tree.text(event, "involvedObject", "name");
    }

    private static String source(JsonNode event) {
        String host = Tree.text(event, "source", "host");
        return Tree.text(event, "source", "component") + (host.isEmpty() ? "" : ", " + host);
    }
}
