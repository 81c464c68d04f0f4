package dev.pilothouse.fx.memory;

import java.util.List;

/**
 * All that is remembered.
 *
 * @param theme id of a palette, or `auto` to follow the system
 * @param compact rows of 22 instead of 28
 * @param size of the text of rows
 */
public record DeskMemory(
        String theme, boolean compact, boolean inspector, double size, List<WindowMemory> windows) {
    public static final String AUTO = "auto";

    public DeskMemory {
        windows = List.copyOf(windows);
    }

    /** What a first start has. */
    public static DeskMemory fresh(String theme) {
        return new DeskMemory(theme, false, true, 13, List.of());
    }
}
