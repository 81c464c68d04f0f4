package dev.pilothouse.tui;

import dev.pilothouse.present.BodyFrame;
import dev.pilothouse.present.Cell;
import dev.pilothouse.present.FooterFrame;
import dev.pilothouse.present.Frame;
import dev.pilothouse.present.Glyph;
import dev.pilothouse.present.HeaderFrame;
import dev.pilothouse.present.OverlayFrame;
import dev.pilothouse.present.PanesFrame;
import dev.pilothouse.present.TableFrame;
import dev.pilothouse.present.TextFrame;
import dev.pilothouse.present.Tone;
import dev.pilothouse.text.CellWidth;
import java.util.ArrayList;
import java.util.List;

/**
 * Paints a frame: two lines of header, the body, one line of footer. A function of frame and size,
 * but for the scroll position, which stays where the cursor last pushed it.
 */
final class FramePainter {
    static final int MIN_COLUMNS = 60;
    static final int MIN_ROWS = 12;

    private final Canvas canvas;
    private final ScrollMemory scroll;
    private final int header;
    private final String tabs;
    private final HitMap hits = new HitMap();

    /**
     * @param compact leaves out the line of counts and the way back
     * @param tabs which of several tabs this is; empty for the only one
     */
    FramePainter(Canvas canvas, ScrollMemory scroll, boolean compact, String tabs) {
        this.tabs = tabs;
        this.canvas = canvas;
        this.scroll = scroll;
        header = compact ? 1 : 2;
    }

    /** Where the rows are; nothing can be clicked under an overlay. */
    HitMap hits() {
        return hits;
    }

    /** Paints all of the screen and returns how many rows the focused body shows. */
    int paint(Frame frame) {
        if (canvas.columns() < MIN_COLUMNS || canvas.rows() < MIN_ROWS) {
            tooSmall();
            return 1;
        }
        header(frame);
        int bottom = canvas.rows() - 1;
        int prompt = frame.overlay() instanceof OverlayFrame.PromptFrame ? bottom - 1 : bottom;
        int visible = body(frame, new TablePainter.Area(0, header, canvas.columns(), prompt, true));
        footer(frame.footer(), bottom);
        new OverlayPainter(canvas).paint(frame.overlay(), header, bottom);
        return visible;
    }

    /** Short lines, so that the figures can be read in any corner of a screen. */
    private void tooSmall() {
        for (int row = 0; row < canvas.rows(); row++) {
            canvas.fill(0, row, canvas.columns());
        }
        int end = canvas.columns();
        canvas.put(0, 0, "Pilothouse", Tone.STRONG, end);
        canvas.put(0, 1, "needs " + MIN_COLUMNS + "x" + MIN_ROWS, Tone.WARN, end);
        canvas.put(0, 2, "this is " + canvas.columns() + "x" + canvas.rows(), Tone.QUIET, end);
    }

    private void header(Frame frame) {
        canvas.fill(0, 0, canvas.columns());
        new HeaderLine(canvas).paint(frame.header());
        if (header > 1) {
            canvas.fill(0, 1, canvas.columns());
            secondLine(frame, canvas.columns());
        }
    }

    private void secondLine(Frame frame, int width) {
        HeaderFrame header = frame.header();
        int x = 1;
        for (Cell count : header.counts()) {
            String glyph =
                    count.glyph() == Glyph.NONE
                            ? ""
                            : (canvas.ascii() ? count.glyph().ascii() : count.glyph().symbol())
                                    + " ";
            x = canvas.put(x, 1, glyph + count.text() + "   ", count.tone(), width);
        }
        if (frame.body() instanceof TextFrame text) {
            x = textLine(text, x, width);
        }
        String filter = filterOf(frame);
        if (!filter.isEmpty()) {
            x = canvas.put(x, 1, "/" + filter + "   ", Tone.ACCENT, width);
        }
        String trail =
                String.join(" > ", header.breadcrumbs()) + (tabs.isEmpty() ? "" : "   " + tabs);
        int room = width - x - 2;
        if (room > 8) {
            String cut = CellWidth.cutMiddle(trail, room);
            canvas.put(width - 1 - CellWidth.of(cut), 1, cut, Tone.QUIET, width);
        }
    }

    /** What the text is, and which of the found lines the search stands on. */
    private int textLine(TextFrame text, int from, int width) {
        int x = from;
        if (!text.title().isEmpty()) {
            x = canvas.put(x, 1, text.title() + "   ", Tone.STRONG, width);
        }
        TextFrame.Search search = text.search();
        if (!search.needle().isEmpty()) {
            String at = search.current() < 0 ? "" : (search.current() + 1) + " of ";
            x = canvas.put(x, 1, at + search.matches() + " lines hold ", Tone.QUIET, width);
        }
        return x;
    }

    private static String filterOf(Frame frame) {
        return switch (frame.body()) {
            case TableFrame table -> table.narrowing().filter().strip();
            case TextFrame text -> text.search().needle();
            case PanesFrame panes ->
                    panes.panes().get(panes.focus()).body() instanceof TableFrame table
                            ? table.narrowing().filter().strip()
                            : "";
        };
    }

    private int body(Frame frame, TablePainter.Area area) {
        return switch (frame.body()) {
            case PanesFrame panes -> panes(frame, panes, area);
            case TableFrame table -> one(frame, 0, table, area);
            case TextFrame text -> one(frame, 0, text, area);
        };
    }

    private int one(Frame frame, int pane, BodyFrame body, TablePainter.Area area) {
        ScrollMemory.Place place = new ScrollMemory.Place(frame.screen(), pane);
        return switch (body) {
            case TableFrame table -> {
                int first = scroll.table(place, table, TablePainter.rowsIn(area));
                if (frame.overlay() == null) {
                    int count = table.rows().count();
                    hits.add(new HitMap.Hit(pane, area.top() + 1, area.bottom(), first, count));
                }
                int by = scroll.moved(place, first, area);
                canvas.moved(area.top() + 1, area.bottom() - 1, by);
                new TablePainter(canvas)
                        .paint(
                                table,
                                area,
                                first,
                                area.focused() ? scroll.columnsSkipped(frame.screen()) : 0);
                yield TablePainter.rowsIn(area);
            }
            case TextFrame text -> {
                int first = scroll.text(place, text, area);
                int by = scroll.moved(place, first, area);
                canvas.moved(area.top(), area.bottom() - 1, by);
                int skip = area.focused() ? scroll.columnsSkipped(frame.screen()) : 0;
                new TextPainter(canvas, skip).paint(text, area, first);
                yield area.height();
            }
            case PanesFrame ignored -> 1;
        };
    }

    private int panes(Frame frame, PanesFrame panes, TablePainter.Area area) {
        List<Integer> heights = heights(panes, area.height());
        int visible = 1;
        int y = area.top();
        for (int i = 0; i < panes.panes().size(); i++) {
            PanesFrame.Pane pane = panes.panes().get(i);
            int height = heights.get(i);
            if (height < 2) {
                continue;
            }
            boolean focused = i == panes.focus();
            canvas.fill(0, y, area.right());
            int x = canvas.put(0, y, "─ ", Tone.QUIET, area.right());
            x =
                    canvas.putBold(
                            x,
                            y,
                            pane.title() + count(pane.body()),
                            focused ? Tone.ACCENT : Tone.QUIET,
                            area.right());
            canvas.rule(x + 1, y, area.right());
            int shown =
                    one(
                            frame,
                            i,
                            pane.body(),
                            new TablePainter.Area(0, y + 1, area.right(), y + height, focused));
            visible = focused ? shown : visible;
            y += height;
        }
        while (y < area.bottom()) {
            canvas.fill(0, y++, area.right());
        }
        return visible;
    }

    private static String count(BodyFrame body) {
        return body instanceof TableFrame table ? " " + table.rows().count() : "";
    }

    /**
     * Texts take what they need, tables share the rest by weight but never more than they can fill.
     */
    private static List<Integer> heights(PanesFrame panes, int room) {
        List<Integer> heights = new ArrayList<>();
        int left = room;
        int weights = 0;
        for (PanesFrame.Pane pane : panes.panes()) {
            int need =
                    pane.body() instanceof TextFrame text
                            ? Math.min(text.lines().size() + 1, room / 2)
                            : 0;
            heights.add(need);
            left -= need;
            weights += need == 0 ? pane.weight() : 0;
        }
        for (int i = 0; i < heights.size(); i++) {
            if (heights.get(i) == 0 && weights > 0) {
                PanesFrame.Pane pane = panes.panes().get(i);
                int share = Math.max(3, left * pane.weight() / weights);
                int full =
                        pane.body() instanceof TableFrame table
                                ? Math.max(3, table.rows().count() + 2)
                                : share;
                int height = Math.min(left, Math.min(share, full));
                heights.set(i, height);
                left -= height;
                weights -= pane.weight();
            }
        }
        spread(panes, heights, left);
        return heights;
    }

    /** Rows that a short table did not need go to the tables that are cut. */
    private static void spread(PanesFrame panes, List<Integer> heights, int rows) {
        int left = rows;
        for (int i = 0; i < heights.size() && left > 0; i++) {
            if (panes.panes().get(i).body() instanceof TableFrame table && heights.get(i) > 0) {
                int more = Math.clamp(table.rows().count() + 2 - heights.get(i), 0, left);
                heights.set(i, heights.get(i) + more);
                left -= more;
            }
        }
    }

    private void footer(FooterFrame footer, int row) {
        canvas.fill(0, row, canvas.columns());
        int end = canvas.columns() - CellWidth.of("? more") - 1;
        int x = 1;
        if (!footer.message().isEmpty()) {
            String message = CellWidth.cutEnd(footer.message(), end - x - 3);
            x = canvas.put(x, row, message + "   ", footer.tone(), end);
        }
        for (FooterFrame.Hint hint : footer.hints()) {
            // The brackets say the same as the colour, for terminals without one.
            String label = hint.enabled() ? hint.label() + "  " : "(" + hint.label() + ")  ";
            if (x + CellWidth.of(hint.key()) + 1 + CellWidth.of(label) > end) {
                break;
            }
            Tone tone = hint.enabled() ? Tone.ACCENT : Tone.QUIET;
            x = canvas.put(x, row, hint.key() + " ", tone, end);
            x = canvas.put(x, row, label, Tone.QUIET, end);
        }
        x = canvas.put(x, row, "? ", Tone.ACCENT, canvas.columns());
        canvas.put(x, row, "more", Tone.QUIET, canvas.columns());
    }
}
