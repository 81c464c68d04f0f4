package dev.pilothouse.fx.paint;

import dev.pilothouse.present.TextFrame;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Marks text with the mouse: drag, two clicks for a word, three for a line, shift to extend. What
 * is marked goes when the text under it changes.
 */
final class TextMouse {
    private final Supplier<@Nullable TextFrame> frame;
    private final ListView<Integer> list;
    private final Runnable repaint;
    private final ContextMenu menu = new ContextMenu();
    private TextSelection selection = TextSelection.NONE;
    private String marked = "";

    TextMouse(Supplier<@Nullable TextFrame> frame, ListView<Integer> list, Runnable repaint) {
        this.frame = frame;
        this.list = list;
        this.repaint = repaint;
        MenuItem copy = new MenuItem("Copy");
        copy.setOnAction(event -> Clip.copy(text()));
        MenuItem line = new MenuItem("Copy the line");
        line.setOnAction(event -> Clip.copy(plain(selection.head().line())));
        MenuItem all = new MenuItem("Mark all");
        all.setOnAction(event -> markAll());
        menu.getItems().setAll(copy, line, all);
        menu.setOnShowing(event -> copy.setDisable(selection.empty()));
        list.setOnContextMenuRequested(
                event -> menu.show(list, event.getScreenX(), event.getScreenY()));
    }

    TextSelection selection() {
        return selection;
    }

    String text() {
        TextFrame shown = frame.get();
        return shown == null ? "" : selection.text(shown.lines());
    }

    void markAll() {
        TextFrame shown = frame.get();
        mark(shown == null ? TextSelection.NONE : TextSelection.all(shown.lines()));
    }

    /** Another frame is shown now; lines that moved away take the mark with them. */
    void follow() {
        if (!selection.empty() && !text().equals(marked)) {
            mark(TextSelection.NONE);
        }
    }

    void pressed(LineCell cell, MouseEvent event) {
        menu.hide();
        TextSelection.Spot spot = cell.spot(event.getSceneX(), event.getSceneY());
        if (event.getButton() != MouseButton.PRIMARY) {
            if (selection.empty()) {
                mark(TextSelection.at(spot));
            }
            return;
        }
        String line = plain(cell.getIndex());
        mark(
                event.isShiftDown()
                        ? selection.to(spot)
                        : switch (event.getClickCount()) {
                            case 1 -> TextSelection.at(spot);
                            case 2 -> TextSelection.word(spot, line);
                            default -> TextSelection.line(cell.getIndex(), line);
                        });
    }

    /** The mouse moves with its button down; beyond an edge the text scrolls. */
    void dragged(MouseEvent event) {
        TextFrame shown = frame.get();
        if (shown == null || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        double y = list.sceneToLocal(event.getSceneX(), event.getSceneY()).getY();
        if (y < 0) {
            list.scrollTo(Math.max(0, selection.head().line() - 1));
        } else if (y > list.getHeight()) {
            list.scrollTo(Math.min(shown.lines().size() - 1, selection.head().line() + 1));
        }
        LineCell cell = at(event);
        if (cell != null && !cell.isEmpty()) {
            mark(selection.to(cell.spot(event.getSceneX(), event.getSceneY())));
        }
    }

    private @Nullable LineCell at(MouseEvent event) {
        LineCell nearest = null;
        for (javafx.scene.Node node : list.lookupAll(".line-cell")) {
            if (node instanceof LineCell cell && !cell.isEmpty() && cell.isVisible()) {
                double top = cell.localToScene(0, 0).getY();
                if (top <= event.getSceneY()
                        && (nearest == null || top > nearest.localToScene(0, 0).getY())) {
                    nearest = cell;
                }
            }
        }
        return nearest;
    }

    private void mark(TextSelection next) {
        if (!next.equals(selection)) {
            selection = next;
            marked = text();
            repaint.run();
        }
    }

    private String plain(int line) {
        TextFrame shown = frame.get();
        return shown == null || line >= shown.lines().size() ? "" : shown.lines().get(line).plain();
    }
}
