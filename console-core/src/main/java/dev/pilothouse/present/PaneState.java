package dev.pilothouse.present;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a user chose in one pane.
 *
 * @param filter as written, which may be wrong; the table keeps the last good one
 * @param key what the cursor is on; null until the user moves, so that the first row stays in view
 * @param index where the cursor is or was, for when its row is gone; for a text its line
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
        String search) {
    static final PaneState START =
            new PaneState(
                    "",
                    TableFrame.FilterError.NONE,
                    false,
                    null,
                    false,
                    null,
                    0,
                    Set.of(),
                    false,
                    false,
                    "");

    PaneState filter(String text, TableFrame.FilterError problem) {
        return new PaneState(
                text,
                problem,
                problems,
                sort,
                descending,
                key,
                index,
                marked,
                wide,
                follow,
                search);
    }

    PaneState problems(boolean on) {
        return new PaneState(
                filter, error, on, sort, descending, key, index, marked, wide, follow, search);
    }

    PaneState sort(@Nullable String column, boolean down) {
        return new PaneState(
                filter, error, problems, column, down, key, index, marked, wide, follow, search);
    }

    PaneState at(@Nullable Object newKey, int newIndex) {
        return new PaneState(
                filter,
                error,
                problems,
                sort,
                descending,
                newKey,
                newIndex,
                marked,
                wide,
                follow,
                search);
    }

    PaneState marked(Set<Object> keys) {
        return new PaneState(
                filter,
                error,
                problems,
                sort,
                descending,
                key,
                index,
                Set.copyOf(keys),
                wide,
                follow,
                search);
    }

    PaneState toggleMark(Object row) {
        Set<Object> keys = new HashSet<>(marked);
        if (!keys.remove(row)) {
            keys.add(row);
        }
        return marked(keys);
    }

    PaneState wide(boolean on) {
        return new PaneState(
                filter, error, problems, sort, descending, key, index, marked, on, follow, search);
    }

    PaneState follow(boolean on) {
        return new PaneState(
                filter, error, problems, sort, descending, key, index, marked, wide, on, search);
    }

    PaneState search(String needle) {
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
                needle);
    }
}
