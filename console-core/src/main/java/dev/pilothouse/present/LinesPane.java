package dev.pilothouse.present;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Lines that are made anew from what is known: summaries, evidence, YAML, help, this console's own
 * figures.
 */
final class LinesPane implements PaneModel, Searched {
    private final String title;
    private final Source source;
    private List<TextFrame.Line> made = List.of();
    private List<TextFrame.Line> lines = List.of();
    private boolean unfolded;
    private List<Integer> matches = List.of();
    private String needle = "";

    LinesPane(String title, Source source) {
        this.title = title;
        this.source = source;
    }

    /**
     * Where lines come from.
     *
     * @param make the lines now; null while there is nothing new
     * @param selection what a line leads to
     * @param selectable lines can be chosen
     */
    record Source(
            Function<Instant, @Nullable List<TextFrame.Line>> make,
            IntFunction<Selection> selection,
            boolean selectable,
            Runnable closed) {
        static Source of(Function<Instant, @Nullable List<TextFrame.Line>> make) {
            return new Source(make, line -> Selection.NOTHING, false, () -> {});
        }
    }

    @Override
    public boolean refresh(Instant now, boolean hold) {
        List<TextFrame.Line> fresh = source.make().apply(now);
        if (fresh == null || fresh.equals(made)) {
            return false;
        }
        made = List.copyOf(fresh);
        fold();
        return true;
    }

    /** Shows what is folded, or folds it again. */
    void toggleFold() {
        unfolded = !unfolded;
        fold();
    }

    private void fold() {
        lines = unfolded ? made : YamlFold.managedFields(made);
        matches = TextSearch.matches(lines, needle);
    }

    @Override
    public void apply(PaneState state, Scope scope, Instant now) {
        if (!needle.equals(state.search())) {
            needle = state.search();
            matches = TextSearch.matches(lines, needle);
        }
    }

    @Override
    public PaneState settle(PaneState state) {
        int last = Math.max(0, lines.size() - 1);
        return state.index() > last ? state.at(null, last) : state;
    }

    @Override
    public TextFrame body(PaneState state, Instant now) {
        TableFrame.Notice notice =
                lines.isEmpty()
                        ? new TableFrame.Notice(Tone.QUIET, "Reading ...", List.of())
                        : TableFrame.Notice.NONE;
        return new TextFrame(
                title,
                lines,
                state.index(),
                source.selectable(),
                state.follow(),
                state.wide(),
                TextSearch.at(needle, matches, state.found()),
                notice);
    }

    @Override
    public List<Integer> matches() {
        return matches;
    }

    @Override
    public int size() {
        return lines.size();
    }

    @Override
    public @Nullable Object keyAt(int row) {
        return null;
    }

    @Override
    public Selection selection(int row) {
        return source.selection().apply(row);
    }

    @Override
    public void close() {
        source.closed().run();
    }
}
