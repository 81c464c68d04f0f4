package dev.pilothouse.cli;

import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.filter.EditDistance;
import dev.pilothouse.present.ScreenKind;
import java.util.Comparator;
import java.util.List;

/** What `get` can print and where the program can start, by word. */
final class Kinds {
    private static final List<ScreenKind> TABLES =
            List.of(
                    ScreenKind.FLEET,
                    ScreenKind.WORKLOADS,
                    ScreenKind.VERSIONS,
                    ScreenKind.PODS,
                    ScreenKind.NODES,
                    ScreenKind.EVENTS,
                    ScreenKind.CLUSTERS);

    private Kinds() {}

    static List<ScreenKind> tables() {
        return TABLES;
    }

    /**
     * @throws ConsoleException `cli.what` for a word that names no table
     */
    static ScreenKind table(String word) throws ConsoleException {
        String plural = plural(word);
        for (ScreenKind kind : TABLES) {
            if (kind.word().equals(plural)) {
                return kind;
            }
        }
        throw new ConsoleException(
                "cli.what",
                "'"
                        + word
                        + "' is nothing that can be listed"
                        + nearest(word, TABLES.stream().map(ScreenKind::word).toList())
                        + " Use agents, workloads, versions, pods, nodes, events or clusters.");
    }

    /** The plural of a word that {@link #table} knows. */
    static String word(String what) {
        return plural(what);
    }

    /** `; did you mean 'x'?`, or a full stop when nothing is near. */
    static String nearest(String wrong, List<String> known) {
        return known.stream()
                .filter(word -> EditDistance.between(word, wrong) <= (word.length() < 3 ? 1 : 2))
                .min(Comparator.comparingInt(word -> EditDistance.between(word, wrong)))
                .map(word -> "; did you mean '" + word + "'?")
                .orElse(".");
    }

    private static String plural(String word) {
        return switch (word) {
            case "agent", "ag" -> "agents";
            case "workload", "wl" -> "workloads";
            case "version", "ver" -> "versions";
            case "pod", "po" -> "pods";
            case "node", "no" -> "nodes";
            case "event", "ev" -> "events";
            case "cluster", "context", "contexts", "ctx" -> "clusters";
            default -> word;
        };
    }
}
