package dev.pilothouse.fx.shell;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Turns key events into the chords of the key map: `ctrl-d`, `shift-tab`, `G`, `pgdn`, `/`. What
 * prints comes from the typed event, so that the layout of the keyboard decides and not the place
 * of the key; the rest comes from the pressed event.
 */
final class KeyChords {
    private KeyChords() {}

    /** The chord of an event, or nothing when another event of the same key press carries it. */
    static Optional<String> of(KeyEvent event) {
        if (event.getEventType() == KeyEvent.KEY_TYPED) {
            return typed(event);
        }
        if (event.getEventType() != KeyEvent.KEY_PRESSED || event.isMetaDown()) {
            return Optional.empty();
        }
        String named = named(event.getCode());
        if (!named.isEmpty()) {
            return Optional.of(
                    (event.isShiftDown() && named.equals("tab") ? "shift-" : "") + named);
        }
        if (event.isControlDown() && !event.isAltDown()) {
            return control(event.getCode());
        }
        return Optional.empty();
    }

    private static Optional<String> typed(KeyEvent event) {
        String text = event.getCharacter();
        boolean command = (event.isControlDown() && !event.isAltDown()) || event.isMetaDown();
        if (command || text.isEmpty() || Character.isISOControl(text.charAt(0))) {
            return Optional.empty();
        }
        return Optional.of(text.equals(" ") ? "space" : text);
    }

    private static Optional<String> control(KeyCode code) {
        if (code == KeyCode.SPACE) {
            return Optional.of("ctrl-space");
        }
        if (code == KeyCode.BACK_SLASH) {
            return Optional.of("ctrl-\\");
        }
        boolean letter = code.isLetterKey() && code.getName().length() == 1;
        return letter
                ? Optional.of("ctrl-" + code.getName().toLowerCase(java.util.Locale.ROOT))
                : Optional.empty();
    }

    private static String named(KeyCode code) {
        return switch (code) {
            case ENTER -> "enter";
            case ESCAPE -> "esc";
            case TAB -> "tab";
            case UP, KP_UP -> "up";
            case DOWN, KP_DOWN -> "down";
            case LEFT, KP_LEFT -> "left";
            case RIGHT, KP_RIGHT -> "right";
            case PAGE_UP -> "pgup";
            case PAGE_DOWN -> "pgdn";
            case HOME -> "home";
            case END -> "end";
            case BACK_SPACE -> "backspace";
            case DELETE -> "delete";
            default -> "";
        };
    }
}
