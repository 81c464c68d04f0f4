package dev.pilothouse.fx.shell;

import dev.pilothouse.fx.memory.DeskMemory;
import dev.pilothouse.present.Palette;
import java.util.Locale;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The menu of themes, density and text size. */
final class Settings {
    private Settings() {}

    static MenuButton menu(Desk desk) {
        MenuButton menu = new MenuButton("", new FontIcon(Feather.SUN));
        menu.getStyleClass().addAll("flat", "icon-button", "no-arrow");
        menu.setFocusTraversable(false);
        menu.setAccessibleText("Theme and density");
        menu.setOnShowing(event -> fill(menu, desk));
        fill(menu, desk);
        return menu;
    }

    private static void fill(MenuButton menu, Desk desk) {
        menu.getItems().setAll(theme(desk, DeskMemory.AUTO, "Same as the system"));
        for (Palette palette : Palette.values()) {
            String name = palette.id().replace('-', ' ');
            String title = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
            menu.getItems().add(theme(desk, palette.id(), title));
        }
        CheckMenuItem compact = new CheckMenuItem("Compact rows");
        compact.setSelected(desk.look().compact());
        compact.setOnAction(event -> desk.look().compact(compact.isSelected()));
        menu.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        compact,
                        size(desk, "Larger text (ctrl-plus)", 1),
                        size(desk, "Smaller text (ctrl-minus)", -1));
    }

    private static MenuItem theme(Desk desk, String id, String title) {
        RadioMenuItem item = new RadioMenuItem(title);
        item.setSelected(desk.theme().equals(id));
        item.setOnAction(event -> desk.theme(id));
        return item;
    }

    private static MenuItem size(Desk desk, String title, int by) {
        MenuItem item = new MenuItem(title);
        item.setOnAction(event -> desk.look().size(desk.look().size() + by));
        return item;
    }
}
