package dev.pilothouse.cli;

import dev.pilothouse.config.LiveSettings;
import dev.pilothouse.config.Loaded;
import dev.pilothouse.config.Settings;
import dev.pilothouse.launch.UserSettings;
import dev.pilothouse.present.Console;
import dev.pilothouse.present.Palette;
import dev.pilothouse.present.Tone;
import dev.pilothouse.present.View;
import dev.pilothouse.tui.ColorDepth;
import dev.pilothouse.tui.TerminalFace;
import dev.pilothouse.tui.TerminalSettings;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** Starts the terminal face, or says in one line why there is no terminal to start it in. */
final class TerminalStart {
    private TerminalStart() {}

    @SuppressWarnings("try") // the file is followed while the face runs
    static int run(Shared shared, Looks looks, Pilothouse.Surroundings world) throws Exception {
        String missing = missing(world);
        if (!missing.isEmpty()) {
            world.err().println("pilothouse: " + missing);
            return ExitCode.UNAVAILABLE;
        }
        UserSettings user = Opened.settings(shared, looks, world);
        Settings.Start start = user.loaded().settings().start();
        String filter = start.namespace().isEmpty() ? "" : "namespace=" + start.namespace();
        AtomicReference<TerminalSettings> painted =
                new AtomicReference<>(terminal(user.loaded().settings().look(), world));
        try (Console console = Opened.screen(shared, user, world, start.screen());
                View view = console.openView(start.screen(), filter);
                AutoCloseable following =
                        user.follow(change -> changed(change, console, painted, world))) {
            if (!user.complaint().isEmpty()) {
                console.tell(user.complaint(), Tone.BAD);
            }
            return TerminalFace.run(view, console::openView, painted::get, world.environment());
        } catch (IOException e) {
            world.err()
                    .println(
                            "pilothouse: the terminal cannot be used ("
                                    + e.getMessage()
                                    + "). Try: pilothouse get agents");
            return ExitCode.UNAVAILABLE;
        }
    }

    private static void changed(
            LiveSettings.Change change,
            Console console,
            AtomicReference<TerminalSettings> painted,
            Pilothouse.Surroundings world) {
        switch (change) {
            case LiveSettings.Change.Taken(Loaded loaded, String sentence) -> {
                painted.set(terminal(loaded.settings().look(), world));
                console.reconfigure(
                        loaded.settings().console(loaded.settings().keys().map()), sentence);
            }
            case LiveSettings.Change.Refused(var faults, String sentence) ->
                    console.tell(sentence, Tone.BAD);
        }
    }

    private static TerminalSettings terminal(Settings.Look look, Pilothouse.Surroundings world) {
        Palette palette = look.palette().orElseGet(() -> background(world.environment()));
        ColorDepth depth =
                ColorDepth.of(look.color()).orElseGet(() -> ColorDepth.detect(world.environment()));
        return new TerminalSettings(
                palette,
                depth,
                look.ascii() || !unicode(),
                look.mouse(),
                world.host().directories().state().resolve("saved"));
    }

    /** Dark, unless the terminal says that its background is one of the two light ones. */
    private static Palette background(Map<String, String> environment) {
        String colors = environment.getOrDefault("COLORFGBG", "");
        String back = colors.substring(colors.lastIndexOf(';') + 1);
        return back.equals("7") || back.equals("15") ? Palette.LIGHT : Palette.DARK;
    }

    /** Box drawing turns to garbage where the terminal does not speak UTF-8. */
    private static boolean unicode() {
        String encoding = System.getProperty("stdout.encoding", Charset.defaultCharset().name());
        return encoding.toUpperCase(Locale.ROOT).replace("-", "").equals("UTF8");
    }

    private static String missing(Pilothouse.Surroundings world) {
        if (!terminal("0") || !terminal("1")) {
            return "there is no terminal here. For scripts use: pilothouse get agents [-o json]";
        }
        String term = world.environment().getOrDefault("TERM", "");
        return term.equals("dumb") || term.isEmpty()
                ? "the terminal (TERM='" + term + "') cannot place text. Use: pilothouse get agents"
                : "";
    }

    /** Whether a descriptor is a terminal. System.console() would load a line editor to say so. */
    static boolean terminal(String descriptor) {
        Path link = Path.of("/proc/self/fd", descriptor);
        try {
            String target = Files.readSymbolicLink(link).toString();
            return target.startsWith("/dev/pts")
                    || target.startsWith("/dev/tty")
                    || target.startsWith("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return true; // no such file system here; opening the terminal will tell
        }
    }
}
