package dev.pilothouse.present;

import dev.pilothouse.model.Value;
import org.jspecify.annotations.Nullable;

/**
 * A row with what is known of its place. Replaced, not changed, when the row changes; what a
 * painter reads of it is final but for {@link #before}, which is dropped once its mark has faded.
 */
final class Slot<R> {
    final R row;

    /** When the row changed, milliseconds of the epoch. */
    final long changed;

    /** What the row was before, while its change is marked. */
    @Nullable R before;

    /** False once another slot has its key, or none. */
    boolean live = true;

    boolean inScope;
    boolean shown;
    final byte severity;

    /** Stands in its place until the order is made good. */
    @Nullable Slot<R> next;

    private @Nullable Value sortKey;
    private @Nullable String search;

    Slot(R row, @Nullable R before, long changed, int severity) {
        this.row = row;
        this.before = before;
        this.changed = changed;
        this.severity = (byte) severity;
    }

    /** The value that the table is sorted by; computed once. */
    Value sortKey(Column<R> column) {
        Value known = sortKey;
        if (known == null) {
            known = column.value().apply(row);
            sortKey = known;
        }
        return known;
    }

    void forgetSortKey() {
        sortKey = null;
    }

    /** What words and patterns look at; made when the first filter asks. */
    String search(TableSpec<?, R> spec) {
        String known = search;
        if (known == null) {
            known = dev.pilothouse.filter.SearchText.of(spec.texts().apply(row));
            search = known;
        }
        return known;
    }
}
