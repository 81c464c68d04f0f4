package dev.pilothouse.fx;

import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.fx.memory.DeskMemory;
import dev.pilothouse.launch.Host;
import dev.pilothouse.launch.LogFile;
import dev.pilothouse.present.Console;

import java.io.PrintStream;

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
            return open(arguments, host);
        } catch (ConsoleException e) {
            boolean usage = e.problem().code().equals("cli.usage");
            return output.fail(e.problem().sentence(), usage ? USAGE : 1);
        }
    }

    private static int open(DesktopArguments arguments, Host host) throws ConsoleException {
        LogFile.install(host.directories().state());
        try (Console console = Wiring.console(arguments.choice(), arguments.saved(), host)) {
            return DesktopFace.run(
                    new DesktopOptions(
                            new ConsoleViews(console),
                            DesktopKeys.map(),
                            host.directories().state(),
                            new DesktopOptions.Start(
                                    DeskMemory.AUTO, arguments.palette(), arguments.tab()),
                            "Pilothouse"));
        }
    }

    /** JavaFX would print a stack trace; only Linux needs to be asked. */
    private static boolean display(Host host) {
        return !host.system().startsWith("Linux")
                || !host.environment().getOrDefault("DISPLAY", "").isEmpty()
                || !host.environment().getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    }
}
