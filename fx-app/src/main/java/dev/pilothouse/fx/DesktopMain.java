package dev.pilothouse.fx;

import dev.pilothouse.config.LiveSettings;
import dev.pilothouse.config.Loaded;
import dev.pilothouse.config.Settings;
import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.fx.memory.DeskMemory;
import dev.pilothouse.fx.memory.TabMemory;
import dev.pilothouse.launch.Host;
import dev.pilothouse.launch.LogFile;
import dev.pilothouse.launch.UserSettings;
import dev.pilothouse.present.Console;
import dev.pilothouse.present.KeyMap;
import dev.pilothouse.present.Palette;
import dev.pilothouse.present.ScreenKind;
import dev.pilothouse.present.Tone;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the desktop program starts. */
public final class DesktopMain {
    /** A wrong command line; as of kubectl. */
    static final int USAGE = 2;

    private DesktopMain() {}

    public static void main(String[] args) {
        boolean headless = "Headless".equals(System.getProperty("glass.platform"));
        System.exit(run(args, Host.here(), headless, new Output(System.out, System.err)));
    }

    /** Where words go. */
    record Output(PrintStream out, PrintStream err) {
        int fail(String sentence, int code) {
            err.println("pilothouse: " + sentence);
            return code;
        }
    }

    /** `headless` when the toolkit needs no display. */
    static int run(String[] args, Host host, boolean headless, Output output) {
        try {
            DesktopArguments arguments = DesktopArguments.read(args);
            if (arguments.help()) {
                output.out().print(DesktopArguments.USAGE);
                return 0;
            }
            if (!headless && !display(host)) {
                return output.fail(DesktopFace.WITHOUT_DISPLAY, DesktopFace.NO_DISPLAY);
            }
            return open(arguments, host, output);
        } catch (ConsoleException e) {
            boolean usage = e.problem().code().equals("cli.usage");
            return output.fail(e.problem().sentence(), usage ? USAGE : 1);
        } catch (Exception e) {
            return output.fail(String.valueOf(e.getMessage()), 1);
        }
    }

    @SuppressWarnings("try") // the file is followed while the face runs
    private static int open(DesktopArguments arguments, Host host, Output output) throws Exception {
        LogFile.install(host.directories().state());
        UserSettings user =
                UserSettings.load(
                        host,
                        arguments.choice(),
                        new UserSettings.Given(arguments.config(), flags(arguments)));
        user.complaints().forEach(words -> output.err().println("pilothouse: " + words));
        Settings settings = user.loaded().settings();
        KeyMap keys = DesktopKeys.map(settings.keys());
        try (Console console = Wiring.console(user, keys, arguments.saved(), host);
                AutoCloseable following = user.follow(change -> changed(change, console))) {
            if (!user.complaint().isEmpty()) {
                console.tell(user.complaint(), Tone.BAD);
            }
            Optional<String> palette =
                    arguments.palette().or(() -> settings.look().palette().map(Palette::id));
            return DesktopFace.run(
                    new DesktopOptions(
                            new ConsoleViews(console),
                            keys,
                            host.directories().state(),
                            new DesktopOptions.Start(
                                    DeskMemory.AUTO, palette, tab(arguments, settings)),
                            "Pilothouse"));
        }
    }

    private static Map<String, List<String>> flags(DesktopArguments arguments) {
        return arguments.palette().map(id -> Map.of("--palette", List.of(id))).orElse(Map.of());
    }

    /** What options ask for, else what the settings start with when that is not the usual. */
    private static Optional<TabMemory> tab(DesktopArguments arguments, Settings settings) {
        Settings.Start start = settings.start();
        if (arguments.tab().isPresent()
                || (start.screen() == ScreenKind.FLEET && start.namespace().isEmpty())) {
            return arguments.tab();
        }
        String filter = start.namespace().isEmpty() ? "" : "namespace=" + start.namespace();
        return Optional.of(new TabMemory(start.screen(), filter));
    }

    /** Colours of windows that are open stay; the rest holds at once. */
    private static void changed(LiveSettings.Change change, Console console) {
        switch (change) {
            case LiveSettings.Change.Taken(Loaded loaded, String sentence) -> {
                Settings settings = loaded.settings();
                console.reconfigure(settings.console(DesktopKeys.map(settings.keys())), sentence);
            }
            case LiveSettings.Change.Refused(var faults, String sentence) ->
                    console.tell(sentence, Tone.BAD);
        }
    }

    /** JavaFX would print a stack trace; only Linux needs to be asked. */
    private static boolean display(Host host) {
        return !host.system().startsWith("Linux")
                || !host.environment().getOrDefault("DISPLAY", "").isEmpty()
                || !host.environment().getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    }
}
