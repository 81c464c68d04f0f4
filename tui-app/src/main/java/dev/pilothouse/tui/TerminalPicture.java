package dev.pilothouse.tui;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.screen.TerminalScreen;
import com.googlecode.lanterna.terminal.virtual.DefaultVirtualTerminal;
import dev.pilothouse.present.Frame;
import dev.pilothouse.present.Palette;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A frame as the terminal shows it, for documentation: as text, and as SVG. The letters of an SVG
 * are stretched to the grid, so that columns stand whatever font the reader has.
 */
public final class TerminalPicture {
    private static final int CELL_WIDTH = 8;
    private static final int CELL_HEIGHT = 17;
    private static final int BASELINE = 13;
    private static final int MARGIN = 8;

    private final TerminalScreen screen;
    private final TerminalSize size;
    private final Palette palette;

    /**
     * Paints a frame on a terminal of this size.
     *
     * @throws IOException never, since the terminal is in memory; Lanterna's interface has it
     */
    public TerminalPicture(Frame frame, int columns, int rows, Palette palette) throws IOException {
        size = new TerminalSize(columns, rows);
        this.palette = palette;
        screen = new TerminalScreen(new DefaultVirtualTerminal(size));
        screen.startScreen();
        Theme theme = new Theme(palette, ColorDepth.TRUE_COLOR);
        Canvas canvas = new Canvas(screen, theme, false, columns, rows);
        new FramePainter(canvas, new ScrollMemory(), false, "").paint(frame);
    }

    /** The characters, one line per row. */
    public String text() {
        StringBuilder all = new StringBuilder();
        for (int row = 0; row < size.getRows(); row++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < size.getColumns(); column++) {
                TextCharacter cell = screen.getBackCharacter(column, row);
                line.append(cell.getCharacterString());
                column += cell.isDoubleWidth() ? 1 : 0;
            }
            all.append(line.toString().stripTrailing()).append('\n');
        }
        return all.toString();
    }

    /** An SVG document. */
    public String svg() {
        int width = size.getColumns() * CELL_WIDTH + 2 * MARGIN;
        int height = size.getRows() * CELL_HEIGHT + 2 * MARGIN;
        StringBuilder out = new StringBuilder();
        out.append(
                String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
                                + " viewBox=\"0 0 %d %d\" font-family=\"monospace\""
                                + " font-size=\"13\" xml:space=\"preserve\">%n",
                        width,
                        height,
                        width,
                        height));
        out.append(
                String.format(
                        Locale.ROOT,
                        "<rect width=\"100%%\" height=\"100%%\" rx=\"6\" fill=\"%s\"/>%n",
                        hex(palette.surface().base())));
        for (int row = 0; row < size.getRows(); row++) {
            row(row, out);
        }
        return out.append("</svg>\n").toString();
    }

    /** Cells of one style become one box and one text. */
    private void row(int row, StringBuilder out) {
        int from = 0;
        while (from < size.getColumns()) {
            TextCharacter first = screen.getBackCharacter(from, row);
            StringBuilder text = new StringBuilder();
            int to = from;
            while (to < size.getColumns() && alike(first, screen.getBackCharacter(to, row))) {
                TextCharacter cell = screen.getBackCharacter(to, row);
                text.append(cell.getCharacterString());
                to += cell.isDoubleWidth() ? 2 : 1;
            }
            run(first, text.toString(), new Span(row, from, to), out);
            from = to;
        }
    }

    private record Span(int row, int from, int to) {}

    private void run(TextCharacter style, String text, Span span, StringBuilder out) {
        String front = color(style.getForegroundColor(), palette.surface().text());
        String back = color(style.getBackgroundColor(), palette.surface().base());
        boolean reversed = style.isReversed();
        int x = MARGIN + span.from() * CELL_WIDTH;
        int y = MARGIN + span.row() * CELL_HEIGHT;
        int width = (span.to() - span.from()) * CELL_WIDTH;
        if (reversed || style.getBackgroundColor() != TextColor.ANSI.DEFAULT) {
            out.append(
                    String.format(
                            Locale.ROOT,
                            "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>%n",
                            x,
                            y,
                            width,
                            CELL_HEIGHT,
                            reversed ? front : back));
        }
        if (!text.isBlank()) {
            out.append(
                    String.format(
                            Locale.ROOT,
                            "<text x=\"%d\" y=\"%d\" textLength=\"%d\" fill=\"%s\"%s>%s</text>%n",
                            x,
                            y + BASELINE,
                            width,
                            reversed ? back : front,
                            style.isBold() ? " font-weight=\"bold\"" : "",
                            escaped(text)));
        }
    }

    private static boolean alike(TextCharacter a, TextCharacter b) {
        return a.getForegroundColor().equals(b.getForegroundColor())
                && a.getBackgroundColor().equals(b.getBackgroundColor())
                && a.getModifiers().equals(b.getModifiers());
    }

    private static String color(@Nullable TextColor color, int otherwise) {
        return color == null || color == TextColor.ANSI.DEFAULT
                ? hex(otherwise)
                : hex(color.getRed() << 16 | color.getGreen() << 8 | color.getBlue());
    }

    private static String hex(int rgb) {
        return String.format(Locale.ROOT, "#%06x", rgb & 0xffffff);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
