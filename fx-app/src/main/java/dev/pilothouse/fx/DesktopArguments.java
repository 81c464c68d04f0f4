package dev.pilothouse.fx;

import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.fx.memory.TabMemory;
import dev.pilothouse.launch.ContextChoice;
import dev.pilothouse.present.Palette;
import dev.pilothouse.present.ScreenKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The command line of the desktop: the options of the terminal that mean something to a window.
 *
 * @param palette wins over what was chosen in an earlier run
 * @param tab is opened in front of what is restored
 * @param saved whether the rows of the last run are shown at first, and those of this one saved
 * @param config the settings file; empty for the usual one
 * @param help asks for the usage and nothing else
 */
record DesktopArguments(
        ContextChoice choice,
        Optional<String> palette,
        Optional<TabMemory> tab,
        boolean saved,
        String config,
        boolean help) {
    static final String USAGE =
            """
            Usage: pilothouse desktop [OPTIONS]
              --config FILE       use this settings file instead of the usual one
              --kubeconfig FILE   use this kubeconfig instead of KUBECONFIG or ~/.kube/config
              --context NAME      open this context; may be given several times
              --all-contexts      open every context of the kubeconfig
              -n, --namespace NS  show only this namespace in the first tab
              --screen SCREEN     open this screen in the first tab, such as pods
              --palette NAME      auto, dark, light, high-contrast, deuteranopia, tritanopia or mono
              --no-saved-state    neither show the rows of the last run at first, nor save these
              -h, --help          show this and end
            """;

    /** Screens that can be opened without saying of what. */
    private static final Set<ScreenKind> SCREENS =
            EnumSet.complementOf(
                    EnumSet.of(
                            ScreenKind.AGENT,
                            ScreenKind.EXPLAIN,
                            ScreenKind.LOGS,
                            ScreenKind.YAML,
                            ScreenKind.DESCRIBE));

    /**
     * @throws ConsoleException `cli.usage` for an option, a screen or a palette that is not known,
     *     or a value that is missing
     */
    static DesktopArguments read(String... args) throws ConsoleException {
        Reader reader = new Reader();
        Iterator<String> words = split(args).iterator();
        while (words.hasNext()) {
            reader.option(words.next(), words);
        }
        return reader.read();
    }

    /** `--option=value` is two words. */
    private static List<String> split(String... args) {
        List<String> words = new ArrayList<>();
        for (String arg : args) {
            int equals = arg.indexOf('=');
            if (arg.startsWith("--") && equals > 0) {
                words.add(arg.substring(0, equals));
                words.add(arg.substring(equals + 1));
            } else {
                words.add(arg);
            }
        }
        return words;
    }

    private static final class Reader {
        private String config = "";
        private Optional<String> kubeconfig = Optional.empty();
        private final List<String> contexts = new ArrayList<>();
        private boolean all;
        private Optional<String> palette = Optional.empty();
        private Optional<ScreenKind> screen = Optional.empty();
        private String namespace = "";
        private boolean saved = true;
        private boolean help;

        void option(String option, Iterator<String> values) throws ConsoleException {
            switch (option) {
                case "--config" -> config = value(option, values);
                case "--kubeconfig" -> kubeconfig = Optional.of(value(option, values));
                case "--context" -> contexts.add(value(option, values));
                case "--all-contexts" -> all = true;
                case "-n", "--namespace" -> namespace = value(option, values);
                case "--screen" -> screen = Optional.of(screen(value(option, values)));
                case "--palette" -> palette = Optional.of(palette(value(option, values)));
                case "--no-saved-state" -> saved = false;
                case "-h", "--help" -> help = true;
                default ->
                        throw usage(
                                "The desktop does not know '"
                                        + option
                                        + "'. See: pilothouse desktop --help");
            }
        }

        DesktopArguments read() {
            String filter = namespace.isEmpty() ? "" : "namespace=" + namespace;
            Optional<TabMemory> tab =
                    screen.isEmpty() && filter.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new TabMemory(screen.orElse(ScreenKind.FLEET), filter));
            return new DesktopArguments(
                    new ContextChoice(kubeconfig, contexts, all),
                    palette,
                    tab,
                    saved,
                    config,
                    help);
        }

        private static String value(String option, Iterator<String> values)
                throws ConsoleException {
            if (!values.hasNext()) {
                throw usage("'" + option + "' needs a value after it.");
            }
            return values.next();
        }

        private static ScreenKind screen(String word) throws ConsoleException {
            for (ScreenKind kind : SCREENS) {
                if (kind.word().equals(word)) {
                    return kind;
                }
            }
            throw usage(
                    "There is no screen '"
                            + word
                            + "'. Use "
                            + SCREENS.stream()
                                    .map(ScreenKind::word)
                                    .collect(Collectors.joining(", "))
                            + ".");
        }

        private static String palette(String name) throws ConsoleException {
            if (!name.equals("auto") && Palette.of(name).isEmpty()) {
                throw usage(
                        "There is no palette '"
                                + name
                                + "'. Use auto, dark, light, high-contrast, deuteranopia,"
                                + " tritanopia or mono.");
            }
            return name;
        }

        private static ConsoleException usage(String sentence) {
            return new ConsoleException("cli.usage", sentence);
        }
    }
}
