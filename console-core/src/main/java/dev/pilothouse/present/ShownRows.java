package dev.pilothouse.present;

import dev.pilothouse.model.Value;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * The rows of one frame. Cells are made when a painter asks, so only visible rows cost anything.
 */
record ShownRows<K, R>(
        RowOrder<R> order, List<Column<R>> columns, Function<R, K> keyOf, Instant now)
        implements TableFrame.Rows {
    @Override
    public int count() {
        return order.count();
    }

    @Override
    public Object key(int row) {
        return Objects.requireNonNull(keyOf.apply(order.get(row).row));
    }

    @Override
    public Cell cell(int row, int column) {
        return columns.get(column).cell().cell(order.get(row).row, now);
    }

    @Override
    public Value value(int row, int column) {
        return columns.get(column).value().apply(order.get(row).row);
    }

    @Override
    public boolean changed(int row, int column) {
        Slot<R> slot = order.get(row);
        R before = slot.before;
        if (before == null || slot.changed + TableModel.MARKED.toMillis() <= now.toEpochMilli()) {
            return false;
        }
        Column.CellOf<R> cell = columns.get(column).cell();
        return !cell.cell(before, now).text().equals(cell.cell(slot.row, now).text());
    }
}
