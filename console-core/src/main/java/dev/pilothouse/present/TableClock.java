package dev.pilothouse.present;

import dev.pilothouse.filter.ColumnType;
import dev.pilothouse.model.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * When a table looks different although no data came: an age grows, a change mark fades, a row
 * passes the filter with time. Ages above a minute are painted anew together, on the minute; a
 * frame made for any other reason has them right to the second anyway.
 */
final class TableClock {
    /** The cursor is on the screen, and no screen shows more rows than this. */
    private static final int REACH = 120;

    private TableClock() {}

    static Instant due(TableModel<?, ?> model, PaneState state, Instant now) {
        Instant due = nextMinute(now);
        due = earlier(due, model.marksDue().orElse(due));
        if (youngRow(model, state, now)) {
            due = earlier(due, now.plusSeconds(1));
        }
        return due.isAfter(now) ? due : now;
    }

    static Instant nextMinute(Instant now) {
        return now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
    }

    static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    /** Whether a row near the cursor has an age that is told in seconds. */
    private static <R> boolean youngRow(TableModel<?, R> model, PaneState state, Instant now) {
        List<Column<R>> ages =
                model.spec().shown(state.wide()).stream()
                        .filter(column -> column.type() == ColumnType.AGE)
                        .toList();
        int to = Math.min(model.count(), state.index() + REACH);
        for (int row = Math.max(0, state.index() - REACH); row < to && !ages.isEmpty(); row++) {
            R shown = model.row(row);
            for (Column<R> column : ages) {
                if (shown != null
                        && column.value().apply(shown) instanceof Value.Moment(Instant at)
                        && Duration.between(at, now).toSeconds() < 60) {
                    return true;
                }
            }
        }
        return false;
    }
}
