package dev.pilothouse.present;

import dev.pilothouse.model.Kind;
import dev.pilothouse.model.ObjectKey;

/** Where enter leads, and which screens need something to be about. */
final class Routes {
    private Routes() {}

    static boolean needsSubject(ScreenKind screen) {
        return switch (screen) {
            case AGENT, EXPLAIN, LOGS, YAML, DESCRIBE, TIMELINE -> true;
            case FLEET, WORKLOADS, PODS, NODES, EVENTS, VERSIONS, CLUSTERS, JOURNAL, SELF -> false;
        };
    }

    static ScreenKind next(ScreenKind from, Selection selection) {
        ObjectKey object = selection.object();
        switch (selection.look()) {
            case "previous-logs" -> {
                return ScreenKind.LOGS;
            }
            case "yaml" -> {
                return ScreenKind.YAML;
            }
            case "events" -> {
                return ScreenKind.EVENTS;
            }
            default -> {}
        }
        return switch (from) {
            case FLEET -> ScreenKind.AGENT;
            case WORKLOADS -> selection.agent() != null ? ScreenKind.AGENT : ScreenKind.DESCRIBE;
            case NODES -> ScreenKind.PODS;
            case VERSIONS, AGENT ->
                    object != null && object.kind() == Kind.POD
                            ? ScreenKind.EXPLAIN
                            : ScreenKind.YAML;
            case PODS -> ScreenKind.EXPLAIN;
            case EVENTS, EXPLAIN, LOGS, YAML, DESCRIBE, TIMELINE, CLUSTERS, JOURNAL, SELF ->
                    ScreenKind.DESCRIBE;
        };
    }

    static boolean hasLogs(Selection selection) {
        ObjectKey object = selection.object();
        return selection.agent() != null || (object != null && object.kind() == Kind.POD);
    }
}
