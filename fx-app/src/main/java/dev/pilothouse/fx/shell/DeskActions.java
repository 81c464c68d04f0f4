package dev.pilothouse.fx.shell;

import dev.pilothouse.fx.memory.DeskMemory;
import dev.pilothouse.present.OverlayFrame;
import dev.pilothouse.present.Palette;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What only a desk can do, for the palette: windows, tabs, looks and pictures. */
final class DeskActions {
    private final Map<String, Runnable> runs = new LinkedHashMap<>();
    private final List<OverlayFrame.Item> items = new ArrayList<>();

    DeskActions(Shell shell) {
        Desk desk = shell.desk();
        add("New tab", "window", "ctrl-t", shell::newTab);
        add("Close the tab", "window", "ctrl-w", shell::closeTab);
        add("New window", "window", "ctrl-n", shell::newWindow);
        add(
                "Move the tab to a new window",
                "window",
                "",
                () -> shell.current().ifPresent(shell::tearOff));
        add("Show or hide the inspector", "window", "ctrl-i", shell::inspector);
        add("Save a picture of the window", "window", "ctrl-p", shell::picture);
        add("Compact rows", "looks", "", () -> desk.look().compact(!desk.look().compact()));
        add("Larger text", "looks", "ctrl-plus", () -> desk.look().size(desk.look().size() + 1));
        add("Smaller text", "looks", "ctrl-minus", () -> desk.look().size(desk.look().size() - 1));
        add("Theme: same as the system", "looks", "", () -> desk.theme(DeskMemory.AUTO));
        for (Palette palette : Palette.values()) {
            add(
                    "Theme: " + palette.id().replace('-', ' '),
                    "looks",
                    "",
                    () -> desk.theme(palette.id()));
        }
    }

    private void add(String label, String detail, String key, Runnable action) {
        runs.put(label, action);
        items.add(new OverlayFrame.Item(label, detail, key, true, ""));
    }

    List<OverlayFrame.Item> items() {
        return items;
    }

    void run(String label) {
        Runnable action = runs.get(label);
        if (action != null) {
            action.run();
        }
    }
}
