package dev.pilothouse.bench.terminal;

import dev.pilothouse.text.CellWidth;
import java.util.Arrays;

/**
 * The characters that a terminal shows, without their colours: enough to read a program's screen.
 * Positions count from zero. Not safe for threads.
 */
public final class Screen {
    private static final int BLANK = ' ';
    private static final int TAB = 8;

    private int columns;
    private int rows;
    private int[][] cells;
    private int x;
    private int y;
    private boolean wrap;
    private int top;
    private int bottom;
    private int savedX;
    private int savedY;
    private int last = BLANK;

    Screen(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        this.cells = blank(columns, rows);
        this.bottom = rows - 1;
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    int cursorX() {
        return Math.min(x, columns - 1);
    }

    int cursorY() {
        return y;
    }

    /** A row's text without the blanks at its end. */
    public String line(int row) {
        StringBuilder text = new StringBuilder(columns);
        for (int cell : cells[row]) {
            if (cell != 0) {
                text.appendCodePoint(cell);
            }
        }
        return text.toString().stripTrailing();
    }

    /** All rows, each ended by a line feed. */
    public String text() {
        StringBuilder text = new StringBuilder(columns * rows);
        for (int row = 0; row < rows; row++) {
            text.append(line(row)).append('\n');
        }
        return text.toString();
    }

    void resize(int newColumns, int newRows) {
        int[][] old = cells;
        cells = blank(newColumns, newRows);
        for (int row = 0; row < Math.min(rows, newRows); row++) {
            System.arraycopy(old[row], 0, cells[row], 0, Math.min(columns, newColumns));
        }
        columns = newColumns;
        rows = newRows;
        margins(0, rows - 1);
        moveTo(Math.min(x, columns - 1), Math.min(y, rows - 1));
    }

    void reset() {
        cells = blank(columns, rows);
        margins(0, rows - 1);
        moveTo(0, 0);
    }

    void put(int codePoint) {
        int width = CellWidth.of(codePoint);
        if (width == 0) {
            return; // a combining mark changes no text that is looked for
        }
        if (wrap || x + width > columns) {
            x = 0;
            lineFeed();
        }
        cells[y][x] = codePoint;
        if (width == 2 && x + 1 < columns) {
            cells[y][x + 1] = 0;
        }
        last = codePoint;
        wrap = x + width >= columns;
        x = Math.min(x + width, columns - 1);
    }

    void repeat(int times) {
        for (int i = 0; i < Math.min(times, columns * rows); i++) {
            put(last);
        }
    }

    void carriageReturn() {
        moveTo(0, y);
    }

    void lineFeed() {
        wrap = false;
        if (y == bottom) {
            scrollUp(1);
        } else {
            y = Math.min(y + 1, rows - 1);
        }
    }

    void reverseLineFeed() {
        wrap = false;
        if (y == top) {
            scrollDown(1);
        } else {
            y = Math.max(y - 1, 0);
        }
    }

    void tab() {
        moveTo(x / TAB * TAB + TAB, y);
    }

    void moveBy(int dx, int dy) {
        moveTo(cursorX() + dx, y + dy);
    }

    void moveTo(int column, int row) {
        x = Math.clamp(column, 0, columns - 1);
        y = Math.clamp(row, 0, rows - 1);
        wrap = false;
    }

    void save() {
        savedX = cursorX();
        savedY = y;
    }

    void restore() {
        moveTo(savedX, savedY);
    }

    /** The rows that scroll, both included. */
    void margins(int first, int end) {
        top = Math.clamp(first, 0, rows - 1);
        bottom = Math.clamp(end, top, rows - 1);
    }

    void scrollUp(int lines) {
        shiftUp(top, lines);
    }

    void scrollDown(int lines) {
        shiftDown(top, lines);
    }

    void insertLines(int lines) {
        if (y >= top && y <= bottom) {
            shiftDown(y, lines);
        }
    }

    void deleteLines(int lines) {
        if (y >= top && y <= bottom) {
            shiftUp(y, lines);
        }
    }

    private void shiftUp(int from, int lines) {
        for (int i = 0; i < Math.min(lines, bottom - from + 1); i++) {
            int[] gone = cells[from];
            System.arraycopy(cells, from + 1, cells, from, bottom - from);
            Arrays.fill(gone, BLANK);
            cells[bottom] = gone;
        }
    }

    private void shiftDown(int from, int lines) {
        for (int i = 0; i < Math.min(lines, bottom - from + 1); i++) {
            int[] gone = cells[bottom];
            System.arraycopy(cells, from, cells, from + 1, bottom - from);
            Arrays.fill(gone, BLANK);
            cells[from] = gone;
        }
    }

    /** ED: 0 to the end, 1 to the cursor, 2 and 3 all. */
    void eraseScreen(int mode) {
        for (int row = 0; row < rows; row++) {
            boolean erased = mode >= 2 || (mode == 0 ? row > y : row < y);
            if (erased) {
                Arrays.fill(cells[row], BLANK);
            }
        }
        if (mode < 2) {
            eraseLine(mode);
        }
    }

    /** EL: 0 to the end, 1 to the cursor, 2 the line. */
    void eraseLine(int mode) {
        int from = mode == 0 ? cursorX() : 0;
        int end = mode == 1 ? cursorX() + 1 : columns;
        Arrays.fill(cells[y], from, end, BLANK);
    }

    void eraseCells(int count) {
        Arrays.fill(cells[y], cursorX(), Math.min(columns, cursorX() + count), BLANK);
    }

    void insertCells(int count) {
        int n = Math.min(count, columns - cursorX());
        System.arraycopy(cells[y], cursorX(), cells[y], cursorX() + n, columns - cursorX() - n);
        eraseCells(n);
    }

    void deleteCells(int count) {
        int n = Math.min(count, columns - cursorX());
        System.arraycopy(cells[y], cursorX() + n, cells[y], cursorX(), columns - cursorX() - n);
        Arrays.fill(cells[y], columns - n, columns, BLANK);
    }

    private static int[][] blank(int columns, int rows) {
        int[][] made = new int[rows][columns];
        for (int[] row : made) {
            Arrays.fill(row, BLANK);
        }
        return made;
    }
}
