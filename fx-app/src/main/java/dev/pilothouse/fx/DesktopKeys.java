package dev.pilothouse.fx;

import dev.pilothouse.config.KeySettings;
import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.present.Command;
import dev.pilothouse.present.KeyMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key map of the terminal where desktops agree, and the desktop's own keys where they do not:
 * ctrl-c copies here and does not quit.
 */
final class DesktopKeys {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopKeys.class);

    private static final Map<Command, List<String>> OWN =
            Map.of(
                    Command.COPY, List.of("c", "ctrl-c"),
                    Command.QUIT, List.of("ctrl-q"),
                    Command.FILTER, List.of("/", "ctrl-f"),
                    Command.PALETTE, List.of(":", "ctrl-k"),
                    Command.PAGE_DOWN, List.of("pgdn"),
                    Command.SUSPEND, List.of());

    private DesktopKeys() {}

    static KeyMap map() {
        try {
            return KeyMap.of(OWN);
        } catch (ConsoleException e) {
            throw new IllegalStateException("the keys of the desktop conflict", e);
        }
    }

    /** With what the user bound, unless that takes a key that the desktop needs. */
    static KeyMap map(KeySettings chosen) {
        try {
            return chosen.map(OWN);
        } catch (ConsoleException e) {
            LOG.warn("desktop: {}; the usual keys are used", e.problem().sentence());
            return map();
        }
    }
}
