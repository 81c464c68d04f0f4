package dev.pilothouse.fx.shell;

import dev.pilothouse.present.ScreenKind;

/** Which list a screen belongs to: for the rail, and to open again what needs no subject. */
final class Lists {
    private Lists() {}

    static ScreenKind of(ScreenKind kind) {
        return switch (kind) {
            case AGENT -> ScreenKind.FLEET;
            case EXPLAIN, LOGS, YAML, DESCRIBE, TIMELINE -> ScreenKind.PODS;
            case FLEET, WORKLOADS, PODS, NODES, EVENTS, VERSIONS, CLUSTERS, JOURNAL, SELF -> kind;
        };
    }

    static boolean isList(ScreenKind kind) {
        return of(kind) == kind;
    }
}
