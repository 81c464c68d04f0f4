package dev.pilothouse.fx.paint;

import dev.pilothouse.present.TableFrame;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;

/** A row that knows from the frame whether the cursor is on it and whether it is marked. */
final class FrameRow extends TableRow<Integer> {
    private static final PseudoClass CURSOR = PseudoClass.getPseudoClass("cursor");
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    private final Supplier<@Nullable TableFrame> frame;

    FrameRow(Supplier<@Nullable TableFrame> frame) {
        this.frame = frame;
        getStyleClass().add("frame-row");
    }

    @Override
    protected void updateItem(@Nullable Integer item, boolean empty) {
        super.updateItem(item, empty);
        repaint();
    }

    @Override
    public void updateIndex(int index) {
        super.updateIndex(index);
        repaint();
    }

    /** The row and its cells. */
    void repaintAll() {
        repaint();
        for (Node child : getChildrenUnmodifiable()) {
            if (child instanceof FrameCell cell) {
                cell.repaint();
            }
        }
    }

    private void repaint() {
        TableFrame now = frame.get();
        int row = getIndex();
        boolean real = now != null && row >= 0 && row < now.rows().count();
        pseudoClassStateChanged(CURSOR, real && now != null && now.cursor().row() == row);
        pseudoClassStateChanged(
                MARKED,
                real
                        && now != null
                        && !now.cursor().marked().isEmpty()
                        && now.cursor().marked().contains(now.rows().key(row)));
    }
}
