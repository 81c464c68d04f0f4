package dev.pilothouse.fx.paint;

import dev.pilothouse.present.ColumnHead;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;

/** Which columns are shown, from a right click on any head. */
final class HeadMenu {
    private final ContextMenu menu = new ContextMenu();
    private final Consumer<String> toggle;
    private final Runnable reset;

    HeadMenu(Consumer<String> toggle, Runnable reset) {
        this.toggle = toggle;
        this.reset = reset;
    }

    void show(Node at, ContextMenuEvent event, List<ColumnHead> heads, Set<String> hidden) {
        menu.getItems().clear();
        for (ColumnHead head : heads) {
            CheckMenuItem item = new CheckMenuItem(head.title());
            boolean shown = !hidden.contains(head.id());
            item.setSelected(shown);
            item.setDisable(shown && hidden.size() == heads.size() - 1);
            item.setOnAction(chosen -> toggle.accept(head.id()));
            menu.getItems().add(item);
        }
        MenuItem back = new MenuItem("Order and widths as designed");
        back.setOnAction(chosen -> reset.run());
        menu.getItems().addAll(new SeparatorMenuItem(), back);
        menu.show(at, event.getScreenX(), event.getScreenY());
    }
}
