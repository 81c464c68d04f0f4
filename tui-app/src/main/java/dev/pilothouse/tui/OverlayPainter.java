package dev.pilothouse.tui;

import dev.pilothouse.present.FooterFrame;
import dev.pilothouse.present.OverlayFrame;
import dev.pilothouse.present.Tone;
import dev.pilothouse.text.CellWidth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Paints what lies over the body. */
final class OverlayPainter {
    /** Cells that a key with its label wants in the sheet. */
    private static final int SHEET_COLUMN = 36;

    private final Canvas canvas;

    OverlayPainter(Canvas canvas) {
        this.canvas = canvas;
    }

    void paint(@Nullable OverlayFrame overlay, int top, int bottom) {
        switch (overlay) {
            case null -> {}
            case OverlayFrame.PromptFrame prompt -> prompt(prompt, bottom - 1);
            case OverlayFrame.PickerFrame picker -> picker(picker, top, bottom);
            case OverlayFrame.HelpFrame help -> help(help, top, bottom);
        }
    }

    private void prompt(OverlayFrame.PromptFrame prompt, int row) {
        canvas.fill(0, row, canvas.columns());
        int start = canvas.put(1, row, prompt.label() + " ", Tone.ACCENT, canvas.columns());
        int end = input(prompt.text(), prompt.caret(), start, row);
        if (prompt.error().present()) {
            int at = Math.clamp(prompt.error().at(), 0, prompt.text().length());
            int column = start + CellWidth.of(prompt.text().substring(0, at));
            canvas.selected(true);
            canvas.put(
                    column,
                    row,
                    at < prompt.text().length() ? prompt.text().substring(at, at + 1) : " ",
                    Tone.BAD,
                    canvas.columns());
            canvas.selected(false);
            canvas.put(
                    end + 2,
                    row,
                    CellWidth.cutEnd(prompt.error().sentence(), canvas.columns() - end - 3),
                    Tone.BAD,
                    canvas.columns());
        } else if (prompt.text().isEmpty() && prompt.label().equals("filter")) {
            canvas.put(
                    end + 2,
                    row,
                    "words  !not  \"phrase\"  ~fuzzy  /regex/  label=value  restarts>5  age<2h",
                    Tone.QUIET,
                    canvas.columns());
        }
    }

    /** Draws the text with a block for the caret and returns the column after it. */
    private int input(String text, int caret, int start, int row) {
        int x = canvas.put(start, row, text.substring(0, caret), Tone.STRONG, canvas.columns());
        canvas.selected(true);
        x =
                canvas.put(
                        x,
                        row,
                        caret < text.length() ? text.substring(caret, caret + 1) : " ",
                        Tone.STRONG,
                        canvas.columns());
        canvas.selected(false);
        return caret < text.length()
                ? canvas.put(x, row, text.substring(caret + 1), Tone.STRONG, canvas.columns())
                : x;
    }

    private record Box(int left, int top, int right, int bottom) {}

    private Box box(int width, int height, int top, int bottom) {
        int wide = Math.min(width, canvas.columns() - 4);
        int high = Math.min(height, bottom - top);
        int left = (canvas.columns() - wide) / 2;
        Box box = new Box(left, top, left + wide, top + high);
        for (int row = box.top(); row < box.bottom(); row++) {
            canvas.fill(box.left() - 1, row, box.right() + 1);
            canvas.put(box.left(), row, "│", Tone.QUIET, canvas.columns());
            canvas.put(box.right() - 1, row, "│", Tone.QUIET, canvas.columns());
        }
        edge(box, box.top(), "┌", "┐");
        edge(box, box.bottom() - 1, "└", "┘");
        return box;
    }

    private void edge(Box box, int row, String left, String right) {
        canvas.put(box.left(), row, left, Tone.QUIET, canvas.columns());
        canvas.rule(box.left() + 1, row, box.right() - 1);
        canvas.put(box.right() - 1, row, right, Tone.QUIET, canvas.columns());
    }

    private void picker(OverlayFrame.PickerFrame picker, int top, int bottom) {
        Box box = box(84, 22, top, bottom);
        canvas.putBold(
                box.left() + 2, box.top(), " " + picker.title() + " ", Tone.ACCENT, box.right());
        canvas.put(box.left() + 2, box.top() + 1, "> ", Tone.ACCENT, box.right());
        input(picker.text(), picker.caret(), box.left() + 4, box.top() + 1);
        int rows = box.bottom() - box.top() - 3;
        int first = Math.max(0, picker.selected() - rows + 1);
        for (int i = 0; i < rows && first + i < picker.items().size(); i++) {
            item(
                    picker.items().get(first + i),
                    first + i == picker.selected(),
                    box,
                    box.top() + 2 + i);
        }
        if (picker.items().isEmpty()) {
            canvas.put(box.left() + 4, box.top() + 2, "nothing matches", Tone.QUIET, box.right());
        }
    }

    private void item(OverlayFrame.Item item, boolean selected, Box box, int row) {
        canvas.selected(selected);
        canvas.fill(box.left() + 1, row, box.right() - 1);
        Tone tone = item.enabled() ? Tone.NORMAL : Tone.QUIET;
        int middle = box.left() + 32;
        canvas.put(
                box.left() + 3,
                row,
                CellWidth.cutMiddle(item.label(), middle - box.left() - 5),
                tone,
                middle);
        int keyAt = box.right() - 3 - CellWidth.of(item.key());
        String detail = item.enabled() ? item.detail() : item.reason();
        canvas.put(middle, row, CellWidth.cutEnd(detail, keyAt - middle - 1), Tone.QUIET, keyAt);
        canvas.put(keyAt, row, item.key(), Tone.ACCENT, box.right() - 1);
        canvas.selected(false);
    }

    private void help(OverlayFrame.HelpFrame help, int top, int bottom) {
        Box box = box(canvas.columns() - 4, bottom - top, top, bottom);
        canvas.putBold(
                box.left() + 2,
                box.top(),
                " " + help.title() + ": type to search, esc closes ",
                Tone.ACCENT,
                box.right());
        canvas.put(box.left() + 2, box.top() + 1, "> ", Tone.ACCENT, box.right());
        input(help.text(), help.caret(), box.left() + 4, box.top() + 1);
        sheet(help.sections(), box, help.first());
    }

    /**
     * Sections in columns, each whole when that fits; the last column takes what is left, so that
     * nothing is lost unless the sheet is larger than the screen.
     */
    private void sheet(List<OverlayFrame.Section> sections, Box box, int wanted) {
        int high = Math.max(1, box.bottom() - box.top() - 3);
        int inner = box.right() - box.left() - 4;
        List<List<Row>> columns = columns(sections, high, Math.max(1, inner / SHEET_COLUMN));
        int width = Math.max(24, inner / Math.max(1, columns.size()));
        int longest = columns.stream().mapToInt(List::size).max().orElse(0);
        int first = Math.min(wanted, Math.max(0, longest - high));
        for (int column = 0; column < columns.size(); column++) {
            int x = box.left() + 2 + column * width;
            int end = Math.min(x + width - 1, box.right() - 1);
            List<Row> rows = columns.get(column);
            for (int i = 0; i < Math.min(high, rows.size() - first); i++) {
                helpRow(rows.get(first + i), x, box.top() + 2 + i, end);
            }
        }
        if (first + high < longest) {
            canvas.put(box.left() + 2, box.bottom() - 1, " down: more ", Tone.ACCENT, box.right());
        }
    }

    /** Columns as even as whole sections allow; a section that is too long goes on in the next. */
    private static List<List<Row>> columns(
            List<OverlayFrame.Section> sections, int high, int most) {
        int all = 0;
        for (OverlayFrame.Section section : sections) {
            all += section.keys().size() + 1;
        }
        int even = (all + most - 1) / most;
        int longest = Math.max(high, even);
        List<List<Row>> columns = new ArrayList<>();
        List<Row> column = new ArrayList<>();
        for (OverlayFrame.Section section : sections) {
            int need = section.keys().size() + 1;
            boolean full = column.size() >= even || column.size() + need > longest;
            if (full && !column.isEmpty() && columns.size() + 1 < most) {
                columns.add(column);
                column = new ArrayList<>();
            }
            column.add(new Row(section.heading(), null, section.quiet()));
            for (FooterFrame.Hint key : section.keys()) {
                if (column.size() == longest && columns.size() + 1 < most) {
                    columns.add(column);
                    column = new ArrayList<>();
                }
                column.add(new Row("", key, section.quiet()));
            }
        }
        columns.add(column);
        return columns;
    }

    /** A heading, or a key under one. */
    private record Row(String heading, FooterFrame.@Nullable Hint hint, boolean quiet) {}

    private void helpRow(Row row, int x, int y, int end) {
        FooterFrame.Hint hint = row.hint();
        if (hint == null) {
            canvas.putBold(x, y, row.heading(), row.quiet() ? Tone.QUIET : Tone.STRONG, end);
            return;
        }
        int keys = end - x >= SHEET_COLUMN ? 14 : 10;
        int label = x + keys + 2;
        Tone tone = row.quiet() ? Tone.QUIET : Tone.ACCENT;
        canvas.put(x + 1, y, CellWidth.cutEnd(hint.key(), keys), tone, end);
        canvas.put(
                label,
                y,
                CellWidth.cutEnd(hint.label(), Math.max(1, end - label)),
                row.quiet() ? Tone.QUIET : Tone.NORMAL,
                end);
    }
}
