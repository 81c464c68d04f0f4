package dev.pilothouse.fx;

import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.launch.Host;
import dev.pilothouse.present.Console;
import java.util.Map;

/** Where the desktop program starts. */
public final class DesktopMain {
    private DesktopMain() {}

    public static void main(String[] args) {
        System.exit(run(args, Host.here()));
    }

    private static int run(String[] args, Host host) {
        if (display(host.environment()).isEmpty()) {
            System.err.println(
                    "pilothouse: no display for the desktop. Set DISPLAY or WAYLAND_DISPLAY, or use"
                            + " the terminal: pilothouse");
            return DesktopFace.NO_DISPLAY;
        }
        try (Console console = Wiring.console(Wiring.Arguments.read(args), host)) {
            return DesktopFace.run(
                    new DesktopOptions(
                            console::openView,
                            DesktopKeys.map(),
                            host.directories().state(),
                            "auto",
                            "Pilothouse"));
        } catch (ConsoleException e) {
            System.err.println("pilothouse: " + e.problem().sentence());
            return 1;
        }
    }

    /** JavaFX would print a stack trace; only Linux needs to be asked. */
    private static String display(Map<String, String> environment) {
        boolean linux = System.getProperty("os.name", "").startsWith("Linux");
        boolean headless = "Headless".equals(System.getProperty("glass.platform"));
        return !linux || headless
                ? "there"
                : environment.getOrDefault("DISPLAY", "")
                        + environment.getOrDefault("WAYLAND_DISPLAY", "");
    }
}
