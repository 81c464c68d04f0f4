package dev.pilothouse.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What the terminal shows first, and how. */
final class Looks {
    @Option(
            names = "--palette",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "auto, dark, light, high-contrast, deuteranopia, tritanopia or mono.")
    @Nullable String palette;

    @Option(
            names = "--color",
            paramLabel = "DEPTH",
            scope = ScopeType.INHERIT,
            description = "auto, truecolor, 256, 16 or none.")
    @Nullable String color;

    @Option(
            names = "--ascii",
            scope = ScopeType.INHERIT,
            description = "Draw with ASCII characters only.")
    boolean ascii;

    @Option(
            names = "--screen",
            paramLabel = "SCREEN",
            scope = ScopeType.INHERIT,
            description =
                    "Start on this screen: agents, workloads, pods, nodes, events, versions,"
                            + " clusters or self.")
    @Nullable String screen;

    /** What was given, by the name of the option; the settings decide whether it is good. */
    Map<String, List<String>> flags() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        put(all, "--screen", screen == null ? null : Kinds.word(screen));
        put(all, "--palette", palette);
        put(all, "--color", color);
        put(all, "--ascii", ascii ? "true" : null);
        return all;
    }

    private static void put(Map<String, List<String>> all, String name, @Nullable String value) {
        if (value != null) {
            all.put(name, List.of(value));
        }
    }
}
