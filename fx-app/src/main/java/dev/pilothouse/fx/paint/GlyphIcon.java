package dev.pilothouse.fx.paint;

import dev.pilothouse.present.Glyph;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;

/**
 * A state's mark, drawn instead of taken from a font so that all have one size and one middle. Each
 * has its own outline: the colour is never the only difference.
 */
public final class GlyphIcon extends Region {
    private static final double SIZE = 10;

    public GlyphIcon() {
        setMinSize(SIZE, SIZE);
        setPrefSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
        setScaleShape(false);
        setCenterShape(false);
        setMouseTransparent(true);
    }

    public void show(Glyph glyph, Color color) {
        SVGPath shape = new SVGPath();
        shape.setContent(path(glyph));
        setShape(shape);
        setBackground(Background.fill(color));
    }

    private static String path(Glyph glyph) {
        return switch (glyph) {
            case NONE -> "";
            case OK -> "M5 1.5 A3.5 3.5 0 1 1 4.99 1.5 Z";
            case WARN -> "M5 0.6 L9.8 9 L0.2 9 Z";
            case BAD ->
                    "M1.8 0.4 L5 3.6 L8.2 0.4 L9.6 1.8 L6.4 5 L9.6 8.2 L8.2 9.6 L5 6.4 L1.8 9.6"
                            + " L0.4 8.2 L3.6 5 L0.4 1.8 Z";
            case STARTING -> "M5 1 A4 4 0 1 1 4.99 1 Z M5 2.6 A2.4 2.4 0 1 0 5.01 2.6 Z";
            case PAUSED -> "M1.8 1 H4 V9 H1.8 Z M6 1 H8.2 V9 H6 Z";
            case UNKNOWN -> "M5 0.2 L9.8 5 L5 9.8 L0.2 5 Z M5 2.5 L2.5 5 L5 7.5 L7.5 5 Z";
        };
    }
}
