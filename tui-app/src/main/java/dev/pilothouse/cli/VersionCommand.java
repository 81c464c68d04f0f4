package dev.pilothouse.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

@Command(
        name = "version",
        mixinStandardHelpOptions = true,
        description = "Print the version.",
        footer = {"", "Examples:", "  pilothouse version"})
final class VersionCommand implements Callable<Integer> {
    private final Pilothouse.Surroundings world;

    VersionCommand(Pilothouse.Surroundings world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        world.out().println(Version.line());
        return ExitCode.OK;
    }

    /** For `--version` beside other options. */
    static final class Provider implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {Version.line()};
        }
    }
}
