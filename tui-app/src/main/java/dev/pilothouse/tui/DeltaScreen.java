package dev.pilothouse.tui;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.screen.ScreenBuffer;
import com.googlecode.lanterna.screen.TerminalScreen;
import com.googlecode.lanterna.terminal.Terminal;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes what differs between the last frame and this one in as few bytes as a terminal needs.
 * Lanterna addresses every run absolutely, sets each colour on its own and writes all blanks;
 * measured at 180x50 in true colour a moved cursor cost 830 bytes and a line of scrolling 14,700.
 * Here the cursor goes the shortest way, one sequence sets a whole style, blank ends are erased,
 * and rows that only moved are scrolled by the terminal. Only sequences of the VT100 and ECMA-48
 * that every terminal has are used.
 *
 * <p>The style is left as the last cell had it; the device resets it when it gives the terminal
 * back.
 */
final class DeltaScreen extends TerminalScreen {
    /** Unchanged cells of the same style up to this many are cheaper to write than to jump over. */
    private static final int GAP = 4;

    /** A shorter blank end is written as blanks. */
    private static final int ERASE = 4;

    private static final TextCharacter BLANK = TextCharacter.DEFAULT_CHARACTER;

    private final Raw raw;
    private final Charset charset;
    private final StringBuilder out = new StringBuilder();
    private final List<Scroll> scrolls = new ArrayList<>();
    private TextCharacter style = BLANK;
    private boolean painted;
    private int column = -1;
    private int row = -1;

    /** A terminal that takes bytes as they are. */
    interface Raw {
        void raw(byte[] bytes) throws IOException;
    }

    /** Rows `top` to `bottom` (inclusive) moved up by `by`; negative is down. */
    private record Scroll(int top, int bottom, int by) {}

    <T extends Terminal & Raw> DeltaScreen(T terminal, Charset charset) throws IOException {
        super(terminal);
        raw = terminal;
        this.charset = charset;
    }

    /** What comes next shows the rows between these moved; a hint, and never wrong. */
    void moved(int top, int bottom, int by) {
        if (by != 0 && Math.abs(by) <= (bottom - top) / 2) {
            scrolls.add(new Scroll(top, bottom, by));
        }
    }

    @Override
    public synchronized void refresh(RefreshType type) throws IOException {
        if (!painted || type == RefreshType.COMPLETE) {
            out.append("\u001b[0m\u001b[r\u001b[2J");
            style = BLANK;
            column = -1;
            getFrontBuffer().setAll(BLANK);
            scrolls.clear();
            painted = true;
        }
        scrolls.forEach(this::scroll);
        scrolls.clear();
        for (int y = 0; y < getFrontBuffer().getSize().getRows(); y++) {
            line(y);
        }
        getTerminal().setCursorVisible(false);
        if (!out.isEmpty()) {
            raw.raw(out.toString().getBytes(charset));
            out.setLength(0);
        }
        getTerminal().flush();
    }

    private void scroll(Scroll scroll) {
        ScreenBuffer front = getFrontBuffer();
        restyle(BLANK);
        out.append("\u001b[").append(scroll.top() + 1).append(';').append(scroll.bottom() + 1);
        out.append('r');
        boolean up = scroll.by() > 0;
        out.append("\u001b[").append(up ? scroll.bottom() + 1 : scroll.top() + 1).append('H');
        out.append((up ? "\n" : "\u001bM").repeat(Math.abs(scroll.by()))).append("\u001b[r");
        column = -1;
        int rows = scroll.bottom() - scroll.top() + 1;
        for (int i = 0; i < rows; i++) {
            int to = up ? scroll.top() + i : scroll.bottom() - i;
            int from = to + scroll.by();
            boolean inside = from >= scroll.top() && from <= scroll.bottom();
            int columns = front.getSize().getColumns();
            int x = 0;
            while (x < columns) {
                x += set(x, to, inside ? front.getCharacterAt(x, from) : BLANK);
            }
        }
    }

    private void line(int y) {
        ScreenBuffer front = getFrontBuffer();
        ScreenBuffer back = getBackBuffer();
        int columns = front.getSize().getColumns();
        int end = blankFrom(back, y, columns);
        int x = 0;
        while (x < columns) {
            int width = back.getCharacterAt(x, y).isDoubleWidth() ? 2 : 1;
            if (same(x, y)) {
                x += width;
            } else if (x >= end && changed(x, y, columns) > ERASE) {
                move(x, y);
                restyle(BLANK);
                out.append("\u001b[K");
                copy(x, columns, y);
                return;
            } else {
                x = run(x, y, columns);
            }
        }
    }

    /** From this column on the row is blank. */
    private static int blankFrom(ScreenBuffer back, int y, int columns) {
        int x = columns;
        while (x > 0 && looksLike(back.getCharacterAt(x - 1, y), BLANK)) {
            x--;
        }
        return x;
    }

    private int changed(int from, int y, int columns) {
        int last = from;
        for (int x = from; x < columns; x++) {
            last = same(x, y) ? last : x;
        }
        return last - from + 1;
    }

    /** Writes from a changed cell on for as long as that is cheaper than to move. */
    private int run(int from, int y, int columns) {
        move(from, y);
        int x = from;
        while (x < columns) {
            TextCharacter cell = getBackBuffer().getCharacterAt(x, y);
            if (same(x, y) && !worthWriting(x, y, columns)) {
                return x;
            }
            restyle(cell);
            out.append(cell.getCharacterString());
            int width = cell.isDoubleWidth() ? 2 : 1;
            copy(x, Math.min(columns, x + width), y);
            x += width;
            column = x >= columns ? -1 : x;
        }
        return x;
    }

    /** Whether a changed cell comes soon, with nothing but this style before it. */
    private boolean worthWriting(int from, int y, int columns) {
        for (int x = from; x < Math.min(columns, from + GAP); x++) {
            if (!same(x, y)) {
                return true;
            }
            TextCharacter cell = getBackBuffer().getCharacterAt(x, y);
            if (cell.isDoubleWidth() || !fits(cell)) {
                return false;
            }
        }
        return false;
    }

    private void copy(int from, int to, int y) {
        int x = from;
        while (x < to) {
            x += set(x, y, getBackBuffer().getCharacterAt(x, y));
        }
    }

    /** Sets a cell and returns its width; the second half of a wide one must be left alone. */
    private int set(int x, int y, TextCharacter cell) {
        getFrontBuffer().setCharacterAt(x, y, cell);
        return cell.isDoubleWidth() ? 2 : 1;
    }

    private boolean same(int x, int y) {
        return looksLike(
                getFrontBuffer().getCharacterAt(x, y), getBackBuffer().getCharacterAt(x, y));
    }

    /** A blank has no foreground to see, unless it is reversed. */
    private static boolean looksLike(TextCharacter a, TextCharacter b) {
        return a.equals(b)
                || (a.is(' ')
                        && b.is(' ')
                        && !a.isReversed()
                        && !b.isReversed()
                        && a.getBackgroundColor().equals(b.getBackgroundColor()));
    }

    private boolean fits(TextCharacter cell) {
        if (cell.is(' ') && !cell.isReversed() && !style.isReversed()) {
            return cell.getBackgroundColor().equals(style.getBackgroundColor());
        }
        return cell.getModifiers().equals(style.getModifiers())
                && cell.getForegroundColor().equals(style.getForegroundColor())
                && cell.getBackgroundColor().equals(style.getBackgroundColor());
    }

    /** One sequence for all that differs. */
    private void restyle(TextCharacter cell) {
        if (fits(cell)) {
            return;
        }
        List<String> parameters = new ArrayList<>(4);
        if (!cell.getModifiers().containsAll(style.getModifiers())) {
            parameters.add("0");
            style = BLANK;
        }
        for (SGR modifier : cell.getModifiers()) {
            if (!style.getModifiers().contains(modifier)) {
                parameters.add(modifier == SGR.BOLD ? "1" : modifier == SGR.REVERSE ? "7" : "4");
            }
        }
        if (!cell.getForegroundColor().equals(style.getForegroundColor())) {
            parameters.add(code(cell.getForegroundColor().getForegroundSGRSequence()));
        }
        if (!cell.getBackgroundColor().equals(style.getBackgroundColor())) {
            parameters.add(code(cell.getBackgroundColor().getBackgroundSGRSequence()));
        }
        style = cell;
        if (!parameters.isEmpty()) {
            out.append("\u001b[").append(String.join(";", parameters)).append('m');
        }
    }

    private static String code(byte[] sequence) {
        return new String(sequence, StandardCharsets.US_ASCII);
    }

    private void move(int x, int y) {
        if (column == x && row == y) {
            return;
        }
        String absolute = "\u001b[" + (y + 1) + (x == 0 ? "" : ";" + (x + 1)) + "H";
        String relative = column < 0 ? absolute : steps(y - row, 'B', 'A') + across(x);
        out.append(relative.length() < absolute.length() ? relative : absolute);
        column = x;
        row = y;
    }

    private String across(int x) {
        int by = x - column;
        if (x == 0 && by != 0) {
            return "\r";
        }
        return by < 0 && by >= -3 ? "\b".repeat(-by) : steps(by, 'C', 'D');
    }

    private static String steps(int by, char plus, char minus) {
        int count = Math.abs(by);
        return by == 0 ? "" : "\u001b[" + (count == 1 ? "" : count) + (by > 0 ? plus : minus);
    }
}
