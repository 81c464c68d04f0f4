package dev.pilothouse.fx.paint;

import dev.pilothouse.present.ColumnHead;
import dev.pilothouse.present.Command;
import dev.pilothouse.present.Intent;
import dev.pilothouse.present.TableFrame;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;

/** What can be done with the cell and the row under the mouse, from a right click. */
final class CellMenu {
    private static final int LONGEST = 40;

    private final ContextMenu menu = new ContextMenu();
    private final Consumer<Intent> send;

    CellMenu(Consumer<Intent> send) {
        this.send = send;
    }

    /** The cursor is on the row already. */
    void show(Node at, ContextMenuEvent event, TableFrame frame, int row, int column) {
        String text = frame.rows().cell(row, column).text();
        menu.getItems()
                .setAll(
                        item("Copy " + quoted(text), text.isEmpty(), () -> Clip.copy(text)),
                        item("Copy the row", false, () -> Clip.copy(row(frame, row))),
                        new SeparatorMenuItem());
        ColumnHead head = frame.columns().get(column);
        String filter = FilterText.typed(frame.narrowing());
        String value = FilterText.word(text);
        menu.getItems()
                .addAll(
                        narrow(
                                head.title() + " is " + quoted(text),
                                filter,
                                head.id() + "=" + value),
                        narrow(
                                head.title() + " is not " + quoted(text),
                                filter,
                                head.id() + "!=" + value),
                        new SeparatorMenuItem(),
                        run("Open", Command.OPEN),
                        run("Explain", Command.EXPLAIN),
                        run("Logs", Command.LOGS),
                        run("Describe", Command.DESCRIBE),
                        run("YAML", Command.YAML));
        menu.show(at, event.getScreenX(), event.getScreenY());
    }

    void hide() {
        menu.hide();
    }

    private MenuItem narrow(String title, String filter, String term) {
        String all = filter.isBlank() ? term : filter.strip() + " " + term;
        return item("Only where " + title, false, () -> send.accept(new Intent.SetFilter(all)));
    }

    private MenuItem run(String title, Command command) {
        return item(title, false, () -> send.accept(new Intent.Run(command)));
    }

    private static MenuItem item(String title, boolean disabled, Runnable action) {
        MenuItem item = new MenuItem(title);
        item.setMnemonicParsing(false);
        item.setDisable(disabled);
        item.setOnAction(event -> action.run());
        return item;
    }

    private static String quoted(String text) {
        return "“" + (text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text) + "”";
    }

    /** Cells between tabs, as spreadsheets take them. */
    static String row(TableFrame frame, int row) {
        StringBuilder cells = new StringBuilder();
        for (int column = 0; column < frame.columns().size(); column++) {
            cells.append(column == 0 ? "" : "\t").append(frame.rows().cell(row, column).text());
        }
        return cells.toString();
    }
}
