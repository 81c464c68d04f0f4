package dev.pilothouse.connectors.kube;

import dev.pilothouse.model.EventRow;
import dev.pilothouse.model.ObjectKey;
import dev.pilothouse.store.FleetStores;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** An object in lines a person reads: what it is, how it stands, what happened to it. */
final class Describe {
    private static final int EVENTS = 12;

    private final FleetStores stores;
    private final StringBuilder out = new StringBuilder();

    Describe(FleetStores stores) {
        this.stores = stores;
    }

    String text(ObjectKey key, Json object) {
        Json metadata = object.at("metadata");
        line("Name", key.name());
        line("Namespace", key.namespace());
        line("Kind", key.kind().kindName() + " (" + key.kind().apiVersion() + ")");
        line("Cluster", key.cluster().name());
        line("Created", metadata.text("creationTimestamp"));
        for (Json owner : metadata.list("ownerReferences")) {
            line("Controlled by", owner.text("kind") + "/" + owner.text("name"));
        }
        map("Labels", metadata.texts("labels"));
        map("Annotations", annotations(metadata));
        section(object, "spec", "Spec");
        section(object, "status", "Status");
        events(key);
        return out.toString();
    }

    private static Map<String, String> annotations(Json metadata) {
        Map<String, String> shown = new java.util.TreeMap<>(metadata.texts("annotations"));
        shown.remove("kubectl.kubernetes.io/last-applied-configuration");
        return shown;
    }

    private void line(String name, String value) {
        if (!value.isEmpty()) {
            out.append(name)
                    .append(":")
                    .append(" ".repeat(Math.max(1, 15 - name.length())))
                    .append(value)
                    .append('\n');
        }
    }

    private void map(String name, Map<String, String> values) {
        boolean first = true;
        for (Map.Entry<String, String> entry : new java.util.TreeMap<>(values).entrySet()) {
            line(first ? name : " ".repeat(name.length()), entry.getKey() + "=" + entry.getValue());
            first = false;
        }
    }

    private void section(Json object, String field, String title) {
        Object value = Redaction.of(object.at(field).fields());
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            out.append('\n').append(title).append(":\n");
            tree(map, 1);
        }
    }

    private void tree(Object value, int depth) {
        String pad = "  ".repeat(depth);
        if (value instanceof Map<?, ?> map) {
            map.forEach(
                    (key, inner) -> {
                        if (inner instanceof Map<?, ?> || inner instanceof List<?>) {
                            out.append(pad).append(key).append(":\n");
                            tree(inner, depth + 1);
                        } else {
                            out.append(pad).append(key).append(": ").append(inner).append('\n');
                        }
                    });
        } else if (value instanceof List<?> list) {
            for (Object item : list) {
                if (item instanceof Map<?, ?>) {
                    out.append(pad).append("-\n");
                    tree(item, depth + 1);
                } else {
                    out.append(pad).append("- ").append(item).append('\n');
                }
            }
        }
    }

    private void events(ObjectKey key) {
        List<EventRow> events =
                stores.events().values().stream()
                        .filter(event -> event.key().cluster().equals(key.cluster()))
                        .filter(
                                event ->
                                        event.about().kind().equals(key.kind().kindName())
                                                && event.about().namespace().equals(key.namespace())
                                                && event.about().name().equals(key.name()))
                        .sorted(Comparator.comparing(EventRow::last).reversed())
                        .limit(EVENTS)
                        .toList();
        out.append("\nEvents:").append(events.isEmpty() ? " none\n" : "\n");
        for (EventRow event : events) {
            out.append("  ")
                    .append(event.last())
                    .append("  ")
                    .append(event.warning() ? "Warning " : "Normal  ")
                    .append(event.reason())
                    .append("  ")
                    .append(event.count() > 1 ? "(x" + event.count() + ") " : "")
                    .append(event.message())
                    .append('\n');
        }
    }
}
