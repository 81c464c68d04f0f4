package dev.pilothouse.config;

import dev.pilothouse.identity.IdentityRules;
import dev.pilothouse.present.ConsoleOptions;
import dev.pilothouse.present.KeyMap;
import dev.pilothouse.present.Palette;
import dev.pilothouse.present.ScreenKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The settings as the program uses them.
 *
 * @param fleet what all views of a console share
 * @param pluginTimeout how long a credential plugin may take
 */
public record Settings(
        Look look, Start start, KeySettings keys, Fleet fleet, Duration pluginTimeout) {

    /**
     * How things are painted.
     *
     * @param palette empty to follow the system or the terminal
     * @param color `auto`, `truecolor`, `256`, `16` or `none`
     */
    public record Look(Optional<Palette> palette, String color, boolean ascii, boolean mouse) {}

    /**
     * What is opened first.
     *
     * @param contexts empty for the current one
     * @param namespace empty for all
     */
    public record Start(ScreenKind screen, List<String> contexts, String namespace) {
        public Start {
            contexts = List.copyOf(contexts);
        }
    }

    /** What is an agent, what is production, how much is kept, what the user saved. */
    public record Fleet(
            IdentityRules rules,
            Pattern production,
            ConsoleOptions.Logs logs,
            ConsoleOptions.Saved saved) {}

    static Settings of(Map<String, Object> values) {
        Read read = new Read(values);
        return new Settings(
                new Look(
                        Palette.of(read.text("palette")),
                        read.text("color"),
                        read.flag("ascii"),
                        read.flag("mouse")),
                new Start(
                        screen(read.text("start.screen")),
                        read.texts("start.contexts"),
                        read.text("start.namespace")),
                KeySettings.of(read.text("keys.preset"), read.bindings("keys.bind")),
                new Fleet(
                        rules(read),
                        ConsoleOptions.production(read.texts("production")),
                        new ConsoleOptions.Logs(read.count("logs.lines"), read.count("logs.tail")),
                        new ConsoleOptions.Saved(read.texts("favourites"), read.named("filters"))),
                read.span("kubernetes.plugin-timeout"));
    }

    private static IdentityRules rules(Read read) {
        return new IdentityRules(
                read.texts("identity.agent-labels"),
                read.texts("identity.agent-marks"),
                read.texts("identity.team-labels"),
                read.texts("identity.prompt"),
                read.texts("identity.model"),
                read.texts("identity.images"),
                java.util.Set.copyOf(read.texts("identity.excluded-namespaces")),
                read.texts("identity.untrusted"));
    }

    private static ScreenKind screen(String word) {
        for (ScreenKind kind : ScreenKind.values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        return ScreenKind.FLEET;
    }

    /**
     * What the views of a console are told.
     *
     * @param map the keys of the face
     */
    public ConsoleOptions console(KeyMap map) {
        return ConsoleOptions.defaults()
                .keys(map)
                .fleet(fleet.rules(), fleet.production())
                .logs(fleet.logs())
                .saved(fleet.saved());
    }

    /** Casts what the schema has checked. */
    private record Read(Map<String, Object> values) {
        private Object get(String path) {
            Object value = values.get(path);
            if (value == null) {
                throw new IllegalStateException("no setting " + path);
            }
            return value;
        }

        String text(String path) {
            return (String) get(path);
        }

        boolean flag(String path) {
            return (Boolean) get(path);
        }

        int count(String path) {
            return Math.toIntExact((Long) get(path));
        }

        Duration span(String path) {
            return (Duration) get(path);
        }

        List<String> texts(String path) {
            return ((List<?>) get(path)).stream().map(String.class::cast).toList();
        }

        Map<String, String> named(String path) {
            Map<String, String> all = new java.util.LinkedHashMap<>();
            ((Map<?, ?>) get(path)).forEach((k, v) -> all.put((String) k, (String) v));
            return all;
        }

        Map<String, Checker.Bound> bindings(String path) {
            Map<String, Checker.Bound> all = new java.util.LinkedHashMap<>();
            ((Map<?, ?>) get(path)).forEach((k, v) -> all.put((String) k, (Checker.Bound) v));
            return all;
        }
    }
}
