package dev.pilothouse.cli;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Prints each change of a table on a line of its own. Values are compared and not texts, or every
 * row would change as it grows older.
 */
final class Watching {
    private final PrintStream out;
    private final TablePrinter printer;
    private Map<Object, Sheet.Line> known = Map.of();
    private boolean begun;

    Watching(PrintStream out, TablePrinter.Format format) {
        this.out = out;
        printer = new TablePrinter(out, format);
    }

    /** Prints what differs from the sheet before; everything is new at first. */
    void show(Sheet sheet) {
        if (!begun) {
            printer.begin(sheet);
            begun = true;
        }
        Map<Object, Sheet.Line> now = new LinkedHashMap<>();
        for (Sheet.Line line : sheet.lines()) {
            now.put(line.key(), line);
            Sheet.Line before = known.get(line.key());
            if (before == null) {
                printer.changed(sheet, line, TablePrinter.Change.ADDED);
            } else if (!before.values().equals(line.values())) {
                printer.changed(sheet, line, TablePrinter.Change.MODIFIED);
            }
        }
        Set<Object> gone = new LinkedHashSet<>(known.keySet());
        gone.removeAll(now.keySet());
        for (Object key : gone) {
            printer.changed(
                    sheet,
                    java.util.Objects.requireNonNull(known.get(key)),
                    TablePrinter.Change.DELETED);
        }
        known = now;
        out.flush();
    }
}
