package dev.pilothouse.fx.paint;

import dev.pilothouse.present.Cell;
import dev.pilothouse.present.ColumnHead;
import dev.pilothouse.present.Glyph;
import dev.pilothouse.present.TableFrame;
import dev.pilothouse.present.Tone;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** One cell that reads its row from the newest frame; it changes nothing that is already so. */
final class FrameCell extends TableCell<Integer, Integer> {
    private static final PseudoClass STRONG = PseudoClass.getPseudoClass("strong");

    private final Supplier<@Nullable TableFrame> frame;
    private final Look look;
    private final int column;
    private @Nullable Cell painted;
    private boolean strong;
    private @Nullable GlyphIcon icon;
    private @Nullable Tooltip whole;

    FrameCell(Supplier<@Nullable TableFrame> frame, Look look, int column) {
        this.frame = frame;
        this.look = look;
        this.column = column;
        getStyleClass().add("frame-cell");
        if (column == 0) {
            getStyleClass().add("first");
        }
        setEllipsisString("…");
        setOnMouseEntered(event -> explainCut());
        TableFrame now = frame.get();
        if (now != null && column < now.columns().size()) {
            ColumnHead.Layout layout = now.columns().get(column).layout();
            setAlignment(layout.right() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
            setTextOverrun(
                    layout.cutMiddle() ? OverrunStyle.CENTER_ELLIPSIS : OverrunStyle.ELLIPSIS);
        }
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

    /** A text that does not fit is whole in a tip. */
    private void explainCut() {
        boolean cut = lookup(".text") instanceof Text text && !text.getText().equals(getText());
        if (cut) {
            Tooltip tip = whole == null ? new Tooltip() : whole;
            tip.setText(getText());
            tip.setWrapText(true);
            tip.setMaxWidth(640);
            whole = tip;
        }
        setTooltip(cut ? whole : null);
    }

    void repaint() {
        TableFrame now = frame.get();
        int row = getIndex();
        if (now == null || row < 0 || row >= now.rows().count() || column >= now.columns().size()) {
            paint(Cell.EMPTY, false);
            return;
        }
        Cell cell = now.rows().cell(row, column);
        paint(cell, cell.tone() == Tone.STRONG || now.rows().changed(row, column));
    }

    private void paint(Cell cell, boolean bold) {
        if (bold != strong) {
            strong = bold;
            pseudoClassStateChanged(STRONG, bold);
        }
        if (cell.equals(painted)) {
            return;
        }
        painted = cell;
        setText(cell.text());
        setTextFill(look.color(wordTone(cell)));
        if (cell.glyph() == Glyph.NONE) {
            setGraphic(null);
            return;
        }
        GlyphIcon shown = icon == null ? new GlyphIcon() : icon;
        icon = shown;
        shown.show(cell.glyph(), look.color(cell.tone()));
        setGraphic(shown);
    }

    /** What is fine stays quiet: its dot has the colour, its word does not. */
    private static Tone wordTone(Cell cell) {
        return cell.glyph() == Glyph.OK ? Tone.NORMAL : cell.tone();
    }
}
