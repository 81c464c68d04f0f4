package dev.pilothouse.fx.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All that is remembered.
 *
 * @param style how everything looks
 * @param tables arranged columns by the title of their table
 * @param windows in the order in which they were opened
 */
public record DeskMemory(Style style, Map<String, TableMemory> tables, List<WindowMemory> windows) {
    public static final String AUTO = "auto";

    public DeskMemory {
        tables = Map.copyOf(tables);
        windows = List.copyOf(windows);
    }

    /**
     * Colours, density and size.
     *
     * @param theme id of a palette, or `auto` to follow the system
     * @param compact rows of 22 instead of 28
     * @param inspector shown beside tables
     * @param size of the text of rows, in pixels before the scale of the screen
     */
    public record Style(String theme, boolean compact, boolean inspector, double size) {}

    /** What a first start has. */
    public static DeskMemory fresh(String theme) {
        return of(new Style(theme, false, true, 13), List.of());
    }

    public static DeskMemory of(Style style, List<WindowMemory> windows) {
        return new DeskMemory(style, Map.of(), windows);
    }

    public DeskMemory withTheme(String theme) {
        Style changed = new Style(theme, style.compact(), style.inspector(), style.size());
        return new DeskMemory(changed, tables, windows);
    }

    /** With one more tab in front of the first window's. */
    public DeskMemory withTab(TabMemory tab) {
        if (windows.isEmpty()) {
            return new DeskMemory(style, tables, List.of(WindowMemory.fresh(tab)));
        }
        List<WindowMemory> changed = new ArrayList<>(windows);
        changed.set(0, windows.getFirst().withTab(tab));
        return new DeskMemory(style, tables, changed);
    }
}
