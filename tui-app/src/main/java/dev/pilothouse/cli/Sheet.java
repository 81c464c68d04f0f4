package dev.pilothouse.cli;

import dev.pilothouse.model.Value;
import dev.pilothouse.present.ColumnHead;
import dev.pilothouse.present.TableFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A table as a command prints it: the rows that were asked for by name and namespace, as typed
 * values for scripts and as texts for people.
 */
record Sheet(List<ColumnHead> columns, List<Line> lines) {
    /** Columns that hold what a user calls the name of a row, by table. */
    private static final List<String> NAMES = List.of("name", "agent", "object");

    Sheet {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /** One row; `key` is equal for the same object in every frame. */
    record Line(Object key, List<Value> values, List<String> texts) {}

    /**
     * What was asked for.
     *
     * @param names of rows; empty for all
     * @param namespace empty for all; rows without one are in every namespace
     * @param wide all columns, not only the usual ones
     */
    record Wanted(Set<String> names, String namespace, boolean wide) {
        Wanted {
            names = Set.copyOf(names);
        }
    }

    /**
     * Picks from a table.
     *
     * @param table with all its columns: a row may be chosen by one that is not printed
     */
    static Sheet of(TableFrame table, Wanted wanted) {
        List<ColumnHead> all = table.columns();
        int name = index(all, NAMES);
        int namespace = index(all, List.of("namespace"));
        int[] shown =
                IntStream.range(0, all.size())
                        .filter(column -> wanted.wide() || !all.get(column).wideOnly())
                        .toArray();
        List<Line> lines = new ArrayList<>();
        TableFrame.Rows rows = table.rows();
        for (int row = 0; row < rows.count(); row++) {
            if (named(rows, row, name, wanted.names())
                    && within(rows, row, namespace, wanted.namespace())) {
                lines.add(line(rows, row, shown));
            }
        }
        return new Sheet(Arrays.stream(shown).mapToObj(all::get).toList(), lines);
    }

    private static int index(List<ColumnHead> columns, List<String> ids) {
        for (String id : ids) {
            for (int column = 0; column < columns.size(); column++) {
                if (columns.get(column).id().equals(id)) {
                    return column;
                }
            }
        }
        return -1;
    }

    private static Line line(TableFrame.Rows rows, int row, int[] columns) {
        List<Value> values = new ArrayList<>(columns.length);
        List<String> texts = new ArrayList<>(columns.length);
        for (int column : columns) {
            values.add(rows.value(row, column));
            texts.add(rows.cell(row, column).text());
        }
        return new Line(rows.key(row), values, texts);
    }

    private static boolean named(TableFrame.Rows rows, int row, int column, Set<String> names) {
        return names.isEmpty()
                || (column >= 0
                        && rows.value(row, column) instanceof Value.Text(String text)
                        && (names.contains(text) || names.contains(afterKind(text))));
    }

    /** Events name their object with its kind: `pod/x`. */
    private static String afterKind(String text) {
        return text.substring(text.indexOf('/') + 1);
    }

    private static boolean within(TableFrame.Rows rows, int row, int column, String namespace) {
        return namespace.isEmpty()
                || column < 0
                || !(rows.value(row, column) instanceof Value.Text(String text))
                || text.equals(namespace);
    }

    /** The column that names a row. */
    int nameColumn() {
        return Math.max(0, index(columns, NAMES));
    }

    /** Of these names, those that no row has, in their order. */
    List<String> missing(List<String> names) {
        int column = nameColumn();
        Set<String> found = new java.util.HashSet<>();
        for (Line line : lines) {
            found.add(line.texts().get(column));
            found.add(afterKind(line.texts().get(column)));
        }
        return names.stream().filter(name -> !found.contains(name)).distinct().toList();
    }
}
