package dev.pilothouse.fx.paint;

import dev.pilothouse.present.BodyFrame;
import dev.pilothouse.present.Command;
import dev.pilothouse.present.Intent;
import dev.pilothouse.present.TableFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A table frame in a TableView. The control holds row numbers only and has no selection of its own:
 * a new frame sizes the list and asks the visible cells to paint themselves again, so the cost of a
 * frame depends on what is visible and not on what there is. The cursor is the frame's, which the
 * presenter keeps by key.
 */
final class TableBody implements BodyView {
    /** Pixels that a wheel turns for one column. */
    private static final double STEP = 40;

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final Consumer<Intent> send;
    private final Look look;
    private final TableView<Integer> table = new TableView<>();
    private final ViewportList items = new ViewportList();
    private final List<FrameRow> rows = new ArrayList<>();
    private final TableColumns columns;
    private final NoticeStrip strip;
    private final CellMenu menu;
    private final VBox node;
    private double sideways;
    private @Nullable TableFrame frame;
    private @Nullable Object cursorKey;
    private int cursorRow = -1;

    TableBody(Look look, Consumer<Intent> send, Runnable resized) {
        this.look = look;
        this.send = send;
        columns = new TableColumns(table, look, send, this::newCell);
        strip = new NoticeStrip(look, send);
        menu = new CellMenu(send);
        table.getStyleClass().add("frame-table");
        table.setItems(items);
        table.setSelectionModel(null);
        table.setFixedCellSize(look.row());
        table.setFocusTraversable(false);
        table.setRowFactory(view -> newRow());
        table.setPlaceholder(new Region());
        table.heightProperty().addListener((height, before, now) -> resized.run());
        VBox.setVgrow(table, Priority.ALWAYS);
        table.addEventFilter(ScrollEvent.SCROLL, this::scrolled);
        node = new VBox(strip.banner(), table, columns.bar());
        node.getStyleClass().add("table-body");
    }

    private FrameCell newCell(int column) {
        FrameCell cell = new FrameCell(this::frame, look, column);
        cell.setOnContextMenuRequested(event -> menu(cell, column, event));
        return cell;
    }

    private void menu(FrameCell cell, int column, ContextMenuEvent event) {
        TableFrame shown = frame;
        if (shown != null && !cell.isEmpty() && cell.getIndex() < shown.rows().count()) {
            menu.show(cell, event, shown, cell.getIndex(), column);
            event.consume();
        }
    }

    /** A wheel that turns sideways, or any wheel with shift, scrolls the columns. */
    private void scrolled(ScrollEvent event) {
        if (event.getDeltaX() == 0) {
            return;
        }
        sideways -= event.getDeltaX() / STEP;
        int columnsMoved = (int) sideways;
        sideways -= columnsMoved;
        if (columnsMoved != 0) {
            columns.scroll(columnsMoved);
        }
        event.consume();
    }

    @Override
    public void scrollColumns(int by) {
        columns.scroll(by);
    }

    private FrameRow newRow() {
        FrameRow row = new FrameRow(this::frame);
        row.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> pressed(row, event));
        rows.add(row);
        return row;
    }

    private void pressed(FrameRow row, MouseEvent event) {
        if (row.isEmpty()) {
            return;
        }
        menu.hide();
        send.accept(new Intent.Select(row.getIndex()));
        if (event.getButton() == MouseButton.PRIMARY) {
            if (event.isShiftDown()) {
                send.accept(new Intent.Run(Command.MARK_RANGE));
            } else if (event.isShortcutDown()) {
                send.accept(new Intent.Run(Command.MARK));
            } else if (event.getClickCount() == 2) {
                send.accept(new Intent.Run(Command.OPEN));
            }
        }
    }

    @Nullable TableFrame frame() {
        return frame;
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public boolean accepts(BodyFrame next) {
        return next instanceof TableFrame;
    }

    @Override
    public void apply(BodyFrame next) {
        if (!(next instanceof TableFrame shown)) {
            return;
        }
        boolean wasVisible = cursorVisible();
        frame = shown;
        columns.apply(shown);
        strip.apply(shown.notice(), shown.rows().count() == 0);
        if (shown.rows().count() == 0) {
            table.setPlaceholder(strip.placeholder());
        }
        table.pseudoClassStateChanged(
                STALE, shown.rows().count() > 0 && !shown.notice().text().isEmpty());
        items.resize(shown.rows().count());
        rows.forEach(FrameRow::repaintAll);
        follow(shown, wasVisible);
    }

    /** Brings the cursor into view when the user moved it, or when data moved it out of view. */
    private void follow(TableFrame shown, boolean wasVisible) {
        int row = shown.cursor().row();
        Object key = row >= 0 && row < shown.rows().count() ? shown.rows().key(row) : null;
        boolean moved = key != null && !key.equals(cursorKey);
        boolean carried = row != cursorRow && wasVisible;
        cursorKey = key;
        cursorRow = row;
        if (key != null && (moved || carried)) {
            reveal(row);
        }
    }

    private void reveal(int row) {
        VirtualFlow<?> flow = flow();
        if (flow == null || flow.getFirstVisibleCell() == null) {
            return;
        }
        int first = flow.getFirstVisibleCell().getIndex();
        int last = flow.getLastVisibleCell().getIndex();
        double offset = flow.getFirstVisibleCell().getLayoutY();
        double top = offset + (row - first) * look.row();
        double bottom = top + look.row() - flow.getHeight();
        if (row < first - 1 || row > last + 1) {
            // Pixels would be counted on the rows of the frame before this one.
            table.scrollTo(Math.max(0, row - rows() / 2));
        } else if (top < 0) {
            flow.scrollPixels(top);
        } else if (bottom > 0) {
            flow.scrollPixels(bottom);
        }
    }

    private boolean cursorVisible() {
        VirtualFlow<?> flow = flow();
        return flow != null
                && flow.getFirstVisibleCell() != null
                && cursorRow >= flow.getFirstVisibleCell().getIndex()
                && cursorRow <= flow.getLastVisibleCell().getIndex();
    }

    private @Nullable VirtualFlow<?> flow() {
        Node found = table.lookup(".virtual-flow");
        return found instanceof VirtualFlow<?> flow ? flow : null;
    }

    @Override
    public void fresh() {
        cursorKey = null;
        cursorRow = -1;
        if (!items.isEmpty()) {
            table.scrollTo(0);
        }
    }

    @Override
    public int rows() {
        double height = table.getHeight() - TableColumns.HEAD;
        return height <= 0 ? 0 : Math.max(1, (int) (height / look.row()));
    }

    @Override
    public String selectedText() {
        return "";
    }

    @Override
    public boolean markAll() {
        return false;
    }

    @Override
    public double need() {
        TableFrame shown = frame;
        int count = shown == null ? 0 : shown.rows().count();
        return TableColumns.HEAD + Math.max(2, count) * look.row() + 4;
    }
}
