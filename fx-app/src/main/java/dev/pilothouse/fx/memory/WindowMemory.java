package dev.pilothouse.fx.memory;

import java.util.ArrayList;
import java.util.List;

/** A window as it was: where, how big, and its tabs. Pixels before the scale of the screen. */
public record WindowMemory(
        double x, double y, double width, double height, List<TabMemory> tabs, int selected) {
    /** A place that leaves the choice to the window system. */
    public static final double ANYWHERE = -1;

    public WindowMemory {
        tabs = List.copyOf(tabs);
    }

    public static WindowMemory fresh(TabMemory tab) {
        return new WindowMemory(ANYWHERE, ANYWHERE, 1440, 900, List.of(tab), 0);
    }

    public boolean placed() {
        return x != ANYWHERE || y != ANYWHERE;
    }

    /** With this tab chosen: the one that is there, or a new one behind the others. */
    WindowMemory withTab(TabMemory tab) {
        List<TabMemory> all = new ArrayList<>(tabs);
        if (!all.contains(tab)) {
            all.add(tab);
        }
        return new WindowMemory(x, y, width, height, all, all.indexOf(tab));
    }
}
