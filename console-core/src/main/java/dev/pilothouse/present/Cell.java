package dev.pilothouse.present;

/**
 * One cell of a table, ready to paint.
 *
 * @param glyph {@link Glyph#NONE} for most cells
 * @param text without the glyph; never longer than the column can use, but cut by the painter
 */
public record Cell(Glyph glyph, String text, Tone tone) {
    public static final Cell EMPTY = new Cell(Glyph.NONE, "", Tone.NORMAL);

    public static Cell of(String text) {
        return new Cell(Glyph.NONE, text, Tone.NORMAL);
    }

    public static Cell of(String text, Tone tone) {
        return new Cell(Glyph.NONE, text, tone);
    }
}
