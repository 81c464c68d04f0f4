package dev.pilothouse.fx.paint;

import dev.pilothouse.present.BodyFrame;
import dev.pilothouse.present.Intent;
import dev.pilothouse.present.PanesFrame;
import dev.pilothouse.present.TableFrame;
import dev.pilothouse.present.TextFrame;
import java.util.function.Consumer;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Paints whatever body a frame has, and tells the presenter how many rows fit. */
public final class BodyPainter {
    private final Look look;
    private final Consumer<Intent> send;
    private final StackPane node = new StackPane();
    private @Nullable BodyView body;
    private int told = -1;

    public BodyPainter(Look look, Consumer<Intent> send) {
        this.look = look;
        this.send = send;
        node.getStyleClass().add("body");
        node.setMinSize(0, 0);
    }

    public StackPane node() {
        return node;
    }

    /** Paints a body; `fresh` when it belongs to another screen than the last one. */
    public void apply(BodyFrame frame, boolean fresh) {
        BodyView view = body;
        if (view == null || !view.accepts(frame)) {
            view = viewFor(frame);
            body = view;
            node.getChildren().setAll(view.node());
        } else if (fresh) {
            view.fresh();
        }
        view.apply(frame);
        tell(view.rows());
    }

    private void resized() {
        tell(rows());
    }

    private void tell(int rows) {
        if (rows > 0 && rows != told) {
            told = rows;
            send.accept(new Intent.Viewport(rows));
        }
    }

    /** Drops what was painted; the next frame is painted from nothing. */
    public void reset() {
        body = null;
        node.getChildren().clear();
    }

    /** Scrolls the table that has the keys sideways; negative is left. */
    public void scrollColumns(int columns) {
        BodyView view = body;
        if (view != null) {
            view.scrollColumns(columns);
        }
    }

    /** The text that the mouse marked, to copy; empty for none. */
    public String selectedText() {
        BodyView view = body;
        return view == null ? "" : view.selectedText();
    }

    /** Marks all of a text; false where there is no text. */
    public boolean markAll() {
        BodyView view = body;
        return view != null && view.markAll();
    }

    double need() {
        BodyView view = body;
        return view == null ? 0 : view.need();
    }

    int rows() {
        BodyView view = body;
        return view == null ? 0 : view.rows();
    }

    private BodyView viewFor(BodyFrame frame) {
        return switch (frame) {
            case TableFrame ignored -> new TableBody(look, send, this::resized);
            case TextFrame ignored -> new TextBody(look, send, this::resized);
            case PanesFrame ignored -> new PanesBody(look, send);
        };
    }
}
