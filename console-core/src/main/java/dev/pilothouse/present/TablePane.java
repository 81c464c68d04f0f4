package dev.pilothouse.present;

import dev.pilothouse.filter.Filter;
import dev.pilothouse.filter.FilterException;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** A table in a pane. */
final class TablePane<K, R> implements PaneModel {
    private final TableModel<K, R> model;
    private final String title;
    private final Function<R, Selection> selection;
    private final Supplier<TableFrame.Notice> notice;
    private Filter filter = Filter.ALL;
    private @Nullable PaneState applied;
    private Scope scope = Scope.ALL;

    TablePane(
            String title,
            TableModel<K, R> model,
            Function<R, Selection> selection,
            Supplier<TableFrame.Notice> notice) {
        this.title = title;
        this.model = model;
        this.selection = selection;
        this.notice = notice;
    }

    /** What is wrong with a filter, or nothing. */
    static TableFrame.FilterError check(String text, Set<String> columns) {
        try {
            Filter.parse(text, columns);
            return TableFrame.FilterError.NONE;
        } catch (FilterException e) {
            return new TableFrame.FilterError(e.at(), e.sentence());
        }
    }

    String noun() {
        return model.spec().noun();
    }

    int total() {
        return model.total();
    }

    /** How bad a row is, 0 to 5. */
    int severity(int at) {
        R row = model.row(at);
        return row == null ? 0 : model.spec().about().severity(row);
    }

    int[] severities() {
        return model.severities();
    }

    @Override
    public boolean refresh(Instant now, boolean hold) {
        boolean changed = model.refresh(now, hold);
        if (!changed && filter.dependsOnTime() && !hold) {
            narrow(java.util.Objects.requireNonNullElse(applied, PaneState.START), now);
        }
        return changed;
    }

    @Override
    public void apply(PaneState state, Scope newScope, Instant now) {
        PaneState old = applied;
        boolean same =
                old != null
                        && old.filter().equals(state.filter())
                        && old.problems() == state.problems()
                        && java.util.Objects.equals(old.sort(), state.sort())
                        && old.descending() == state.descending()
                        && scope.equals(newScope);
        applied = state;
        scope = newScope;
        if (same) {
            return;
        }
        if (!state.error().present()) {
            try {
                filter = Filter.parse(state.filter(), model.columnIds());
            } catch (FilterException e) {
                return; // the caller has checked it; the last good one stays
            }
        }
        narrow(state, now);
    }

    private void narrow(PaneState state, Instant now) {
        TableSpec.About<R> about = model.spec().about();
        Scope narrowed = scope;
        model.narrow(
                new TableModel.Narrow<>(
                        filter,
                        row -> narrowed.holds(about, row),
                        state.problems(),
                        state.sort(),
                        state.descending()),
                now);
    }

    @Override
    public PaneState settle(PaneState state) {
        if (model.count() == 0) {
            return state;
        }
        Object key = state.key();
        if (key == null) {
            return state.index() == 0 ? state : state.at(null, 0);
        }
        int at = model.indexOf(key);
        if (at >= 0) {
            return at == state.index() ? state : state.at(key, at);
        }
        int index = Math.max(0, Math.min(state.index(), model.count() - 1));
        return state.at(model.key(index), index);
    }

    @Override
    public TableFrame body(PaneState state, Instant now) {
        TableFrame.Narrowing narrowing =
                new TableFrame.Narrowing(
                        state.filter() + (state.problems() ? " (problems)" : ""),
                        state.error(),
                        state.sort() == null ? "" : state.sort(),
                        state.descending(),
                        model.total(),
                        state.wide());
        int cursor = model.count() == 0 ? -1 : Math.min(state.index(), model.count() - 1);
        return new TableFrame(
                title,
                model.spec().heads(state.wide()),
                model.rows(now, state.wide()),
                new TableFrame.Cursor(cursor, state.marked()),
                narrowing,
                emptyNotice(state));
    }

    private TableFrame.Notice emptyNotice(PaneState state) {
        if (model.count() > 0) {
            return TableFrame.Notice.NONE;
        }
        if (model.total() > 0) {
            String what =
                    state.problems() && state.filter().isBlank()
                            ? "No problems."
                            : "No row matches.";
            return new TableFrame.Notice(
                    Tone.QUIET, what, java.util.List.of("esc shows all " + model.total()));
        }
        return notice.get();
    }

    @Override
    public int size() {
        return model.count();
    }

    @Override
    public @Nullable Object keyAt(int row) {
        return model.key(row);
    }

    @Override
    public Selection selection(int row) {
        R found = model.row(row);
        return found == null ? Selection.NOTHING : selection.apply(found);
    }

    @Override
    public Set<String> columns() {
        return model.columnIds();
    }

    @Override
    public void close() {
        model.close();
    }
}
