package dev.pilothouse.fx;

import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.present.Command;
import dev.pilothouse.present.KeyMap;
import java.util.List;
import java.util.Map;

/**
 * The key map of the terminal where desktops agree, and the desktop's own keys where they do not:
 * ctrl-c copies here and does not quit.
 */
final class DesktopKeys {
    private DesktopKeys() {}

    static KeyMap map() {
        try {
            return KeyMap.of(
                    Map.of(
                            Command.COPY, List.of("c", "ctrl-c"),
                            Command.QUIT, List.of("ctrl-q"),
                            Command.FILTER, List.of("/", "ctrl-f"),
                            Command.PALETTE, List.of(":", "ctrl-k"),
                            Command.PAGE_DOWN, List.of("pgdn"),
                            Command.SUSPEND, List.of()));
        } catch (ConsoleException e) {
            throw new IllegalStateException("the keys of the desktop conflict", e);
        }
    }
}
