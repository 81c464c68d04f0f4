package dev.pilothouse.tui;

import dev.pilothouse.present.Frame;
import dev.pilothouse.present.TableFrame;
import dev.pilothouse.present.TextFrame;
import java.util.HashMap;
import java.util.Map;

/** The first visible row of each pane; it moves only as far as the cursor pushes it. */
final class ScrollMemory {
    private final Map<Place, Integer> first = new HashMap<>();
    private final Map<Place, Painted> painted = new HashMap<>();
    private final Map<Frame.ScreenId, Integer> skipped = new HashMap<>();

    /** A pane of a screen. */
    record Place(Frame.ScreenId screen, int pane) {}

    /**
     * By how many rows a body of that many lines has moved up since it was painted last; 0 when it
     * was not there.
     */
    int moved(Place place, int first, TablePainter.Area area) {
        Painted now = new Painted(first, area.top(), area.bottom());
        Painted before = painted.put(place, now);
        if (painted.size() > 50) {
            painted.clear();
        }
        return before == null || before.top() != now.top() || before.bottom() != now.bottom()
                ? 0
                : first - before.first();
    }

    private record Painted(int first, int top, int bottom) {}

    /** How far a screen is scrolled sideways: columns of a table, steps of a text. */
    int columnsSkipped(Frame.ScreenId screen) {
        return skipped.getOrDefault(screen, 0);
    }

    void scrollColumns(Frame.ScreenId screen, int by) {
        if (skipped.size() > 50) {
            skipped.clear();
        }
        skipped.put(screen, Math.clamp(columnsSkipped(screen) + by, 0, 60));
    }

    int table(Place place, TableFrame table, int visible) {
        int cursor = Math.max(0, table.cursor().row());
        return keep(place, cursor, table.rows().count(), visible);
    }

    int text(Place place, TextFrame text, TablePainter.Area area) {
        int count = text.lines().size();
        if (text.follow()) {
            return tail(text, area);
        }
        if (!text.selectable()) {
            return Math.clamp(text.cursor(), 0, Math.max(0, count - 1));
        }
        int top = keep(place, Math.max(0, text.cursor()), count, Math.max(1, area.height()));
        while (top < text.cursor() && heights(text, top, text.cursor(), area) > area.height()) {
            top++;
        }
        first.put(place, top);
        return top;
    }

    private static int heights(TextFrame text, int from, int to, TablePainter.Area area) {
        int sum = 0;
        for (int line = from; line <= to; line++) {
            sum += TextPainter.height(text, line, area.right() - area.left());
        }
        return sum;
    }

    private static int tail(TextFrame text, TablePainter.Area area) {
        int line = text.lines().size();
        int room = area.height();
        while (line > 0 && room >= TextPainter.height(text, line - 1, area.right() - area.left())) {
            room -= TextPainter.height(text, line - 1, area.right() - area.left());
            line--;
        }
        return line;
    }

    private int keep(Place place, int cursor, int count, int visible) {
        int top = first.getOrDefault(place, 0);
        top = Math.min(top, cursor);
        top = Math.max(top, cursor - visible + 1);
        top = Math.clamp(top, 0, Math.max(0, count - visible));
        if (first.size() > 200) {
            first.clear();
        }
        first.put(place, top);
        return top;
    }
}
