package dev.pilothouse.fx.paint;

import dev.pilothouse.present.ColumnHead;
import dev.pilothouse.present.Intent;
import dev.pilothouse.present.TableFrame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table: width by kind, what is left over to the columns that can use it, and the
 * least important columns dropped first when there is no room. A width that the user dragged stays.
 */
final class TableColumns {
    /** Height of the heads. */
    static final double HEAD = 32;

    private static final double SIDES = 20;
    private static final double SCROLL_BAR = 14;

    private final TableView<Integer> table;
    private final Look look;
    private final Consumer<Intent> send;
    private final IntFunction<FrameCell> cells;
    private final List<TableColumn<Integer, Integer>> made = new ArrayList<>();
    private final List<Label> titles = new ArrayList<>();
    private final Map<String, Double> dragged = new HashMap<>();
    private List<ColumnHead> heads = List.of();
    private TableFrame.@Nullable Narrowing narrowing;
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
        table.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> dragging = false);
    }

    /** True when all columns are new. */
    boolean apply(List<ColumnHead> next, TableFrame.Narrowing how) {
        boolean fresh = !next.equals(heads);
        if (fresh) {
            heads = next;
            make();
        }
        TableFrame.Narrowing before = narrowing;
        narrowing = how;
        if (fresh || before == null || before.wide() != how.wide()) {
            settle();
        }
        if (fresh
                || before == null
                || before.descending() != how.descending()
                || !before.sortColumn().equals(how.sortColumn())) {
            arrows(how);
        }
        return fresh;
    }

    private void make() {
        made.clear();
        titles.clear();
        for (int i = 0; i < heads.size(); i++) {
            made.add(column(heads.get(i), i));
        }
        table.getColumns().setAll(made);
    }

    private TableColumn<Integer, Integer> column(ColumnHead head, int index) {
        TableColumn<Integer, Integer> column = new TableColumn<>();
        column.setSortable(false);
        column.setReorderable(false);
        column.setMinWidth(32);
        column.setCellFactory(ignored -> cells.apply(index));
        Label title = new Label(head.title());
        title.getStyleClass().add("column-title");
        title.setAlignment(head.layout().right() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        title.minWidthProperty().bind(column.widthProperty());
        title.prefWidthProperty().bind(column.widthProperty());
        title.setOnMouseClicked(
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                        send.accept(new Intent.Sort(head.id()));
                    }
                });
        if (!head.help().isEmpty()) {
            title.setTooltip(new Tooltip(head.help()));
        }
        titles.add(title);
        column.setGraphic(title);
        column.widthProperty()
                .addListener(
                        (width, before, now) -> {
                            if (dragging && !settling) {
                                dragged.put(head.id(), now.doubleValue());
                            }
                        });
        return column;
    }

    private void arrows(TableFrame.Narrowing how) {
        for (int i = 0; i < heads.size(); i++) {
            boolean sorted = heads.get(i).id().equals(how.sortColumn());
            String arrow = how.descending() ? " ↓" : " ↑";
            Label title = titles.get(i);
            title.setText(heads.get(i).title() + (sorted ? arrow : ""));
            title.getStyleClass().remove("sorted");
            if (sorted) {
                title.getStyleClass().add("sorted");
            }
        }
    }

    private double want(ColumnHead head) {
        Double chosen = dragged.get(head.id());
        if (chosen != null) {
            return chosen;
        }
        double spare = head.layout().right() ? 8 : 0; // ages end in letters wider than figures
        double text = head.layout().width() * look.character() + spare;
        double title = (head.title().length() + 2) * 7.2;
        return Math.ceil(Math.max(text, title) + SIDES);
    }

    private void settle() {
        double room = table.getWidth() - SCROLL_BAR;
        if (room <= 0 || heads.isEmpty() || settling) {
            return;
        }
        settling = true;
        try {
            TableFrame.Narrowing how = narrowing;
            Set<String> dropped = how != null && how.wide() ? Set.of() : drop(room);
            double used = 0;
            int shares = 0;
            for (ColumnHead head : heads) {
                if (!dropped.contains(head.id())) {
                    used += want(head);
                    shares += head.layout().grow();
                }
            }
            spread(dropped, Math.max(0, room - used), shares);
        } finally {
            settling = false;
        }
    }

    private void spread(Set<String> dropped, double left, int shares) {
        for (int i = 0; i < heads.size(); i++) {
            ColumnHead head = heads.get(i);
            TableColumn<Integer, Integer> column = made.get(i);
            boolean shown = !dropped.contains(head.id());
            column.setVisible(shown);
            if (shown) {
                int grow = shares == 0 && i == 0 ? 1 : head.layout().grow();
                double extra = left * grow / Math.max(1, shares);
                column.setPrefWidth(Math.floor(want(head) + extra));
            }
        }
    }

    private Set<String> drop(double room) {
        Set<String> dropped = new HashSet<>();
        double used = heads.stream().mapToDouble(this::want).sum();
        int highest = heads.stream().mapToInt(ColumnHead::priority).max().orElse(0);
        for (int priority = highest; priority > 0 && used > room; priority--) {
            for (int i = heads.size() - 1; i >= 0 && used > room; i--) {
                if (heads.get(i).priority() == priority) {
                    dropped.add(heads.get(i).id());
                    used -= want(heads.get(i));
                }
            }
        }
        return dropped;
    }
}
