package dev.pilothouse.cli;

import dev.pilothouse.error.ConsoleException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "desktop",
        mixinStandardHelpOptions = true,
        description = "Open the desktop window.",
        footer = {"", "Examples:", "  pilothouse desktop", "  pilothouse desktop --all-contexts"})
final class DesktopCommand implements Callable<Integer> {
    private final Pilothouse.Surroundings world;
    private final Shared shared;
    private final Looks looks;

    DesktopCommand(Pilothouse.Surroundings world, Shared shared, Looks looks) {
        this.world = world;
        this.shared = shared;
        this.looks = looks;
    }

    @Override
    public Integer call() throws Exception {
        return start(world, shared, looks);
    }

    /**
     * The window needs other settings of the Java runtime than the terminal, so it is a program of
     * its own.
     */
    static int start(Pilothouse.Surroundings world, Shared shared, Looks looks)
            throws IOException, InterruptedException, ConsoleException {
        Opened.settings(shared, looks, world); // refuses a wrong option here and not in a window
        String launcher = System.getProperty("pilothouse.desktop", "");
        if (launcher.isEmpty()) {
            world.err()
                    .println(
                            "pilothouse: this installation has no desktop window. Start it with the"
                                    + " pilothouse launcher.");
            return ExitCode.UNAVAILABLE;
        }
        List<String> line = new ArrayList<>(List.of(launcher));
        line.addAll(arguments(shared, looks));
        return new ProcessBuilder(line).inheritIO().start().waitFor();
    }

    /** What the user gave, for the window. */
    static List<String> arguments(Shared shared, Looks looks) {
        List<String> line = new ArrayList<>();
        shared.kubeconfig().ifPresent(file -> line.addAll(List.of("--kubeconfig", file)));
        shared.contexts.forEach(context -> line.addAll(List.of("--context", context)));
        if (shared.allContexts) {
            line.add("--all-contexts");
        }
        if (!shared.config().isEmpty()) {
            line.addAll(List.of("--config", shared.config()));
        }
        if (!shared.namespace().isEmpty()) {
            line.addAll(List.of("--namespace", shared.namespace()));
        }
        looks.flags()
                .forEach(
                        (name, values) -> {
                            if (name.equals("--palette") || name.equals("--screen")) {
                                line.addAll(List.of(name, values.getFirst()));
                            }
                        });
        if (shared.noSavedState) {
            line.add("--no-saved-state");
        }
        return line;
    }
}
