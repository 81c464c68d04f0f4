package dev.pilothouse.cli;

import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.filter.EditDistance;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;

/** Puts the command line together, with one handler for everything that can go wrong. */
final class Commands {
    private Commands() {}

    static CommandLine line(Pilothouse.Surroundings world) {
        CommandLine line = new CommandLine(new RootCommand(world));
        line.addSubcommand("desktop", new DesktopCommand(world));
        line.addSubcommand("demo", new DemoCommand(world));
        line.addSubcommand("get", new GetCommand(world));
        line.addSubcommand("explain", new ExplainCommand(world));
        line.addSubcommand("logs", new LogsCommand(world));
        line.addSubcommand("doctor", new DoctorCommand(world));
        line.addSubcommand("completion", new CompletionCommand(world));
        line.addSubcommand("version", new VersionCommand(world));
        line.setOut(new PrintWriter(world.out(), true, world.out().charset()));
        line.setErr(new PrintWriter(world.err(), true, world.err().charset()));
        line.setUsageHelpAutoWidth(false);
        line.setParameterExceptionHandler((failure, args) -> usage(failure, world));
        line.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, world));
        return line;
    }

    private static int usage(
            CommandLine.ParameterException failure, Pilothouse.Surroundings world) {
        String message =
                String.valueOf(failure.getMessage())
                        .lines()
                        .findFirst()
                        .orElse("The command line is wrong.");
        world.err().println("pilothouse: " + message + suggestion(failure) + " (see --help)");
        return ExitCode.USAGE;
    }

    private static String suggestion(CommandLine.ParameterException failure) {
        if (!(failure instanceof CommandLine.UnmatchedArgumentException unmatched)
                || unmatched.getUnmatched().isEmpty()) {
            return "";
        }
        String wrong = unmatched.getUnmatched().getFirst();
        List<String> known =
                wrong.startsWith("-")
                        ? failure.getCommandLine().getCommandSpec().optionsMap().keySet().stream()
                                .toList()
                        : failure.getCommandLine().getSubcommands().keySet().stream().toList();
        return known.stream()
                .filter(name -> EditDistance.between(name, wrong) <= 2)
                .findFirst()
                .map(name -> "; did you mean '" + name + "'?")
                .orElse("");
    }

    private static int failed(Exception failure, Pilothouse.Surroundings world) {
        if (failure instanceof ConsoleException known) {
            world.err().println("pilothouse: " + known.problem().sentence());
            return ExitCode.ERROR;
        }
        String message =
                failure.getMessage() == null
                        ? failure.getClass().getSimpleName()
                        : failure.getMessage();
        world.err().println("pilothouse: " + dev.pilothouse.text.CleanText.line(message, 300));
        if (!world.environment().getOrDefault("PILOTHOUSE_DEBUG", "").isEmpty()) {
            failure.printStackTrace(world.err());
        }
        return ExitCode.ERROR;
    }
}
