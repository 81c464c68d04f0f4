package dev.pilothouse.cli;

import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.present.Palette;
import dev.pilothouse.present.ScreenKind;
import dev.pilothouse.tui.ColorDepth;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "pilothouse",
        description =
                "Ops console for AI agents in production. Without a command: the terminal on the"
                        + " current context.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Provider.class,
        footer = {
            "",
            "Try it without a cluster: pilothouse demo",
            "Exit codes: 0 done, 1 failed or not found, 2 wrong command line, 69 no terminal or"
                    + " display."
        })
final class RootCommand implements Callable<Integer> {
    private final Pilothouse.Surroundings world;

    @Mixin Shared shared = new Shared();

    @Mixin Looks looks = new Looks();

    @Option(
            names = "--screen",
            paramLabel = "SCREEN",
            description =
                    "Start on this screen: agents, workloads, pods, nodes, events, versions,"
                            + " clusters.")
    String screen = "agents";

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NS",
            description = "Start narrowed to a namespace.")
    String namespace = "";

    RootCommand(Pilothouse.Surroundings world) {
        this.world = world;
    }

    /** How the terminal is painted. */
    static final class Looks {
        @Option(
                names = "--palette",
                paramLabel = "NAME",
                description = "dark, light, high-contrast, deuteranopia, tritanopia or mono.")
        String palette = "dark";

        @Option(
                names = "--color",
                paramLabel = "DEPTH",
                description = "auto, truecolor, 256, 16 or none.")
        String color = "auto";

        @Option(names = "--ascii", description = "Draw with ASCII characters only.")
        boolean ascii;

        Palette chosen() throws ConsoleException {
            return Palette.of(palette)
                    .orElseThrow(
                            () ->
                                    new ConsoleException(
                                            "config.palette",
                                            "There is no palette '"
                                                    + palette
                                                    + "'. Use dark, light, high-contrast,"
                                                    + " deuteranopia, tritanopia or mono."));
        }

        ColorDepth depth(java.util.Map<String, String> environment) {
            return ColorDepth.of(color).orElseGet(() -> ColorDepth.detect(environment));
        }
    }

    static ScreenKind screen(String word) throws ConsoleException {
        for (ScreenKind kind : ScreenKind.values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw new ConsoleException(
                "cli.screen",
                "There is no screen '"
                        + word
                        + "'. Screens: agents, workloads, pods, nodes, events, versions, clusters,"
                        + " self.");
    }

    @Override
    public Integer call() throws Exception {
        String filter = namespace.isEmpty() ? "" : "namespace=" + namespace;
        return TerminalStart.run(
                shared, looks, new TerminalStart.First(screen(screen), filter), world);
    }
}
