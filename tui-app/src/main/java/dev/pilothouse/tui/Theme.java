package dev.pilothouse.tui;

import com.googlecode.lanterna.TextColor;
import dev.pilothouse.present.Palette;
import dev.pilothouse.present.Tone;

/** A palette in the colours that this terminal has. */
final class Theme {
    private static final TextColor.ANSI[] BASIC = {
        TextColor.ANSI.BLACK,
        TextColor.ANSI.RED,
        TextColor.ANSI.GREEN,
        TextColor.ANSI.YELLOW,
        TextColor.ANSI.BLUE,
        TextColor.ANSI.MAGENTA,
        TextColor.ANSI.CYAN,
        TextColor.ANSI.WHITE
    };

    private final Palette palette;
    private final ColorDepth depth;

    Theme(Palette palette, ColorDepth depth) {
        this.palette = palette;
        this.depth = depth;
    }

    /**
     * Plain text keeps the terminal's own colour on the terminal's own background: it is readable
     * on light and dark alike, and shorter than naming a colour.
     */
    TextColor foreground(Tone tone, boolean selected) {
        if (!selected && (tone == Tone.NORMAL || tone == Tone.STRONG)) {
            return TextColor.ANSI.DEFAULT;
        }
        return switch (depth) {
            case NONE -> TextColor.ANSI.DEFAULT;
            case ANSI_16 -> basic(tone);
            case INDEXED_256, TRUE_COLOR -> rich(palette.color(tone));
        };
    }

    /**
     * The terminal's own background is kept: people have chosen it, and painting it costs bytes.
     */
    TextColor background() {
        return TextColor.ANSI.DEFAULT;
    }

    TextColor selected() {
        return switch (depth) {
            case NONE -> TextColor.ANSI.DEFAULT;
            case ANSI_16 -> TextColor.ANSI.BLUE;
            case INDEXED_256, TRUE_COLOR -> rich(palette.surface().selected());
        };
    }

    TextColor band() {
        return depth == ColorDepth.NONE
                ? TextColor.ANSI.DEFAULT
                : depth == ColorDepth.ANSI_16 ? TextColor.ANSI.RED : rich(palette.color(Tone.BAD));
    }

    TextColor onBand() {
        return depth == ColorDepth.NONE
                ? TextColor.ANSI.DEFAULT
                : depth == ColorDepth.ANSI_16
                        ? TextColor.ANSI.WHITE
                        : rich(palette.surface().base());
    }

    /** Without colours a selected row can only be shown reversed. */
    boolean reverseSelection() {
        return depth == ColorDepth.NONE || palette == Palette.MONO;
    }

    private static TextColor basic(Tone tone) {
        return switch (tone) {
            case NORMAL, STRONG -> TextColor.ANSI.DEFAULT;
            case QUIET, STALE -> TextColor.ANSI.BLACK_BRIGHT;
            case ACCENT, LINK, STARTING, SERIES_1 -> TextColor.ANSI.CYAN;
            case GOOD, SERIES_3 -> TextColor.ANSI.GREEN;
            case WARN, SERIES_2 -> TextColor.ANSI.YELLOW;
            case BAD, SERIES_6 -> TextColor.ANSI.RED;
            case SERIES_4 -> TextColor.ANSI.MAGENTA;
            case SERIES_5 -> BASIC[4];
        };
    }

    private TextColor rich(int rgb) {
        int red = (rgb >> 16) & 0xff;
        int green = (rgb >> 8) & 0xff;
        int blue = rgb & 0xff;
        return depth == ColorDepth.TRUE_COLOR
                ? new TextColor.RGB(red, green, blue)
                : new TextColor.Indexed(cube(red, green, blue));
    }

    /** The nearest of the 6x6x6 cube and the grey ramp of the 256 colours. */
    private static int cube(int red, int green, int blue) {
        int spread = Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue));
        if (spread < 12) {
            int grey = (red + green + blue) / 3;
            return grey < 8 ? 16 : grey > 247 ? 231 : 232 + (grey - 8) / 10;
        }
        return 16 + 36 * step(red) + 6 * step(green) + step(blue);
    }

    private static int step(int level) {
        return level < 48 ? 0 : level < 115 ? 1 : (level - 35) / 40;
    }
}
