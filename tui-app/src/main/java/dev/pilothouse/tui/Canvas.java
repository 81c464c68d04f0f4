package dev.pilothouse.tui;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TerminalTextUtils;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.screen.Screen;
import dev.pilothouse.present.Tone;
import dev.pilothouse.text.CellWidth;
import java.text.Normalizer;

/**
 * Puts text into the screen's back buffer. The only place that knows cells: everything above thinks
 * in strings. Characters that the terminal cannot be trusted with are replaced here even if they
 * got past the edge.
 */
final class Canvas {
    private static final SGR[] PLAIN = {};
    private static final SGR[] BOLD = {SGR.BOLD};
    private static final SGR[] REVERSE = {SGR.REVERSE};

    private final Screen screen;
    private final Theme theme;
    private final boolean ascii;
    private final int columns;
    private final int rows;
    private TextColor background;
    private boolean reverse;
    private boolean selected;

    Canvas(Screen screen, Theme theme, boolean ascii, int columns, int rows) {
        this.screen = screen;
        this.theme = theme;
        this.ascii = ascii;
        this.columns = columns;
        this.rows = rows;
        background = theme.background();
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    boolean ascii() {
        return ascii;
    }

    /** What follows is on a selected row, or no longer. */
    void selected(boolean on) {
        selected = on;
        background = on ? theme.selected() : theme.background();
        reverse = on && theme.reverseSelection();
    }

    private TextColor color(Tone tone) {
        return theme.foreground(tone, selected);
    }

    /** Writes a text and returns the column after it. Never writes past `end`. */
    int put(int column, int row, String text, Tone tone, int end) {
        return put(column, row, text, color(tone), tone == Tone.STRONG, end);
    }

    int putBold(int column, int row, String text, Tone tone, int end) {
        return put(column, row, text, color(tone), true, end);
    }

    /** A word in a filled band, such as PROD. */
    int band(int column, int row, String word, int end) {
        TextColor before = background;
        background = theme.band();
        boolean wasReverse = reverse;
        reverse = theme.reverseSelection();
        int after = put(column, row, " " + word + " ", theme.onBand(), true, end);
        background = before;
        reverse = wasReverse;
        return after;
    }

    /** Paints a found text over itself, reversed; back to front where the row already is. */
    void found(int column, int row, String text, Tone tone, int end) {
        boolean before = reverse;
        reverse = !reverse;
        put(column, row, text, color(tone), false, end);
        reverse = before;
    }

    private int put(int column, int row, String raw, TextColor color, boolean bold, int end) {
        String text = composed(raw);
        int limit = Math.min(end, columns);
        int at = column;
        if (row < 0 || row >= rows) {
            return at;
        }
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            int width = CellWidth.of(codePoint);
            if (at + Math.max(1, width) > limit) {
                break;
            }
            if (width > 0) {
                cell(at, row, codePoint, color, bold);
                at += width;
            }
        }
        return at;
    }

    /** A cell holds one character, so a letter and its accent must become one; most are already. */
    private static String composed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x300 && Character.getType(c) == Character.NON_SPACING_MARK) {
                return Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        }
        return text;
    }

    private void cell(int column, int row, int codePoint, TextColor color, boolean bold) {
        SGR[] style = reverse ? REVERSE : bold ? BOLD : PLAIN;
        char plain = ascii ? toAscii(codePoint) : paintable(codePoint) ? (char) codePoint : '?';
        boolean unsafe = plain < 0x20 || (plain >= 0x7f && plain < 0xa0);
        int width = ascii || plain == '?' ? 1 : CellWidth.of(plain);
        screen.setCharacter(
                column,
                row,
                TextCharacter.fromCharacter(unsafe ? '?' : plain, color, background, style)[0]);
        if (width < CellWidth.of(codePoint)) {
            screen.setCharacter(
                    column + 1, row, TextCharacter.fromCharacter(' ', color, background, style)[0]);
        }
    }

    /**
     * Lanterna holds characters of 16 bits and has its own idea of which are wide; where it differs
     * from ours, as for U+2705, everything right of the character would shift.
     */
    private static boolean paintable(int codePoint) {
        return codePoint <= 0xffff
                && !Character.isSurrogate((char) codePoint)
                && TerminalTextUtils.isCharDoubleWidth((char) codePoint)
                        == (CellWidth.of(codePoint) == 2);
    }

    private static char toAscii(int codePoint) {
        return switch (codePoint) {
            case '─', '━' -> '-';
            case '│' -> '|';
            case '…' -> '~';
            case '→' -> '>';
            case '·' -> '.';
            case '▲' -> '^';
            case '▼' -> 'v';
            case '▌' -> '>';
            case '●' -> '*';
            case '✖' -> 'x';
            case '◌' -> 'o';
            case '‖' -> '=';
            case '┌', '┐', '└', '┘' -> '+';
            default -> codePoint < 0x7f ? (char) codePoint : '?';
        };
    }

    /** What will be painted between these rows was painted `by` rows below before. */
    void moved(int top, int bottom, int by) {
        if (screen instanceof DeltaScreen delta) {
            delta.moved(top, bottom, by);
        }
    }

    /** Blanks the rest of a row in the current background. */
    void fill(int column, int row, int end) {
        SGR[] style = reverse ? REVERSE : PLAIN;
        TextCharacter blank =
                TextCharacter.fromCharacter(' ', color(Tone.NORMAL), background, style)[0];
        for (int at = column; at < Math.min(end, columns); at++) {
            screen.setCharacter(at, row, blank);
        }
    }

    void rule(int column, int row, int end) {
        put(column, row, "─".repeat(Math.max(0, end - column)), Tone.QUIET, end);
    }
}
