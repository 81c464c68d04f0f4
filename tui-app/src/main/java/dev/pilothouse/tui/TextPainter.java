package dev.pilothouse.tui;

import dev.pilothouse.present.TableFrame;
import dev.pilothouse.present.TextFrame;
import dev.pilothouse.present.Tone;
import dev.pilothouse.text.CellWidth;
import java.util.ArrayList;
import java.util.List;

/** Paints lines of text into a rectangle, cut or wrapped. */
final class TextPainter {
    /** Cells that one step to the side scrolls. */
    private static final int STEP = 8;

    private final Canvas canvas;
    private final int skip;

    /**
     * @param steps how far lines that are not wrapped are scrolled to the left
     */
    TextPainter(Canvas canvas, int steps) {
        this.canvas = canvas;
        skip = steps * STEP;
    }

    /** `first` is the line at the top. */
    void paint(TextFrame text, TablePainter.Area area, int first) {
        int y = area.top();
        for (int line = first; line < text.lines().size() && y < area.bottom(); line++) {
            boolean cursor = text.selectable() && line == text.cursor() && area.focused();
            boolean wrapped = text.wrap() || text.selectable();
            for (List<TextFrame.Span> whole : rows(text, line, area.right() - area.left() - 2)) {
                if (y < area.bottom()) {
                    List<TextFrame.Span> part = wrapped ? whole : skipped(whole);
                    row(part, area, y, cursor);
                    found(part, text.search(), new Spot(line, y++), area);
                }
            }
        }
        while (y < area.bottom()) {
            canvas.fill(area.left(), y++, area.right());
        }
        if (text.lines().isEmpty() && !text.notice().equals(TableFrame.Notice.NONE)) {
            canvas.put(
                    area.left() + 1,
                    area.top() + Math.min(1, area.height() - 1),
                    text.notice().text(),
                    text.notice().tone(),
                    area.right());
        }
    }

    private void row(List<TextFrame.Span> spans, TablePainter.Area area, int y, boolean cursor) {
        canvas.selected(cursor);
        canvas.fill(area.left(), y, area.right());
        int x = canvas.put(area.left(), y, cursor ? "▌" : " ", Tone.ACCENT, area.right());
        for (TextFrame.Span span : spans) {
            x = canvas.put(x, y, span.text(), span.tone(), area.right());
        }
        canvas.selected(false);
    }

    /** A line of the text and the row of the screen that it is on. */
    private record Spot(int line, int y) {}

    /**
     * Reverses what a search found, in another colour where the search stands; the needle is looked
     * for as the search looks for it.
     */
    private void found(
            List<TextFrame.Span> spans,
            TextFrame.Search search,
            Spot spot,
            TablePainter.Area area) {
        String needle = search.needle();
        if (needle.isEmpty()) {
            return;
        }
        Tone tone = spot.line() == search.line() ? Tone.WARN : Tone.ACCENT;
        String shown = new TextFrame.Line(spans, false).plain();
        int last = shown.length() - needle.length();
        for (int i = 0; i <= last; i++) {
            if (shown.regionMatches(true, i, needle, 0, needle.length())) {
                int column = area.left() + 1 + CellWidth.of(shown.substring(0, i));
                String text = shown.substring(i, i + needle.length());
                canvas.found(column, spot.y(), text, tone, area.right());
                i += needle.length() - 1;
            }
        }
    }

    private List<TextFrame.Span> skipped(List<TextFrame.Span> spans) {
        int left = skip;
        List<TextFrame.Span> shown = new ArrayList<>(spans.size());
        for (TextFrame.Span span : spans) {
            int width = left == 0 ? 0 : CellWidth.of(span.text());
            if (left == 0) {
                shown.add(span);
            } else if (width > left) {
                String gone = CellWidth.prefix(span.text(), left);
                shown.add(new TextFrame.Span(span.text().substring(gone.length()), span.tone()));
                left = 0;
            } else {
                left -= width;
            }
        }
        return shown;
    }

    private static List<List<TextFrame.Span>> rows(TextFrame text, int line, int width) {
        List<TextFrame.Span> spans = text.lines().get(line).spans();
        boolean wrap = text.wrap() || text.selectable();
        if (!wrap || CellWidth.of(text.lines().get(line).plain()) <= width) {
            return List.of(spans);
        }
        List<List<TextFrame.Span>> rows = new ArrayList<>();
        List<TextFrame.Span> row = new ArrayList<>();
        int used = 0;
        for (TextFrame.Span span : spans) {
            String rest = span.text();
            while (!rest.isEmpty()) {
                String part = CellWidth.prefix(rest, width - used);
                if (part.isEmpty() && used == 0) {
                    break;
                }
                row.add(new TextFrame.Span(part, span.tone()));
                used += CellWidth.of(part);
                rest = rest.substring(part.length());
                if (!rest.isEmpty()) {
                    rows.add(row);
                    row = new ArrayList<>(List.of(new TextFrame.Span("  ", Tone.NORMAL)));
                    used = 2;
                }
            }
        }
        rows.add(row);
        return rows;
    }

    /** How many rows of the screen a line takes. */
    static int height(TextFrame text, int line, int width) {
        return rows(text, line, width - 2).size();
    }
}
