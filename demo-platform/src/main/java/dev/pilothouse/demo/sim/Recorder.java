package dev.pilothouse.demo.sim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.state.Catalog;
import dev.pilothouse.demo.state.Doc;
import dev.pilothouse.demo.state.Item;
import dev.pilothouse.demo.state.Shelf;
import dev.pilothouse.demo.state.Tree;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/** Writes events, counts repeated ones, and forgets old ones as a real server does. */
final class Recorder {
    private static final int KEPT = 2_000;
    private static final Duration LIFE = Duration.ofHours(1);

    private final Shelf shelf;
    private final Agenda agenda;
    private final Instant begun;
    private final Map<String, String> known = new HashMap<>();
    private final ArrayDeque<String> order = new ArrayDeque<>();
    private long number;

    Recorder(Shelf shelf, Agenda agenda, Instant begun) {
        this.shelf = shelf;
        this.agenda = agenda;
        this.begun = begun;
    }

    /** What an event is about; `field` names a container or is empty. */
    record About(
            String apiVersion,
            String kind,
            String namespace,
            String name,
            String uid,
            String field) {
        static About of(String apiVersion, String kind, ObjectNode object) {
            return new About(
                    apiVersion,
                    kind,
                    Tree.namespace(object),
                    Tree.name(object),
                    Tree.uid(object),
                    "");
        }

        static About pod(Pod pod, boolean container) {
            return new About(
                    "v1",
                    "Pod",
                    pod.namespace(),
                    pod.name(),
                    pod.uid(),
                    container ? "spec.containers{" + pod.template().main() + "}" : "");
        }
    }

    void normal(About about, String component, String reason, String message) {
        record(about, component, "Normal", reason, message);
    }

    void warning(About about, String component, String reason, String message) {
        record(about, component, "Warning", reason, message);
    }

    private void record(About about, String component, String type, String reason, String message) {
        if (agenda.now().isBefore(begun.minus(LIFE))) {
            return;
        }
        String same = about.kind() + about.uid() + reason + message;
        String key = known.get(same);
        int slash = key == null ? 0 : key.indexOf('/');
        Item before =
                key == null
                        ? null
                        : shelf.get(
                                        Catalog.EVENTS,
                                        key.substring(0, slash),
                                        key.substring(slash + 1))
                                .orElse(null);
        ObjectNode event =
                before == null ? fresh(about, component, type, reason, message) : before.tree();
        event.put("count", event.path("count").asInt() + 1)
                .put("lastTimestamp", Tree.time(agenda.now()));
        Item stored = shelf.put(Catalog.EVENTS, version -> Doc.of(event, version));
        if (before == null) {
            known.put(same, stored.key());
            order.add(same);
            trim();
        }
    }

    private ObjectNode fresh(
            About about, String component, String type, String reason, String message) {
        String namespace = about.namespace().isEmpty() ? "default" : about.namespace();
        String name =
                about.name() + "." + Long.toHexString(0x18b0_0000_0000_0000L + (number++ << 20));
        ObjectNode involved =
                Tree.of(
                        "kind",
                        about.kind(),
                        "name",
                        about.name(),
                        "uid",
                        about.uid(),
                        "apiVersion",
                        about.apiVersion());
        if (!about.namespace().isEmpty()) {
            involved.put("namespace", about.namespace());
        }
        if (!about.field().isEmpty()) {
            involved.put("fieldPath", about.field());
        }
        ObjectNode event =
                Tree.of(
                        "metadata",
                        Tree.of(
                                "name",
                                name,
                                "namespace",
                                namespace,
                                "uid",
                                Pod.uid("Event", namespace, name),
                                "creationTimestamp",
                                agenda.now()),
                        "involvedObject",
                        involved);
        event.put("reason", reason).put("message", message);
        event.set("source", Tree.of("component", component));
        event.put("firstTimestamp", Tree.time(agenda.now()))
                .put("lastTimestamp", Tree.time(agenda.now()))
                .put("count", 0)
                .put("type", type)
                .putNull("eventTime");
        return event.put("reportingComponent", component).put("reportingInstance", "");
    }

    private void trim() {
        while (order.size() > KEPT) {
            String key = known.remove(order.remove());
            if (key != null) {
                shelf.remove(Catalog.EVENTS, key, (item, version) -> Doc.of(item.tree(), version));
            }
        }
    }
}
