package dev.pilothouse.config;

import dev.pilothouse.present.Command;
import java.util.List;
import java.util.Map;

/** Keys to start from. A preset names only the commands that differ from the built-in keys. */
final class KeyPresets {
    static final String DEFAULT = "default";
    static final List<String> NAMES = List.of(DEFAULT, "k9s", "vim-strict");

    private KeyPresets() {}

    static Map<Command, List<String>> of(String name) {
        return switch (name) {
            case "k9s" -> k9s();
            case "vim-strict" -> vim();
            default -> Map.of();
        };
    }

    /**
     * The habits of k9s. ctrl-d does nothing, since it deletes there and half a page down would
     * surprise.
     *
     * @see <a href="https://k9scli.io/topics/commands/">keys of k9s</a>
     */
    private static Map<Command, List<String>> k9s() {
        return Map.of(
                Command.PROBLEMS, List.of("ctrl-z", "E"),
                Command.SUSPEND, List.of(),
                Command.WIDE, List.of("ctrl-w", "w"),
                Command.CLOSE_TAB, List.of(),
                Command.PAGE_UP, List.of("ctrl-b", "pgup"),
                Command.HALF_DOWN, List.of(),
                Command.HALF_UP, List.of(),
                Command.REFRESH, List.of("ctrl-r", "r"));
    }

    /** h j k l move in all four directions, and the letters they take move to capitals. */
    private static Map<Command, List<String>> vim() {
        return Map.of(
                Command.RIGHT, List.of("l", "right"),
                Command.LOGS, List.of("list:L"),
                Command.LOGIN, List.of("list:ctrl-g"),
                Command.BACK, List.of("esc"),
                Command.PAGE_UP, List.of("ctrl-b", "pgup"),
                Command.MARK_RANGE, List.of("V"));
    }
}
