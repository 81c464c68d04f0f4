package dev.pilothouse.present;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a user chose in one pane.
 *
 * @param filter as written, which may be wrong; the table keeps the last good one. For a log the
 *     text that its lines must hold
 * @param key what the cursor is on; null until the user moves, so that the first row stays in view
 * @param index where the cursor is or was, for when its row is gone; for a text its line
 * @param found the line of a text that the search stands on, -1 for none
 */
record PaneState(
        String filter,
        TableFrame.FilterError error,
        boolean problems,
        @Nullable String sort,
        boolean descending,
        @Nullable Object key,
        int index,
        Set<Object> marked,
        boolean wide,
        boolean follow,
        String search,
        int found) {
    static final PaneState START = new Change(null).state();

    PaneState filter(String text, TableFrame.FilterError problem) {
        Change change = new Change(this);
        change.filter = text;
        change.error = problem;
        return change.state();
    }

    PaneState problems(boolean on) {
        Change change = new Change(this);
        change.problems = on;
        return change.state();
    }

    PaneState sort(@Nullable String column, boolean down) {
        Change change = new Change(this);
        change.sort = column;
        change.descending = down;
        return change.state();
    }

    PaneState at(@Nullable Object newKey, int newIndex) {
        Change change = new Change(this);
        change.key = newKey;
        change.index = newIndex;
        return change.state();
    }

    PaneState marked(Set<Object> keys) {
        Change change = new Change(this);
        change.marked = Set.copyOf(keys);
        return change.state();
    }

    PaneState toggleMark(Object row) {
        Set<Object> keys = new HashSet<>(marked);
        if (!keys.remove(row)) {
            keys.add(row);
        }
        return marked(keys);
    }

    PaneState wide(boolean on) {
        Change change = new Change(this);
        change.wide = on;
        return change.state();
    }

    PaneState follow(boolean on) {
        Change change = new Change(this);
        change.follow = on;
        return change.state();
    }

    PaneState search(String needle) {
        Change change = new Change(this);
        change.search = needle;
        change.found = -1;
        return change.state();
    }

    PaneState found(int line) {
        Change change = new Change(this);
        change.found = line;
        return change.state();
    }

    /** A copy that is being changed. */
    private static final class Change {
        private String filter = "";
        private TableFrame.FilterError error = TableFrame.FilterError.NONE;
        private boolean problems;
        private @Nullable String sort;
        private boolean descending;
        private @Nullable Object key;
        private int index;
        private Set<Object> marked = Set.of();
        private boolean wide;
        private boolean follow;
        private String search = "";
        private int found = -1;

        private Change(@Nullable PaneState from) {
            if (from != null) {
                filter = from.filter;
                error = from.error;
                problems = from.problems;
                sort = from.sort;
                descending = from.descending;
                key = from.key;
                index = from.index;
                marked = from.marked;
                wide = from.wide;
                follow = from.follow;
                search = from.search;
                found = from.found;
            }
        }

        private PaneState state() {
            return new PaneState(
                    filter,
                    error,
                    problems,
                    sort,
                    descending,
                    key,
                    index,
                    marked,
                    wide,
                    follow,
                    search,
                    found);
        }
    }
}
