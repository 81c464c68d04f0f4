package dev.pilothouse.fx.paint;

import dev.pilothouse.fx.memory.TableMemory;
import dev.pilothouse.present.ColumnHead;
import dev.pilothouse.present.Intent;
import dev.pilothouse.present.TableFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table: width by kind, what is left over to the columns that can use it. What the
 * user dragged, hid or put elsewhere is kept for all tables of that title.
 */
final class TableColumns {
    /** Height of the heads. */
    static final double HEAD = 32;

    private static final double SIDES = 20;
    private static final double FIRST = 6;
    private static final double SCROLL_BAR = 14;

    private final TableView<Integer> table;
    private final Look look;
    private final Consumer<Intent> send;
    private final IntFunction<FrameCell> cells;
    private final SidewaysBar bar = new SidewaysBar(this::scrollTo);
    private final HeadMenu menu = new HeadMenu(this::toggle, this::reset);
    private final List<TableColumn<Integer, Integer>> made = new ArrayList<>();
    private final List<Label> titles = new ArrayList<>();
    private List<ColumnHead> heads = List.of();
    private TableFrame.@Nullable Narrowing narrowing;
    private String title = "";
    private int offset;
    private boolean settling;
    private boolean dragging;

    TableColumns(
            TableView<Integer> table,
            Look look,
            Consumer<Intent> send,
            IntFunction<FrameCell> cells) {
        this.table = table;
        this.look = look;
        this.send = send;
        this.cells = cells;
        table.widthProperty().addListener((width, before, now) -> settle());
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> dragging = event.getY() < HEAD);
        table.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> released());
        table.getColumns()
                .addListener((ListChangeListener<TableColumn<Integer, ?>>) change -> moved());
    }

    /** The bar that scrolls sideways; it is there only when there is something to scroll to. */
    SidewaysBar bar() {
        return bar;
    }

    void apply(TableFrame frame) {
        boolean fresh = !frame.columns().equals(heads) || !frame.title().equals(title);
        title = frame.title();
        TableFrame.Narrowing how = frame.narrowing();
        TableFrame.Narrowing before = narrowing;
        narrowing = how;
        if (fresh) {
            heads = frame.columns();
            offset = 0;
            make();
        }
        if (fresh || before == null || before.wide() != how.wide()) {
            settle();
        }
        if (fresh
                || before == null
                || before.descending() != how.descending()
                || !before.sortColumn().equals(how.sortColumn())) {
            arrows(how);
        }
    }

    /** Scrolls by columns; negative is left. */
    void scroll(int columns) {
        scrollTo(offset + columns);
    }

    private void scrollTo(int to) {
        offset = to;
        settle();
    }

    private TableMemory memory() {
        return look.tables().of(title);
    }

    private void toggle(String column) {
        look.tables().set(title, memory().toggled(column));
        settle();
    }

    private void reset() {
        look.tables().set(title, TableMemory.NONE);
        offset = 0;
        place();
        settle();
    }

    /** The user dropped a head at another place. */
    private void moved() {
        if (settling || table.getColumns().size() != heads.size()) {
            return;
        }
        List<String> ids = table.getColumns().stream().map(column -> column.getId()).toList();
        if (!ids.equals(memory().order())) {
            look.tables().set(title, memory().ordered(ids));
            settle();
        }
    }

    private void released() {
        if (dragging) {
            dragging = false;
            settle();
        }
    }

    private void make() {
        made.clear();
        titles.clear();
        for (int i = 0; i < heads.size(); i++) {
            made.add(column(heads.get(i), i));
        }
        place();
    }

    private void place() {
        settling = true;
        try {
            table.getColumns()
                    .setAll(
                            ColumnWindow.arranged(heads, memory()).stream()
                                    .map(made::get)
                                    .toList());
        } finally {
            settling = false;
        }
    }

    private TableColumn<Integer, Integer> column(ColumnHead head, int index) {
        TableColumn<Integer, Integer> column = new TableColumn<>();
        column.setId(head.id());
        column.setSortable(false);
        column.setMinWidth(32);
        column.setCellFactory(ignored -> cells.apply(index));
        Label name = title(head, index);
        name.minWidthProperty().bind(column.widthProperty());
        name.prefWidthProperty().bind(column.widthProperty());
        titles.add(name);
        column.setGraphic(name);
        column.widthProperty()
                .addListener(
                        (width, before, now) -> {
                            if (dragging && !settling) {
                                look.tables().set(title, memory().wide(head.id(), (double) now));
                            }
                        });
        return column;
    }

    private Label title(ColumnHead head, int index) {
        Label name = new Label(head.title());
        name.getStyleClass().add("column-title");
        if (index == 0) {
            name.getStyleClass().add("first");
        }
        name.setAlignment(head.layout().right() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        name.setOnMouseClicked(
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                        send.accept(new Intent.Sort(head.id()));
                    }
                });
        name.setOnContextMenuRequested(
                event -> {
                    menu.show(name, event, heads, memory().hidden());
                    event.consume();
                });
        if (!head.help().isEmpty()) {
            name.setTooltip(new Tooltip(head.help()));
        }
        return name;
    }

    private void arrows(TableFrame.Narrowing how) {
        for (int i = 0; i < heads.size(); i++) {
            boolean sorted = heads.get(i).id().equals(how.sortColumn());
            String arrow = how.descending() ? " ↓" : " ↑";
            Label name = titles.get(i);
            name.setText(heads.get(i).title() + (sorted ? arrow : ""));
            name.getStyleClass().remove("sorted");
            if (sorted) {
                name.getStyleClass().add("sorted");
            }
        }
    }

    private double want(ColumnHead head) {
        Double chosen = memory().widths().get(head.id());
        if (chosen != null) {
            return chosen;
        }
        double spare = head.layout().right() ? 8 : 0; // ages end in letters wider than figures
        double text = head.layout().width() * look.character() + spare;
        double name = (head.title().length() + 2) * 7.2;
        double first = heads.indexOf(head) == 0 ? FIRST : 0;
        return Math.ceil(Math.max(text, name) + SIDES + first);
    }

    private void settle() {
        double room = table.getWidth() - SCROLL_BAR;
        if (room <= 0 || heads.isEmpty() || settling || dragging) {
            return;
        }
        TableFrame.Narrowing how = narrowing;
        boolean wide = how != null && how.wide();
        ColumnWindow window =
                ColumnWindow.of(
                        heads, memory(), this::want, new ColumnWindow.Ask(room, wide, offset));
        offset = window.offset();
        settling = true;
        try {
            spread(window, room);
            bar.show(window.last(), offset);
        } finally {
            settling = false;
        }
    }

    private void spread(ColumnWindow window, double room) {
        Set<Integer> shown = window.shown();
        double used = shown.stream().mapToDouble(i -> want(heads.get(i))).sum();
        int shares =
                shown.stream()
                        .filter(this::elastic)
                        .mapToInt(i -> heads.get(i).layout().grow())
                        .sum();
        double left = Math.max(0, room - used);
        int first = window.order().getFirst();
        for (int i = 0; i < heads.size(); i++) {
            TableColumn<Integer, Integer> column = made.get(i);
            column.setVisible(shown.contains(i));
            if (shown.contains(i)) {
                int grow = elastic(i) ? heads.get(i).layout().grow() : 0;
                int share = shares == 0 && i == first ? 1 : grow;
                double width = want(heads.get(i)) + left * share / Math.max(1, shares);
                column.setPrefWidth(Math.floor(Math.min(width, room)));
            }
        }
    }

    /** A width that the user chose stays as it is. */
    private boolean elastic(int head) {
        return !memory().widths().containsKey(heads.get(head).id());
    }
}
