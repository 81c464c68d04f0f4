package dev.pilothouse.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Start the console on the embedded simulated platform.")
final class DemoCommand implements Callable<Integer> {
    private final Pilothouse.Surroundings world;

    DemoCommand(Pilothouse.Surroundings world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        world.err().println("soon");
        return ExitCode.ERROR;
    }
}
