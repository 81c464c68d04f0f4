package dev.pilothouse.present;

import dev.pilothouse.filter.Filter;
import dev.pilothouse.filter.FilterException;
import dev.pilothouse.filter.Schema;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A table in a pane. */
final class TablePane<K, R> implements PaneModel {
    private final TableModel<K, R> model;
    private final String title;
    private final Function<R, Selection> selection;
    private final Supplier<TableFrame.Notice> notice;
    private final Schema schema;
    private Filter filter = Filter.ALL;
    private @Nullable PaneState applied;
    private Scope scope = Scope.ALL;
    private TableFrame.FilterError labelProblem = TableFrame.FilterError.NONE;
    private boolean labelsKnown = true;

    /**
     * @param zone where dates in a filter are read
     */
    TablePane(
            String title,
            TableModel<K, R> model,
            Function<R, Selection> selection,
            Supplier<TableFrame.Notice> notice,
            ZoneId zone) {
        this.title = title;
        this.model = model;
        this.selection = selection;
        this.notice = notice;
        schema = model.spec().schema(zone);
    }

    @Override
    public TableFrame.FilterError check(String text) {
        try {
            return unknownLabel(Filter.parse(text, schema));
        } catch (FilterException e) {
            return new TableFrame.FilterError(e.at(), e.sentence());
        }
    }

    /**
     * A name that is no column may be a label, or a slip of the finger. It is a label when a row
     * has it; nothing is said while there are no rows to tell.
     */
    private TableFrame.FilterError unknownLabel(Filter parsed) {
        for (Filter.LabelUse use : parsed.labels()) {
            if (!model.isEmpty() && !model.anyHasLabel(use.name())) {
                return new TableFrame.FilterError(use.at(), use.suggestion());
            }
        }
        return TableFrame.FilterError.NONE;
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
        if (changed && !labelsKnown) {
            lookForLabels();
        }
        return changed;
    }

    private void lookForLabels() {
        labelProblem = unknownLabel(filter);
        labelsKnown = !labelProblem.present() && !model.isEmpty();
    }

    @Override
    public Instant due(PaneState state, Instant now) {
        return TableClock.due(model, state, now);
    }

    @Override
    public Instant look(Instant now) {
        return model.filterDue().orElse(Instant.MAX);
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
                filter = Filter.parse(state.filter(), schema);
            } catch (FilterException e) {
                return; // the caller has checked it; the last good one stays
            }
        }
        lookForLabels();
        narrow(state, now);
    }

    private void narrow(PaneState state, Instant now) {
        TableSpec.About<R> about = model.spec().about();
        Scope narrowed = scope;
        model.narrow(
                new TableModel.Narrow<>(
                        filter,
                        new TableModel.Scoped<>(narrowed, row -> narrowed.holds(about, row)),
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
        int at = model.indexOf(key, state.index());
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
                        error(state),
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

    /** A mistake that was seen when it was typed, or one that only the rows could show. */
    private TableFrame.FilterError error(PaneState state) {
        if (state.error().present()) {
            return state.error();
        }
        return labelProblem.present()
                ? labelProblem
                : model.filterProblem()
                        .map(problem -> new TableFrame.FilterError(0, problem))
                        .orElse(TableFrame.FilterError.NONE);
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
    public void close() {
        model.close();
    }
}
