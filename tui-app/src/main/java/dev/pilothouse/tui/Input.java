package dev.pilothouse.tui;

import java.util.List;

/** What came from the keyboard and the mouse, in order. */
sealed interface Input {
    /** Keys as the key map names them. */
    record Keys(List<String> names) implements Input {
        public Keys {
            names = List.copyOf(names);
        }
    }

    /** Text from the clipboard of the terminal; never keys, whatever it holds. */
    record Paste(String text) implements Input {}

    /** Steps of the wheel; negative is up. */
    record Wheel(int steps) implements Input {}

    /** The left button went down on a cell; 0 up. */
    record Click(int column, int row) implements Input {}
}
