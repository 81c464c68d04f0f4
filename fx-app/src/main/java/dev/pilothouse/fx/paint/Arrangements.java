package dev.pilothouse.fx.paint;

import dev.pilothouse.fx.memory.TableMemory;
import java.util.HashMap;
import java.util.Map;

/** How the user arranged each table, by its title; shared by all windows. On the FX thread. */
public final class Arrangements {
    private final Map<String, TableMemory> tables = new HashMap<>();
    private Runnable changed = () -> {};

    Arrangements() {}

    /** Takes over what was remembered; `changed` runs after each change from then on. */
    public void restore(Map<String, TableMemory> remembered, Runnable changed) {
        tables.putAll(remembered);
        this.changed = changed;
    }

    /** All of them, to remember. */
    public Map<String, TableMemory> all() {
        return Map.copyOf(tables);
    }

    TableMemory of(String title) {
        return tables.getOrDefault(title, TableMemory.NONE);
    }

    void set(String title, TableMemory next) {
        if (next.equals(TableMemory.NONE)) {
            tables.remove(title);
        } else {
            tables.put(title, next);
        }
        changed.run();
    }
}
