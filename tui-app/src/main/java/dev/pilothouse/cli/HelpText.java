package dev.pilothouse.cli;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;

/**
 * Which of the options that every command has mean something to which command. The help of a
 * command shows those alone, and the others are refused: an option that does nothing misleads.
 * Options of the looks are let through everywhere before the command, since they stand in aliases.
 */
final class HelpText {
    /** Characters in a line; fits a terminal of 100 columns, which the widest example needs. */
    static final int WIDTH = 96;

    private static final Set<String> CLUSTERS =
            Set.of("--kubeconfig", "--context", "--all-contexts");
    private static final Set<String> SAVED = Set.of("--no-saved-state");
    private static final Set<String> NAMESPACES = Set.of("--namespace", "--all-namespaces");
    private static final Set<String> LOOKS = Set.of("--palette", "--color", "--ascii");
    private static final Set<String> FIRST = Set.of("--screen");

    /** Means something everywhere, since every command may read the settings. */
    private static final Set<String> ALWAYS = Set.of("--config");

    private HelpText() {}

    static void install(CommandLine line) {
        line.setUsageHelpAutoWidth(false);
        line.setUsageHelpWidth(WIDTH);
        line.getSubcommands().values().forEach(HelpText::sections);
    }

    private static void sections(CommandLine command) {
        String name = command.getCommandName();
        command.getHelpSectionMap()
                .put(
                        UsageMessageSpec.SECTION_KEY_OPTION_LIST,
                        help -> options(help, own(command), "") + heard(help, command, name));
        command.getHelpSectionMap()
                .put(UsageMessageSpec.SECTION_KEY_SYNOPSIS, help -> synopsis(command));
        command.getSubcommands().values().forEach(HelpText::sections);
    }

    private static String synopsis(CommandLine command) {
        StringBuilder all = new StringBuilder(command.getCommandSpec().qualifiedName());
        command.getCommandSpec()
                .positionalParameters()
                .forEach(
                        parameter ->
                                all.append(parameter.required() ? " " : " [")
                                        .append(parameter.paramLabel())
                                        .append(parameter.arity().max() > 1 ? "..." : "")
                                        .append(parameter.required() ? "" : "]"));
        if (!command.getSubcommands().isEmpty()) {
            all.append(" COMMAND");
        }
        return all.append(" [OPTIONS]").append(System.lineSeparator()).toString();
    }

    private static List<OptionSpec> own(CommandLine command) {
        return command.getCommandSpec().options().stream()
                .filter(option -> !option.inherited())
                .toList();
    }

    private static String heard(Help help, CommandLine command, String name) {
        Set<String> wanted = heard(name);
        List<OptionSpec> options =
                command.getCommandSpec().options().stream()
                        .filter(option -> option.inherited() && wanted.contains(longest(option)))
                        .toList();
        return options(help, options, "Options of several commands:");
    }

    private static String options(Help help, List<OptionSpec> options, String title) {
        if (options.isEmpty()) {
            return "";
        }
        List<OptionSpec> sorted =
                options.stream().sorted(Comparator.comparing(HelpText::longest)).toList();
        String head = title.isEmpty() ? "" : String.format("%s%n", title);
        return head + help.optionListExcludingGroups(sorted);
    }

    /** Whether the help of a command shows an option; the program itself has the empty name. */
    static boolean shows(String command, OptionSpec option) {
        return command.isEmpty() || !option.inherited() || heard(command).contains(longest(option));
    }

    private static String longest(OptionSpec option) {
        return option.longestName();
    }

    private static Set<String> heard(String command) {
        return switch (command) {
            case "get", "explain", "logs" -> union(CLUSTERS, NAMESPACES, ALWAYS);
            case "doctor" -> union(CLUSTERS, ALWAYS);
            case "desktop" ->
                    union(CLUSTERS, NAMESPACES, FIRST, Set.of("--palette"), SAVED, ALWAYS);
            case "demo" -> union(LOOKS, FIRST, ALWAYS);
            case "print" -> union(LOOKS, FIRST, NAMESPACES, CLUSTERS, ALWAYS);
            default -> ALWAYS;
        };
    }

    @SafeVarargs
    private static Set<String> union(Set<String>... sets) {
        Set<String> all = new HashSet<>();
        for (Set<String> set : sets) {
            all.addAll(set);
        }
        return all;
    }

    /**
     * The first option that was given and means nothing to the command; empty when all is well.
     *
     * @param parsed the whole command line
     */
    static String deaf(ParseResult parsed) {
        if (!parsed.hasSubcommand()) {
            return "";
        }
        ParseResult command = parsed;
        while (command.hasSubcommand()) {
            command = command.subcommand();
        }
        String name = command.commandSpec().name();
        Set<String> heard = heard(name);
        for (OptionSpec option : command.matchedOptions()) {
            if (option.inherited() && !heard.contains(longest(option))) {
                return longest(option) + " means nothing to '" + name + "'. Leave it out.";
            }
        }
        for (OptionSpec option : parsed.matchedOptions()) {
            String word = longest(option);
            if (!heard.contains(word) && !LOOKS.contains(word)) {
                return word + " means nothing to '" + name + "'. Leave it out.";
            }
        }
        return "";
    }
}
