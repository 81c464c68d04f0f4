package dev.pilothouse.cli;

import dev.pilothouse.error.ConsoleException;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Print a completion script for bash, zsh or fish.")
final class CompletionCommand implements Callable<Integer> {
    private final Pilothouse.Surroundings world;

    @Parameters(index = "0", paramLabel = "SHELL", description = "bash, zsh or fish")
    String shell = "";

    CompletionCommand(Pilothouse.Surroundings world) {
        this.world = world;
    }

    @Override
    public Integer call() throws ConsoleException {
        switch (shell) {
            case "bash" -> world.out().print(AutoComplete.bash("pilothouse", Commands.line(world)));
            case "zsh" ->
                    world.out()
                            .print(
                                    "autoload -U +X bashcompinit && bashcompinit\n"
                                            + AutoComplete.bash(
                                                    "pilothouse", Commands.line(world)));
            case "fish" -> fish();
            default ->
                    throw new ConsoleException(
                            "cli.shell",
                            "There is no completion for '" + shell + "'. Use bash, zsh or fish.");
        }
        return ExitCode.OK;
    }

    private void fish() {
        for (CommandLine command : Commands.line(world).getSubcommands().values()) {
            String name = command.getCommandName();
            String help = String.join(" ", command.getCommandSpec().usageMessage().description());
            world.out()
                    .println(
                            "complete -c pilothouse -n __fish_use_subcommand -f -a "
                                    + name
                                    + " -d '"
                                    + help.replace("'", "")
                                    + "'");
            command.getCommandSpec()
                    .options()
                    .forEach(
                            option ->
                                    world.out()
                                            .println(
                                                    "complete -c pilothouse -n"
                                                            + " '__fish_seen_subcommand_from "
                                                            + name
                                                            + "' -l "
                                                            + option.longestName()
                                                                    .replaceFirst("^-+", "")));
        }
    }
}
