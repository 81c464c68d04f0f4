package dev.pilothouse.fx.paint;

import dev.pilothouse.present.BodyFrame;
import dev.pilothouse.present.Command;
import dev.pilothouse.present.Intent;
import dev.pilothouse.present.TextFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Lines of text in a virtual list. Where lines cannot be chosen, the frame's cursor is the line at
 * the top; the wheel tells the presenter the line that came to the top, so that keys go on from
 * there.
 */
final class TextBody implements BodyView {
    private final Look look;
    private final Consumer<Intent> send;
    private final ListView<Integer> list = new ListView<>();
    private final ViewportList items = new ViewportList();
    private final List<LineCell> cells = new ArrayList<>();
    private final NoticeStrip strip;
    private final TextMouse mouse;
    private final TextBar bar;
    private boolean log;
    private final VBox node;
    private @Nullable TextFrame frame;
    private TextFrame.@Nullable Line end;
    private int cursor = -1;

    TextBody(Look look, Consumer<Intent> send, Runnable resized) {
        this.look = look;
        this.send = send;
        strip = new NoticeStrip(look, send);
        bar = new TextBar(send);
        mouse = new TextMouse(() -> frame, list, () -> cells.forEach(LineCell::repaint));
        list.getStyleClass().add("frame-text");
        list.setItems(items);
        list.setFocusTraversable(false);
        list.setFixedCellSize(look.line());
        list.setCellFactory(view -> newCell());
        list.addEventFilter(ScrollEvent.SCROLL, this::scrolled);
        list.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
        list.heightProperty().addListener((height, before, now) -> keepEnd());
        list.heightProperty().addListener((height, before, now) -> resized.run());
        VBox.setVgrow(list, Priority.ALWAYS);
        node = new VBox(bar.node(), strip.banner(), list);
        node.getStyleClass().add("text-body");
    }

    private LineCell newCell() {
        LineCell cell = new LineCell(() -> frame, mouse::selection, look);
        cell.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> pressed(cell, event));
        cells.add(cell);
        return cell;
    }

    private void pressed(LineCell cell, MouseEvent event) {
        TextFrame shown = frame;
        event.consume();
        node.getParent().requestFocus(); // the list would keep the focus and its own selection
        if (cell.isEmpty() || shown == null) {
            return;
        }
        mouse.pressed(cell, event);
        if (!shown.selectable()) {
            return;
        }
        send.accept(new Intent.Select(cell.getIndex()));
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            send.accept(new Intent.Run(Command.OPEN));
        }
    }

    /** Lines that arrive while the mouse marks some would pull them away. */
    private void dragged(MouseEvent event) {
        TextFrame shown = frame;
        VirtualFlow<?> flow = flow();
        if (shown != null && shown.follow() && flow != null && flow.getFirstVisibleCell() != null) {
            send.accept(new Intent.Select(flow.getFirstVisibleCell().getIndex()));
        }
        mouse.dragged(event);
        event.consume();
    }

    private void scrolled(ScrollEvent event) {
        TextFrame shown = frame;
        VirtualFlow<?> flow = flow();
        if (shown == null || shown.selectable() || flow == null || event.getDeltaY() == 0) {
            return;
        }
        if (flow.getFirstVisibleCell() != null) {
            int lines = (int) Math.round(event.getDeltaY() / look.line());
            int top = flow.getFirstVisibleCell().getIndex() - lines;
            cursor = Math.clamp(top, 0, Math.max(0, items.size() - 1));
            send.accept(new Intent.Select(cursor));
        }
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public boolean accepts(BodyFrame next) {
        return next instanceof TextFrame;
    }

    @Override
    public void apply(BodyFrame next) {
        if (!(next instanceof TextFrame shown)) {
            return;
        }
        frame = shown;
        log |= shown.follow();
        bar.apply(shown, log);
        double fixed = fixed(shown);
        if (list.getFixedCellSize() != fixed) {
            list.setFixedCellSize(fixed);
        }
        strip.apply(shown.notice(), shown.lines().isEmpty());
        list.setPlaceholder(strip.placeholder());
        items.resize(shown.lines().size());
        mouse.follow();
        cells.forEach(LineCell::repaint);
        scroll(shown);
    }

    /** Evidence is prose and breaks; other text keeps one line each unless asked. */
    private double fixed(TextFrame shown) {
        return shown.wrap() || shown.selectable() ? Region.USE_COMPUTED_SIZE : look.line();
    }

    private void scroll(TextFrame shown) {
        if (shown.follow()) {
            TextFrame.Line last = shown.lines().isEmpty() ? null : shown.lines().getLast();
            if (!Objects.equals(last, end) || cursor != shown.cursor()) {
                end();
            }
            end = last;
            cursor = shown.cursor();
            return;
        }
        end = null;
        if (shown.cursor() == cursor || shown.cursor() < 0) {
            return;
        }
        cursor = shown.cursor();
        if (!shown.selectable()) {
            list.scrollTo(cursor);
            return;
        }
        VirtualFlow<?> flow = flow();
        if (flow != null && flow.getFirstVisibleCell() != null) {
            flow.scrollTo(Math.min(cursor, items.size() - 1));
        }
    }

    private void keepEnd() {
        TextFrame shown = frame;
        if (shown != null && shown.follow()) {
            list.layout();
            end();
        }
    }

    private void end() {
        VirtualFlow<?> flow = flow();
        if (flow != null) {
            flow.setPosition(1);
        } else if (!items.isEmpty()) {
            list.scrollTo(items.size() - 1);
        }
    }

    private @Nullable VirtualFlow<?> flow() {
        Node found = list.lookup(".virtual-flow");
        return found instanceof VirtualFlow<?> flow ? flow : null;
    }

    @Override
    public void fresh() {
        cursor = -1;
        log = false;
        if (!items.isEmpty()) {
            list.scrollTo(0);
        }
    }

    @Override
    public int rows() {
        double height = list.getHeight() - 16;
        return height <= 0 ? 0 : Math.max(1, (int) (height / look.line()));
    }

    @Override
    public void scrollColumns(int columns) {}

    @Override
    public String selectedText() {
        return mouse.text();
    }

    @Override
    public boolean markAll() {
        mouse.markAll();
        return true;
    }

    @Override
    public double need() {
        TextFrame shown = frame;
        int count = shown == null ? 1 : Math.max(1, shown.lines().size());
        return count * look.line() + 18;
    }
}
