package dev.pilothouse.demo.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pilothouse.demo.state.Tree;
import java.time.Instant;
import java.util.List;

/** A row of pods: what has the word in its Status column is as kube-apiserver decides it. */
final class PodColumns {
    private PodColumns() {}

    static List<Columns.Column> add(List<Columns.Column> columns) {
        columns.add(Columns.text("Ready", 0, (o, now) -> ready(o)));
        columns.add(Columns.text("Status", 0, (o, now) -> status(o)));
        columns.add(Columns.text("Restarts", 0, PodColumns::restarts));
        columns.add(
                Columns.text(
                        "Age",
                        0,
                        (o, now) ->
                                Ages.since(Tree.text(o, "metadata", "creationTimestamp"), now)));
        columns.add(Columns.text("IP", 1, (o, now) -> some(Tree.text(o, "status", "podIP"))));
        columns.add(Columns.text("Node", 1, (o, now) -> some(Tree.text(o, "spec", "nodeName"))));
        columns.add(Columns.text("Nominated Node", 1, (o, now) -> "<none>"));
        columns.add(Columns.text("Readiness Gates", 1, (o, now) -> "<none>"));
        return columns;
    }

    private static String some(String text) {
        return text.isEmpty() ? "<none>" : text;
    }

    private static String ready(JsonNode pod) {
        int ready = 0;
        for (JsonNode container : pod.path("status").path("containerStatuses")) {
            ready += container.path("ready").asBoolean() ? 1 : 0;
        }
        return ready + "/" + pod.path("spec").path("containers").size();
    }

    private static String status(JsonNode pod) {
        JsonNode status = pod.path("status");
        String reason = Tree.text(status, "reason");
        String word = reason.isEmpty() ? Tree.text(status, "phase") : reason;
        String init = initialising(pod);
        if (!init.isEmpty()) {
            word = init;
        } else {
            word = containers(status, word);
        }
        if (!Tree.text(pod, "metadata", "deletionTimestamp").isEmpty()) {
            return reason.equals("NodeLost") ? "Unknown" : "Terminating";
        }
        return word;
    }

    private static String initialising(JsonNode pod) {
        JsonNode all = pod.path("status").path("initContainerStatuses");
        for (int i = 0; i < all.size(); i++) {
            JsonNode state = all.path(i).path("state");
            if (state.has("terminated") && state.path("terminated").path("exitCode").asInt() == 0) {
                continue;
            }
            String ended = Tree.text(state, "terminated", "reason");
            String waits = Tree.text(state, "waiting", "reason");
            if (!ended.isEmpty()) {
                return "Init:" + ended;
            }
            return waits.isEmpty() || waits.equals("PodInitializing")
                    ? "Init:" + i + "/" + all.size()
                    : "Init:" + waits;
        }
        return "";
    }

    private static String containers(JsonNode status, String phase) {
        String word = phase;
        boolean running = false;
        JsonNode all = status.path("containerStatuses");
        for (int i = all.size() - 1; i >= 0; i--) {
            JsonNode state = all.path(i).path("state");
            String waits = Tree.text(state, "waiting", "reason");
            String ended = Tree.text(state, "terminated", "reason");
            if (!waits.isEmpty()) {
                word = waits;
            } else if (!ended.isEmpty()) {
                word = ended;
            } else if (all.path(i).path("ready").asBoolean() && state.has("running")) {
                running = true;
            }
        }
        return word.equals("Completed") && running ? "Running" : word;
    }

    private static String restarts(JsonNode pod, Instant now) {
        int restarts = 0;
        String last = "";
        JsonNode status = pod.path("status");
        boolean init = !initialising(pod).isEmpty();
        for (JsonNode container :
                status.path(init ? "initContainerStatuses" : "containerStatuses")) {
            restarts += container.path("restartCount").asInt();
            String ended = Tree.text(container, "lastState", "terminated", "finishedAt");
            last = ended.compareTo(last) > 0 ? ended : last;
        }
        return restarts == 0 || last.isEmpty()
                ? Integer.toString(restarts)
                : restarts + " (" + Ages.since(last, now) + " ago)";
    }
}
