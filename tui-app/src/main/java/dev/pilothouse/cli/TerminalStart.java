package dev.pilothouse.cli;

import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.present.Console;
import dev.pilothouse.present.ScreenKind;
import dev.pilothouse.present.View;
import dev.pilothouse.tui.TerminalFace;
import dev.pilothouse.tui.TerminalSettings;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Starts the terminal face, or says in one line why there is no terminal to start it in. */
final class TerminalStart {
    private TerminalStart() {}

    /** What to show first. */
    record First(ScreenKind screen, String filter) {}

    static int run(Shared shared, Looks looks, First first, Pilothouse.Surroundings world)
            throws ConsoleException {
        String missing = missing(world);
        if (!missing.isEmpty()) {
            world.err().println("pilothouse: " + missing);
            return ExitCode.UNAVAILABLE;
        }
        boolean ascii = looks.ascii || !unicode();
        TerminalSettings settings =
                new TerminalSettings(
                        looks.palette(),
                        looks.depth(world.environment()),
                        ascii,
                        true,
                        world.host().directories().state().resolve("saved"));
        try (Console console = Opened.face(shared, world, first.screen());
                View view = console.openView(first.screen(), first.filter())) {
            return TerminalFace.run(view, console::openView, settings, world.environment());
        } catch (IOException e) {
            world.err()
                    .println(
                            "pilothouse: the terminal cannot be used ("
                                    + e.getMessage()
                                    + "). Try: pilothouse get agents");
            return ExitCode.UNAVAILABLE;
        }
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
