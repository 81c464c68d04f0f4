package dev.pilothouse.tui;

import com.googlecode.lanterna.input.KeyStroke;
import java.util.Locale;
import java.util.Optional;

/** Names keys as the key map writes them. */
final class KeyNames {
    private KeyNames() {}

    static Optional<String> of(KeyStroke key) {
        return switch (key.getKeyType()) {
            case Character -> Optional.of(character(key));
            case Enter -> Optional.of("enter");
            case Escape -> Optional.of("esc");
            case Backspace -> Optional.of("backspace");
            case Delete -> Optional.of("delete");
            case Tab -> Optional.of("tab");
            case ReverseTab -> Optional.of("shift-tab");
            case ArrowUp -> Optional.of("up");
            case ArrowDown -> Optional.of("down");
            case ArrowLeft -> Optional.of(key.isShiftDown() ? "shift-left" : "left");
            case ArrowRight -> Optional.of(key.isShiftDown() ? "shift-right" : "right");
            case PageUp -> Optional.of("pgup");
            case PageDown -> Optional.of("pgdn");
            case Home -> Optional.of("home");
            case End -> Optional.of("end");
            case F1 -> Optional.of("?");
            default -> Optional.empty();
        };
    }

    private static String character(KeyStroke key) {
        char c = key.getCharacter();
        if (key.isCtrlDown()) {
            return c == ' ' ? "ctrl-space" : "ctrl-" + String.valueOf(c).toLowerCase(Locale.ROOT);
        }
        if (key.isAltDown()) {
            return "alt-" + c;
        }
        return c == ' ' ? "space" : String.valueOf(c);
    }
}
