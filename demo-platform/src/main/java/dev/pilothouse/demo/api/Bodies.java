package dev.pilothouse.demo.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.state.Item;
import dev.pilothouse.demo.state.Resource;
import dev.pilothouse.demo.state.Tree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Objects in the form that was asked for: as they are, as rows of a table, or their metadata. */
final class Bodies {
    private final Resource resource;
    private final Request.Shape shape;
    private final String included;
    private final Instant now;

    /**
     * @param included what a table's row has besides its cells: `Metadata`, `Object` or `None`
     */
    Bodies(Resource resource, Request.Shape shape, String included, Instant now) {
        this.resource = resource;
        this.shape = shape;
        this.included = included;
        this.now = now;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] kind() {
        return utf8(
                "{\"kind\":\""
                        + resource.kind()
                        + "\",\"apiVersion\":\""
                        + resource.apiVersion()
                        + "\",");
    }

    /** One object by itself. */
    byte[] one(Item item) {
        return switch (shape) {
            case TABLE -> Tree.bytes(table(List.of(item), Long.toString(item.version()), true));
            case METADATA -> Tree.bytes(metadata(item));
            case PLAIN, AGGREGATED, REFUSED -> whole(item);
        };
    }

    private byte[] whole(Item item) {
        byte[] kind = kind();
        byte[] body = item.json();
        byte[] all = new byte[kind.length + body.length - 1];
        System.arraycopy(kind, 0, all, 0, kind.length);
        System.arraycopy(body, 1, all, kind.length, body.length - 1);
        return all;
    }

    private static ObjectNode metadata(Item item) {
        ObjectNode partial =
                Tree.of("kind", "PartialObjectMetadata", "apiVersion", "meta.k8s.io/v1");
        partial.set("metadata", item.tree().path("metadata"));
        return partial;
    }

    /** Many objects; `about` is the metadata of the list. */
    byte[] list(List<Item> items, ObjectNode about) {
        return switch (shape) {
            case TABLE -> {
                ObjectNode table = table(items, "", true);
                table.set("metadata", about);
                yield Tree.bytes(table);
            }
            case METADATA -> {
                ObjectNode list =
                        Tree.of(
                                "kind",
                                "PartialObjectMetadataList",
                                "apiVersion",
                                "meta.k8s.io/v1",
                                "metadata",
                                about);
                ArrayNode all = list.putArray("items");
                items.forEach(item -> all.add(metadata(item)));
                yield Tree.bytes(list);
            }
            case PLAIN, AGGREGATED, REFUSED -> plain(items, about);
        };
    }

    private byte[] plain(List<Item> items, ObjectNode about) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256 + items.size() * 3_000);
        try {
            plain(items, about, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** True for a list that is better written as it goes: 25,000 pods are 110 MB. */
    boolean large(List<Item> items) {
        return shape == Request.Shape.PLAIN && items.size() > 2_000;
    }

    void plain(List<Item> items, ObjectNode about, OutputStream out) throws IOException {
        out.write(
                utf8(
                        "{\"kind\":\""
                                + resource.kind()
                                + "List\",\"apiVersion\":\""
                                + resource.apiVersion()
                                + "\",\"metadata\":"
                                + about
                                + ",\"items\":["));
        boolean first = true;
        for (Item item : items) {
            if (!first) {
                out.write(',');
            }
            first = false;
            // Items of a list say their kind only where the kind is a custom one.
            out.write(resource.has("custom") ? whole(item) : item.json());
        }
        out.write(utf8("]}"));
    }

    private ObjectNode table(List<Item> items, String version, boolean definitions) {
        ObjectNode table = Tree.of("kind", "Table", "apiVersion", "meta.k8s.io/v1");
        table.set(
                "metadata",
                version.isEmpty() ? Tree.object() : Tree.of("resourceVersion", version));
        List<Columns.Column> columns = Columns.of(resource);
        ArrayNode heads = Tree.array();
        if (definitions) {
            columns.forEach(column -> heads.add(Columns.definition(column)));
            table.set("columnDefinitions", heads);
        } else {
            table.putNull("columnDefinitions");
        }
        ArrayNode rows = table.putArray("rows");
        for (Item item : items) {
            ObjectNode tree = item.tree();
            ArrayNode cells = Tree.array();
            columns.forEach(column -> cells.add(column.cell().apply(tree, now)));
            ObjectNode row = Tree.of("cells", cells);
            switch (included) {
                case "None" -> {}
                case "Object" -> {
                    ObjectNode object =
                            Tree.of("kind", resource.kind(), "apiVersion", resource.apiVersion());
                    object.setAll(tree);
                    row.set("object", object);
                }
                default -> row.set("object", metadata(item));
            }
            rows.add(row);
        }
        return table;
    }

    /** An event of a watch, with its newline. */
    byte[] event(String type, Item item, boolean first) {
        byte[] body =
                shape == Request.Shape.TABLE
                        ? Tree.bytes(table(List.of(item), Long.toString(item.version()), first))
                        : one(item);
        return event(type, body);
    }

    static byte[] event(String type, byte[] body) {
        byte[] before = utf8("{\"type\":\"" + type + "\",\"object\":");
        byte[] all = new byte[before.length + body.length + 2];
        System.arraycopy(before, 0, all, 0, before.length);
        System.arraycopy(body, 0, all, before.length, body.length);
        all[all.length - 2] = '}';
        all[all.length - 1] = '\n';
        return all;
    }

    /** A bookmark: all up to that version was sent; `end` closes the objects that were there. */
    byte[] bookmark(long version, boolean end) {
        ObjectNode metadata = Tree.of("resourceVersion", Long.toString(version));
        if (end) {
            metadata.set("annotations", Tree.of("k8s.io/initial-events-end", "true"));
        }
        ObjectNode object = Tree.of("kind", resource.kind(), "apiVersion", resource.apiVersion());
        object.set("metadata", metadata);
        if (shape == Request.Shape.TABLE) {
            ObjectNode partial =
                    Tree.of("kind", "PartialObjectMetadata", "apiVersion", "meta.k8s.io/v1");
            partial.set("metadata", metadata);
            ObjectNode row = Tree.object();
            row.putNull("cells");
            row.set("object", partial);
            object = Tree.of("kind", "Table", "apiVersion", "meta.k8s.io/v1");
            object.set("metadata", Tree.of("resourceVersion", Long.toString(version)));
            object.putNull("columnDefinitions");
            object.set("rows", Tree.list(row));
        } else if (shape == Request.Shape.METADATA) {
            object = Tree.of("kind", "PartialObjectMetadata", "apiVersion", "meta.k8s.io/v1");
            object.set("metadata", metadata);
        } else if (resource.kind().equals("Pod")) {
            object.set("spec", Tree.object().putNull("containers"));
            object.set("status", Tree.object());
        }
        return event("BOOKMARK", Tree.bytes(object));
    }
}
