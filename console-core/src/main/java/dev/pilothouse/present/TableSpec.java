package dev.pilothouse.present;

import dev.pilothouse.filter.Schema;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a table is made of.
 *
 * @param noun for counts: `AGENTS`
 * @param order the screen's own order, problems first
 * @param texts the texts that plain filter words look at
 * @param label a Kubernetes label of the row, null when it has none
 * @param about namespace, cluster and health, as far as the rows have them
 */
record TableSpec<K, R>(
        String noun,
        List<Column<R>> columns,
        Comparator<R> order,
        Function<R, K> key,
        Function<R, List<String>> texts,
        BiFunction<R, String, @Nullable String> label,
        About<R> about) {

    /** Facts every table may have. */
    interface About<R> {
        String cluster(R row);

        String namespace(R row);

        /** The severity that the problems switch and the counts use; 0 is fine. */
        int severity(R row);
    }

    List<ColumnHead> heads(boolean wide) {
        return columns.stream().map(Column::head).filter(head -> wide || !head.wideOnly()).toList();
    }

    List<Column<R>> shown(boolean wide) {
        return columns.stream().filter(column -> wide || !column.head().wideOnly()).toList();
    }

    @Nullable Column<R> column(String id) {
        for (Column<R> column : columns) {
            if (column.head().id().equals(id)) {
                return column;
            }
        }
        return null;
    }

    /** What a filter may name; `zone` is where its dates are read. */
    Schema schema(ZoneId zone) {
        List<Schema.Field> fields = new ArrayList<>();
        for (Column<R> column : columns) {
            ColumnHead head = column.head();
            fields.add(new Schema.Field(fields.size(), head.id(), head.title(), column.type()));
        }
        return new Schema(fields, zone);
    }
}
