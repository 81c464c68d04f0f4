package dev.pilothouse.tui;

import dev.pilothouse.present.Cell;
import dev.pilothouse.present.ColumnHead;
import dev.pilothouse.present.Glyph;
import dev.pilothouse.present.TableFrame;
import dev.pilothouse.present.Tone;
import dev.pilothouse.text.CellWidth;
import java.util.ArrayList;
import java.util.List;

/** Paints a table into a rectangle: heads, visible rows, cursor, marks, notice. */
final class TablePainter {
    private static final int GAP = 1;
    private static final int MARGIN = 2;

    private final Canvas canvas;

    TablePainter(Canvas canvas) {
        this.canvas = canvas;
    }

    /** Where to paint; `focused` is false for a pane that does not have the keys. */
    record Area(int left, int top, int right, int bottom, boolean focused) {
        int height() {
            return bottom - top;
        }
    }

    /** A column that is shown, with its index in the frame and its place. */
    private record Slot(int index, ColumnHead head, int left, int width) {}

    /** Rows that fit under the heads. */
    static int rowsIn(Area area) {
        return Math.max(0, area.height() - 1);
    }

    /** `first` is the row at the top; `skip` the columns scrolled out to the left (names stay). */
    void paint(TableFrame table, Area area, int first, int skip) {
        List<Slot> slots = layout(table.columns(), area, skip);
        heads(table, slots, area);
        int rows = rowsIn(area);
        for (int i = 0; i < rows; i++) {
            int row = first + i;
            int y = area.top() + 1 + i;
            if (row < table.rows().count()) {
                row(table, slots, area, new Place(row, y));
            } else {
                canvas.fill(area.left(), y, area.right());
            }
        }
        if (table.rows().count() == 0) {
            notice(table.notice(), area);
        }
    }

    private record Place(int row, int y) {}

    private void heads(TableFrame table, List<Slot> slots, Area area) {
        canvas.fill(area.left(), area.top(), area.right());
        for (Slot slot : slots) {
            boolean sorted = slot.head().id().equals(table.narrowing().sortColumn());
            String arrow = sorted ? (table.narrowing().descending() ? "▼" : "▲") : "";
            String title =
                    CellWidth.cutEnd(slot.head().title(), slot.width() - CellWidth.of(arrow))
                            + arrow;
            int pad = slot.head().layout().right() ? slot.width() - CellWidth.of(title) : 0;
            canvas.putBold(
                    slot.left() + pad,
                    area.top(),
                    title,
                    sorted ? Tone.ACCENT : Tone.QUIET,
                    slot.left() + slot.width());
        }
    }

    private void row(TableFrame table, List<Slot> slots, Area area, Place place) {
        boolean cursor = place.row() == table.cursor().row() && area.focused();
        canvas.selected(cursor);
        canvas.fill(area.left(), place.y(), area.right());
        boolean marked =
                !table.cursor().marked().isEmpty()
                        && table.cursor().marked().contains(table.rows().key(place.row()));
        canvas.put(area.left(), place.y(), cursor ? "▌" : " ", Tone.ACCENT, area.right());
        canvas.put(area.left() + 1, place.y(), marked ? "*" : " ", Tone.ACCENT, area.right());
        for (Slot slot : slots) {
            cell(table, slot, place);
        }
        canvas.selected(false);
    }

    private void cell(TableFrame table, Slot slot, Place place) {
        Cell cell = table.rows().cell(place.row(), slot.index());
        int at = slot.left();
        int end = slot.left() + slot.width();
        int room = slot.width();
        if (cell.glyph() != Glyph.NONE) {
            char glyph = canvas.ascii() ? cell.glyph().ascii() : cell.glyph().symbol();
            at = canvas.put(at, place.y(), glyph + " ", cell.tone(), end);
            room -= 2;
        }
        ColumnHead.Layout layout = slot.head().layout();
        String text =
                layout.cutMiddle()
                        ? CellWidth.cutMiddle(cell.text(), room)
                        : CellWidth.cutEnd(cell.text(), room);
        int pad = layout.right() ? Math.max(0, room - CellWidth.of(text)) : 0;
        if (table.rows().changed(place.row(), slot.index())) {
            canvas.putBold(at + pad, place.y(), text, cell.tone(), end);
        } else {
            canvas.put(at + pad, place.y(), text, cell.tone(), end);
        }
    }

    private void notice(TableFrame.Notice notice, Area area) {
        int y = area.top() + Math.min(2, Math.max(1, area.height() - 2));
        canvas.put(
                area.left() + MARGIN,
                y,
                CellWidth.cutEnd(notice.text(), area.right() - area.left() - MARGIN),
                notice.tone(),
                area.right());
        for (String hint : notice.hints()) {
            y++;
            if (y < area.bottom()) {
                canvas.put(
                        area.left() + MARGIN,
                        y,
                        CellWidth.cutEnd(hint, area.right() - area.left() - MARGIN),
                        Tone.QUIET,
                        area.right());
            }
        }
    }

    /**
     * Columns of low priority go first when there is no room; what is left over goes to those that
     * can use it.
     */
    private static List<Slot> layout(List<ColumnHead> heads, Area area, int skip) {
        int room = area.right() - area.left() - MARGIN;
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            chosen.add(i);
        }
        for (int skipped = 0; skipped < skip && chosen.size() > 1; skipped++) {
            Integer scrollable =
                    chosen.stream()
                            .filter(i -> heads.get(i).priority() != 0)
                            .findFirst()
                            .orElse(chosen.getLast());
            chosen.remove(/* element */ scrollable);
        }
        while (total(heads, chosen) > room && chosen.size() > 1) {
            int worst = chosen.getFirst();
            for (int i : chosen) {
                if (heads.get(i).priority() >= heads.get(worst).priority()) {
                    worst = i;
                }
            }
            if (heads.get(worst).priority() == 0) {
                break;
            }
            chosen.remove(Integer.valueOf(worst));
        }
        return place(heads, chosen, area, room - total(heads, chosen));
    }

    private static int total(List<ColumnHead> heads, List<Integer> chosen) {
        return chosen.stream().mapToInt(i -> heads.get(i).layout().width() + GAP).sum() - GAP;
    }

    private static List<Slot> place(
            List<ColumnHead> heads, List<Integer> chosen, Area area, int spare) {
        int shares = chosen.stream().mapToInt(i -> heads.get(i).layout().grow()).sum();
        List<Slot> slots = new ArrayList<>();
        int x = area.left() + MARGIN;
        for (int i : chosen) {
            ColumnHead head = heads.get(i);
            int more = shares == 0 ? 0 : Math.max(0, spare) * head.layout().grow() / shares;
            int width = Math.max(4, Math.min(head.layout().width() + more, area.right() - x));
            slots.add(new Slot(i, head, x, width));
            x += width + GAP;
        }
        return slots;
    }
}
