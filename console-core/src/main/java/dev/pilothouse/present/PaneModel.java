package dev.pilothouse.present;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One pane of a screen. Used by the presenter's thread only. */
sealed interface PaneModel extends AutoCloseable permits TablePane, LinesPane, LogPane {
    /** Takes in new data; `hold` keeps rows where they are. Returns whether there was any. */
    boolean refresh(Instant now, boolean hold);

    /** Takes over what the user chose. */
    void apply(PaneState state, Scope scope, Instant now);

    /** Puts the cursor where it belongs after data or choices changed. */
    PaneState settle(PaneState state);

    BodyFrame body(PaneState state, Instant now);

    /** Rows or lines. */
    int size();

    @Nullable Object keyAt(int row);

    Selection selection(int row);

    /** What is wrong with a filter, or nothing; texts have none. */
    default TableFrame.FilterError check(String filter) {
        return TableFrame.FilterError.NONE;
    }

    /** When the pane looks different without any new data. */
    default Instant due(PaneState state, Instant now) {
        return Instant.MAX;
    }

    /** When to ask the pane again, since it makes its lines from what nobody announces. */
    default Instant look(Instant now) {
        return now.plusSeconds(1);
    }

    @Override
    void close();
}
