package dev.pilothouse.fx.memory;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the user arranged the columns of one table, by their ids. Empty parts are as designed.
 *
 * @param order columns from left to right; one that is not named keeps its place behind them
 * @param hidden columns that are never shown
 * @param widths of columns that were dragged, in pixels before the scale of the screen
 */
public record TableMemory(List<String> order, Set<String> hidden, Map<String, Double> widths) {
    /** As designed. */
    public static final TableMemory NONE = new TableMemory(List.of(), Set.of(), Map.of());

    public TableMemory {
        order = List.copyOf(order);
        hidden = Set.copyOf(hidden);
        widths = Map.copyOf(widths);
    }

    public TableMemory ordered(List<String> next) {
        return new TableMemory(next, hidden, widths);
    }

    /** Shows a hidden column or hides a shown one. */
    public TableMemory toggled(String column) {
        Set<String> next = new HashSet<>(hidden);
        if (!next.remove(column)) {
            next.add(column);
        }
        return new TableMemory(order, next, widths);
    }

    public TableMemory wide(String column, double width) {
        Map<String, Double> next = new HashMap<>(widths);
        next.put(column, width);
        return new TableMemory(order, hidden, next);
    }
}
