package dev.pilothouse.present;

import java.util.Optional;

/** What keys mean while something is being typed. */
final class KeyText {
    private KeyText() {}

    /** The text that a key types; empty for keys that type nothing. */
    static String typed(String key) {
        if (key.equals("space")) {
            return " ";
        }
        return key.codePointCount(0, key.length()) == 1 ? key : "";
    }

    static Optional<Intent.EditKey> edit(String key) {
        return switch (key) {
            case "backspace" -> Optional.of(Intent.EditKey.BACKSPACE);
            case "delete" -> Optional.of(Intent.EditKey.DELETE);
            case "ctrl-w" -> Optional.of(Intent.EditKey.DELETE_WORD);
            case "ctrl-u" -> Optional.of(Intent.EditKey.CLEAR);
            case "left" -> Optional.of(Intent.EditKey.LEFT);
            case "right" -> Optional.of(Intent.EditKey.RIGHT);
            case "home" -> Optional.of(Intent.EditKey.HOME);
            case "end" -> Optional.of(Intent.EditKey.END);
            default -> Optional.empty();
        };
    }

    static Optional<Command> inOverlay(String key) {
        return switch (key) {
            case "esc" -> Optional.of(Command.BACK);
            case "enter" -> Optional.of(Command.OPEN);
            case "up", "shift-tab" -> Optional.of(Command.UP);
            case "down", "tab" -> Optional.of(Command.DOWN);
            case "pgup" -> Optional.of(Command.PAGE_UP);
            case "pgdn" -> Optional.of(Command.PAGE_DOWN);
            case "ctrl-c" -> Optional.of(Command.QUIT);
            default -> Optional.empty();
        };
    }
}
