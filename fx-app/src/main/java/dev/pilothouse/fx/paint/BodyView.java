package dev.pilothouse.fx.paint;

import dev.pilothouse.present.BodyFrame;
import javafx.scene.layout.Region;

/** A painter of one kind of body. */
sealed interface BodyView permits TableBody, TextBody, PanesBody {
    Region node();

    /** True when this painter can paint the frame. */
    boolean accepts(BodyFrame frame);

    void apply(BodyFrame frame);

    /** Back to the first row: another screen is shown now. */
    void fresh();

    /** Rows that fit, for pages. */
    int rows();

    /** Scrolls a table sideways; negative is left. */
    void scrollColumns(int columns);

    /** The text that the mouse marked, to copy; empty for none. */
    String selectedText();

    /** Marks all of a text; false where there is no text. */
    boolean markAll();

    /** Height that shows everything, for panes that take as little as they need. */
    double need();
}
