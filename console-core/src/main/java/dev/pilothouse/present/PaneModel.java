package dev.pilothouse.present;

import java.time.Instant;
import java.util.Set;
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

    /** Ids that a filter may name; empty for texts. */
    Set<String> columns();

    @Override
    void close();
}
