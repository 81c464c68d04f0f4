package dev.pilothouse.cli;

import picocli.CommandLine.Command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

@Command(
        name = "desktop",
        mixinStandardHelpOptions = true,
        description = "Open the desktop window.",
        footer = {"", "Examples:", "  pilothouse desktop", "  pilothouse desktop --all-contexts"})
final class DesktopCommand implements Callable<Integer> {
    private final Pilothouse.Surroundings world;
    private final Shared shared;

    DesktopCommand(Pilothouse.Surroundings world, Shared shared) {
        this.world = world;
        this.shared = shared;
    }

    @Override
    public Integer call() throws Exception {
        return start(world, shared);
    }

    /**
     * The window needs other settings of the Java runtime than the terminal, so it is a program of
     * its own.
     */
    static int start(Pilothouse.Surroundings world, Shared shared)
            throws IOException, InterruptedException {
        String launcher = System.getProperty("pilothouse.desktop", "");
        if (launcher.isEmpty()) {
            world.err()
                    .println(
                            "pilothouse: this installation has no desktop window. Start it with the"
                                    + " pilothouse launcher.");
            return ExitCode.UNAVAILABLE;
        }
        List<String> line = new ArrayList<>(List.of(launcher));
        shared.kubeconfig().ifPresent(file -> line.addAll(List.of("--kubeconfig", file)));
        shared.contexts.forEach(context -> line.addAll(List.of("--context", context)));
        if (shared.allContexts) {
            line.add("--all-contexts");
        }
        return new ProcessBuilder(line).inheritIO().start().waitFor();
    }
}
