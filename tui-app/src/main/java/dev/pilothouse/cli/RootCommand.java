package dev.pilothouse.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "pilothouse",
        description =
                "Ops console for AI agents in production. Without a command: the terminal on the"
                        + " current context.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Provider.class,
        footer = {
            "",
            "Examples:",
            "  pilothouse                                   the terminal, on the current context",
            "  pilothouse --all-contexts --screen pods      several clusters in one list",
            "  pilothouse demo                              without a cluster",
            "  pilothouse get agents --filter 'status!=running' -o json",
            "",
            "Options may stand before or after the command.",
            "Exit codes: 0 done, 1 failed or not found, 2 wrong command line, 69 no terminal or",
            "display."
        })
final class RootCommand implements Callable<Integer> {
    private final Pilothouse.Surroundings world;

    @Mixin Shared shared = new Shared();

    @Mixin Looks looks = new Looks();

    RootCommand(Pilothouse.Surroundings world) {
        this.world = world;
    }

    @Override
    public Integer call() throws Exception {
        return TerminalStart.run(shared, looks, world);
    }
}
