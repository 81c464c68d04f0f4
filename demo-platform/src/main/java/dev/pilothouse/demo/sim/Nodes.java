package dev.pilothouse.demo.sim;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pilothouse.demo.state.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is free on each node, and where the next pod goes: the scheduler's view. */
final class Nodes {
    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private List<Slot> order = List.of();
    private int next;

    /** What one node has left. */
    private static final class Slot {
        final String name;
        Map<String, String> labels = Map.of();
        final Map<String, Long> devices = new HashMap<>();
        long cpu;
        long memory;
        long pods;
        int taken;
        boolean open;

        Slot(String name) {
            this.name = name;
        }

        boolean hasDevices() {
            return !devices.isEmpty();
        }

        /** Adds a pod's needs to what is left, or takes them away. */
        void give(Needs needs, int sign) {
            cpu += sign * needs.cpu();
            memory += sign * needs.memory();
            pods += sign;
            needs.devices().forEach((name, count) -> devices.merge(name, sign * count, Long::sum));
        }

        /** Why a pod does not fit; empty when it does. */
        String refusal(Needs needs) {
            if (!open) {
                return "node(s) were unschedulable";
            }
            for (Map.Entry<String, String> wanted : needs.nodeLabels().entrySet()) {
                if (!wanted.getValue().equals(labels.get(wanted.getKey()))) {
                    return "node(s) didn't match Pod's node affinity/selector";
                }
            }
            for (Map.Entry<String, Long> device : needs.devices().entrySet()) {
                if (devices.getOrDefault(device.getKey(), 0L) < device.getValue()) {
                    return "Insufficient " + device.getKey();
                }
            }
            return cpu < needs.cpu()
                    ? "Insufficient cpu"
                    : memory < needs.memory()
                            ? "Insufficient memory"
                            : pods < 1 ? "Too many pods" : "";
        }
    }

    /** Takes a node in, or what changed of it. */
    void put(String name, JsonNode node) {
        Slot slot = slots.get(name);
        if (slot == null) {
            slot = new Slot(name);
            JsonNode room = node.path("status").path("allocatable");
            slot.cpu = Needs.thousandths(Tree.text(room, "cpu"));
            slot.memory = Needs.whole(Tree.text(room, "memory"));
            slot.pods = Needs.whole(Tree.text(room, "pods"));
            for (var field : room.properties()) {
                if (field.getKey().indexOf('/') > 0) {
                    slot.devices.put(field.getKey(), Needs.whole(field.getValue().asText()));
                }
            }
            slots.put(name, slot);
            order = List.copyOf(slots.values());
        }
        slot.labels = Tree.map(node.path("metadata").path("labels"));
        slot.open = !node.path("spec").path("unschedulable").asBoolean() && ready(node);
    }

    static boolean ready(JsonNode node) {
        for (JsonNode condition : node.path("status").path("conditions")) {
            if (Tree.text(condition, "type").equals("Ready")) {
                return Tree.text(condition, "status").equals("True");
            }
        }
        return false;
    }

    void remove(String name) {
        slots.remove(name);
        order = List.copyOf(slots.values());
    }

    List<String> names() {
        return List.copyOf(slots.keySet());
    }

    /** A node with room, in turn; those with devices last for pods that want none. */
    @Nullable String place(Needs needs) {
        Slot spare = null;
        for (int i = 0; i < order.size(); i++) {
            Slot slot = order.get((next + i) % order.size());
            if (!slot.refusal(needs).isEmpty()) {
                continue;
            }
            if (needs.devices().isEmpty() && slot.hasDevices()) {
                spare = spare == null ? slot : spare;
                continue;
            }
            next = (next + i + 1) % order.size();
            return slot.name;
        }
        return spare == null ? null : spare.name;
    }

    /** Takes what a pod needs and gives the pod a number on the node. */
    int take(String node, Needs needs) {
        Slot slot = slots.get(node);
        if (slot == null) {
            return 0;
        }
        slot.give(needs, -1);
        return slot.taken++;
    }

    void free(String node, Needs needs) {
        Slot slot = slots.get(node);
        if (slot != null) {
            slot.give(needs, 1);
        }
    }

    /** The scheduler's words for a pod that fits nowhere. */
    String refusal(Needs needs) {
        Map<String, Integer> reasons = new TreeMap<>();
        int helpless = 0;
        for (Slot slot : order) {
            String reason = slot.refusal(needs);
            reasons.merge(reason, 1, Integer::sum);
            boolean never =
                    reason.startsWith("node(s)")
                            || needs.devices().keySet().stream()
                                    .anyMatch(name -> !slot.devices.containsKey(name));
            helpless += never ? 1 : 0;
        }
        List<String> words = new ArrayList<>();
        reasons.forEach((reason, count) -> words.add(count + " " + reason));
        // By their text, the numbers included, as the real scheduler sorts them.
        Collections.sort(words);
        List<String> preemption = new ArrayList<>();
        int victims = order.size() - helpless;
        if (victims > 0) {
            preemption.add(victims + " No preemption victims found for incoming pod");
        }
        if (helpless > 0) {
            preemption.add(helpless + " Preemption is not helpful for scheduling");
        }
        Collections.sort(preemption);
        if (order.isEmpty()) {
            return "no nodes available to schedule pods";
        }
        String none = "0/" + order.size() + " nodes are available: ";
        return none
                + String.join(", ", words)
                + ". no new claims to deallocate, preemption: "
                + none
                + String.join(", ", preemption)
                + ".";
    }
}
