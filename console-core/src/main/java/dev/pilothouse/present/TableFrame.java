package dev.pilothouse.present;

import dev.pilothouse.model.Value;
import java.util.List;
import java.util.Set;

/**
 * A sorted and filtered table. Rows are records; cells are made when a painter asks for them, so
 * that a frame of 50,000 rows costs one array. Immutable and safe to read from any thread.
 */
public final class TableFrame implements BodyFrame {
    private final String title;
    private final List<ColumnHead> columns;
    private final Rows rows;
    private final Cursor cursor;
    private final Narrowing narrowing;
    private final Notice notice;

    public TableFrame(
            String title,
            List<ColumnHead> columns,
            Rows rows,
            Cursor cursor,
            Narrowing narrowing,
            Notice notice) {
        this.title = title;
        this.columns = List.copyOf(columns);
        this.rows = rows;
        this.cursor = cursor;
        this.narrowing = narrowing;
        this.notice = notice;
    }

    /** The rows in order. `key` is equal for the same object in every frame; `cell` is pure. */
    public interface Rows {
        int count();

        Object key(int row);

        Cell cell(int row, int column);

        /** The typed value behind the cell, for sorting on the desktop and for scripts. */
        Value value(int row, int column);

        /**
         * True when a cell changed within the last 2 s before the frame; painted bold, never
         * blinking.
         */
        boolean changed(int row, int column);
    }

    /** Where the user is: the row index (-1 in an empty table) and the marked keys. */
    public record Cursor(int row, Set<Object> marked) {
        public Cursor {
            marked = Set.copyOf(marked);
        }
    }

    /**
     * How rows were chosen and ordered. `total` is the number before the filter; `error` is empty
     * when the filter is good.
     */
    public record Narrowing(
            String filter,
            FilterError error,
            String sortColumn,
            boolean descending,
            int total,
            boolean wide) {}

    /** A mistake in a filter: what is wrong and at which character (0 up), or none. */
    public record FilterError(int at, String sentence) {
        public static final FilterError NONE = new FilterError(-1, "");

        public boolean present() {
            return at >= 0;
        }
    }

    /**
     * What stands where rows would be, when there are none or they are not true now:
     * `synchronising...`, what to do next.
     */
    public record Notice(Tone tone, String text, List<String> hints) {
        public static final Notice NONE = new Notice(Tone.NORMAL, "", List.of());
    }

    public String title() {
        return title;
    }

    public List<ColumnHead> columns() {
        return columns;
    }

    public Rows rows() {
        return rows;
    }

    public Cursor cursor() {
        return cursor;
    }

    public Narrowing narrowing() {
        return narrowing;
    }

    public Notice notice() {
        return notice;
    }
}
