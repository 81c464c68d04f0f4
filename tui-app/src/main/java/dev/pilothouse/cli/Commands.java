package dev.pilothouse.cli;

import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.text.CleanText;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;

/** Puts the command line together, with one handler for everything that can go wrong. */
final class Commands {
    private Commands() {}

    static CommandLine line(Pilothouse.Surroundings world) {
        RootCommand root = new RootCommand(world);
        CommandLine line = new CommandLine(root);
        line.addSubcommand("desktop", new DesktopCommand(world, root.shared, root.looks));
        line.addSubcommand("demo", new DemoCommand(world, root.shared, root.looks));
        line.addSubcommand("get", new GetCommand(world, root.shared));
        line.addSubcommand("explain", new ExplainCommand(world, root.shared));
        line.addSubcommand("logs", new LogsCommand(world, root.shared));
        line.addSubcommand("doctor", new DoctorCommand(world, root.shared));
        line.addSubcommand("keys", new KeysCommand(world));
        line.addSubcommand("config", new ConfigCommand(world, root.shared, root.looks));
        line.addSubcommand("completion", new CompletionCommand(world));
        line.addSubcommand("version", new VersionCommand(world));
        line.setOut(new PrintWriter(world.out(), true, world.out().charset()));
        line.setErr(new PrintWriter(world.err(), true, world.err().charset()));
        HelpText.install(line);
        line.setExecutionStrategy(parsed -> execute(parsed, world));
        line.setParameterExceptionHandler((failure, args) -> usage(failure, world));
        line.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, world));
        return line;
    }

    private static int execute(CommandLine.ParseResult parsed, Pilothouse.Surroundings world) {
        Integer help = CommandLine.executeHelpRequest(parsed);
        if (help != null) {
            return help;
        }
        String deaf = HelpText.deaf(parsed);
        if (!deaf.isEmpty()) {
            world.err().println("pilothouse: " + deaf);
            return ExitCode.USAGE;
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private static int usage(
            CommandLine.ParameterException failure, Pilothouse.Surroundings world) {
        world.err().println("pilothouse: " + CleanText.line(sentence(failure), 300));
        return ExitCode.USAGE;
    }

    private static String sentence(CommandLine.ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        String help = " See: " + command.getCommandSpec().qualifiedName() + " --help";
        if (failure instanceof CommandLine.UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return unmatched(unmatched.getUnmatched().getFirst(), command) + help;
        }
        String message =
                String.valueOf(failure.getMessage())
                        .lines()
                        .findFirst()
                        .orElse("The command line is wrong")
                        .replace("is not an int", "is not a whole number")
                        .replace("is not a long", "is not a whole number")
                        .replace("is not a double", "is not a number")
                        .replaceFirst("^Invalid value for option '([^']*)'( \\([^)]*\\))?", "$1")
                        .replaceFirst(
                                "^Missing required parameter: '([^']*)'",
                                "'" + command.getCommandName() + "' needs $1")
                        .replaceFirst(
                                "^Missing required parameter for option '([^']*)' \\((.*)\\)",
                                "$1 needs a value, $2");
        return message + "." + help;
    }

    private static String unmatched(String wrong, CommandLine command) {
        if (wrong.startsWith("-") && wrong.length() > 1) {
            List<String> options =
                    command.getCommandSpec().optionsMap().keySet().stream().sorted().toList();
            String name = wrong.contains("=") ? wrong.substring(0, wrong.indexOf('=')) : wrong;
            return "There is no option '" + name + "'" + Kinds.nearest(name, options);
        }
        List<String> commands = command.getSubcommands().keySet().stream().sorted().toList();
        return commands.isEmpty()
                ? "'" + command.getCommandName() + "' does not take '" + wrong + "'."
                : "There is no command '" + wrong + "'" + Kinds.nearest(wrong, commands);
    }

    private static int failed(Exception failure, Pilothouse.Surroundings world) {
        if (failure instanceof ConsoleException known) {
            world.err().println("pilothouse: " + known.problem().sentence());
            return known.problem().code().startsWith("cli.") ? ExitCode.USAGE : ExitCode.ERROR;
        }
        String message =
                failure.getMessage() == null
                        ? failure.getClass().getSimpleName()
                        : failure.getMessage();
        world.err().println("pilothouse: " + CleanText.line(message, 300));
        if (!world.environment().getOrDefault("PILOTHOUSE_DEBUG", "").isEmpty()) {
            failure.printStackTrace(world.err());
        }
        return ExitCode.ERROR;
    }
}
