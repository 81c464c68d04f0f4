package dev.pilothouse.cli;

import dev.pilothouse.error.ConsoleException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Print a completion script for bash, zsh or fish.",
        footer = {
            "",
            "Examples:",
            "  source <(pilothouse completion bash)          in ~/.bashrc",
            "  source <(pilothouse completion zsh)           in ~/.zshrc, after compinit",
            "  pilothouse completion fish | source           in ~/.config/fish/config.fish"
        })
final class CompletionCommand implements Callable<Integer> {
    private final Pilothouse.Surroundings world;

    @Parameters(index = "0", paramLabel = "SHELL", description = "bash, zsh or fish")
    String shell = "";

    CompletionCommand(Pilothouse.Surroundings world) {
        this.world = world;
    }

    @Override
    public Integer call() throws ConsoleException {
        Completion completion = Completion.of(Commands.line(world));
        String script =
                switch (shell) {
                    case "bash" -> CompletionScripts.bash(completion);
                    case "zsh" -> CompletionScripts.zsh(completion);
                    case "fish" -> CompletionScripts.fish(completion);
                    default ->
                            throw new ConsoleException(
                                    "cli.shell",
                                    "There is no completion for '"
                                            + shell
                                            + "'. Use bash, zsh or fish.");
                };
        world.out().print(script);
        return ExitCode.OK;
    }
}
