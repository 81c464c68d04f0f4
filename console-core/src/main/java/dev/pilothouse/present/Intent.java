package dev.pilothouse.present;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a user asked for, from a key, the mouse, the palette or a script. */
public sealed interface Intent {
    /** The focused body shows this many rows now; pages are counted with it. */
    record Viewport(int rows) implements Intent {}

    /** Runs a named command on the current selection. */
    record Run(Command command) implements Intent {}

    /** Moves the cursor by rows; negative is up. */
    record Move(int rows) implements Intent {}

    /**
     * Puts the cursor on a row of the focused table or text, by index. From a mouse click or a
     * desktop selection.
     */
    record Select(int row) implements Intent {}

    /** Puts the keys' focus on a pane. */
    record Focus(int pane) implements Intent {}

    /**
     * Keys in the order they were pressed, as {@link Command} writes them; a single character
     * stands for itself. What they mean depends on what is open when their turn comes, so only the
     * presenter can tell.
     */
    record Keys(List<String> keys) implements Intent {
        public Keys {
            keys = List.copyOf(keys);
        }
    }

    /** Types into the open prompt, picker or help search. */
    record Type(String text) implements Intent {}

    /** Edits the open input. */
    record Edit(EditKey key) implements Intent {}

    /** Sets the whole text of the filter at once, from a desktop text field or a script. */
    record SetFilter(String text) implements Intent {}

    /**
     * Orders the table by a column; the same column again turns the order around. Null returns to
     * the screen's own order.
     */
    record Sort(@Nullable String column) implements Intent {}

    /**
     * Opens a screen by kind from anywhere: the left rail, the palette, `:pods`. `filter` may be
     * empty.
     */
    record Open(ScreenKind screen, String filter) implements Intent {}

    /** A face tells how what was asked of it went. */
    record Say(String text, Tone tone) implements Intent {}

    /** Runs the item of the open picker by index. */
    record Choose(int item) implements Intent {}

    /** The keys that edit one line of text. */
    enum EditKey {
        BACKSPACE,
        DELETE,
        DELETE_WORD,
        CLEAR,
        LEFT,
        RIGHT,
        HOME,
        END
    }
}
