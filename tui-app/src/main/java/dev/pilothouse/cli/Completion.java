package dev.pilothouse.cli;

import dev.pilothouse.present.Palette;
import dev.pilothouse.present.ScreenKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What can be completed, read from the commands themselves, whatever the shell. */
record Completion(List<Word> commands) {
    /**
     * A command; the first has no name and is the program itself.
     *
     * @param words what may stand there without a dash
     */
    record Word(String name, String help, List<String> words, List<Flag> flags) {}

    /**
     * An option.
     *
     * @param values what it takes; empty for a switch or for what only the user knows
     */
    record Flag(String longName, String shortName, String help, boolean takesValue, Values values) {
        List<String> names() {
            return shortName.isEmpty() ? List.of(longName) : List.of(shortName, longName);
        }
    }

    /** What an option takes: one of some words, a file, or anything. */
    record Values(List<String> words, boolean file) {
        static final Values ANY = new Values(List.of(), false);
    }

    static Completion of(CommandLine line) {
        List<Word> all = new ArrayList<>();
        List<CommandLine> commands =
                line.getSubcommands().values().stream()
                        .sorted(Comparator.comparing(CommandLine::getCommandName))
                        .toList();
        all.add(word("", line, commands.stream().map(CommandLine::getCommandName).toList()));
        for (CommandLine command : commands) {
            all.add(word(command.getCommandName(), command, words(command)));
        }
        return new Completion(List.copyOf(all));
    }

    private static Word word(String name, CommandLine command, List<String> words) {
        CommandSpec spec = command.getCommandSpec();
        List<Flag> flags =
                spec.options().stream()
                        .filter(option -> HelpText.shows(name, option))
                        .sorted(Comparator.comparing(OptionSpec::longestName))
                        .map(option -> flag(name, option))
                        .toList();
        return new Word(name, first(spec.usageMessage().description()), words, flags);
    }

    private static Flag flag(String command, OptionSpec option) {
        String brief =
                Stream.of(option.names())
                        .filter(name -> !name.startsWith("--"))
                        .findFirst()
                        .orElse("");
        return new Flag(
                option.longestName(),
                brief,
                first(option.description()),
                option.arity().max() > 0,
                values(command, option));
    }

    private static String first(String[] description) {
        return description.length == 0 ? "" : description[0].replaceFirst("\\.$", "");
    }

    private static List<String> words(CommandLine command) {
        List<String> nested = List.copyOf(command.getSubcommands().keySet());
        return switch (command.getCommandName()) {
            case "get" -> Kinds.tables().stream().map(ScreenKind::word).toList();
            case "completion" -> List.of("bash", "zsh", "fish");
            case "config" -> nested.stream().sorted().toList();
            default -> nested;
        };
    }

    private static Values values(String command, OptionSpec option) {
        if (option.paramLabel().equals("FILE")) {
            return new Values(List.of(), true);
        }
        List<String> words =
                switch (option.longestName()) {
                    case "--palette" ->
                            Stream.concat(
                                            Stream.of("auto"),
                                            Stream.of(Palette.values()).map(Palette::id))
                                    .toList();
                    case "--color" -> List.of("auto", "truecolor", "256", "16", "none");
                    case "--screen" ->
                            Stream.concat(
                                            Kinds.tables().stream().map(ScreenKind::word),
                                            Stream.of(ScreenKind.SELF.word()))
                                    .toList();
                    case "--scenario" ->
                            List.of("calm", "bad-rollout", "crash-loop", "noisy-neighbour");
                    case "--output" ->
                            command.equals("get")
                                    ? Stream.of(TablePrinter.Format.values())
                                            .map(f -> f.name().toLowerCase(Locale.ROOT))
                                            .toList()
                                    : List.of("text", "json");
                    default -> List.of();
                };
        return words.isEmpty() ? Values.ANY : new Values(words, false);
    }
}
