package dev.pilothouse.fx.paint;

import dev.pilothouse.present.Palette;
import dev.pilothouse.present.Tone;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/**
 * Colours, faces and row heights in use. One per program, on the FX thread. Colours of cells are
 * set from here and not by style classes, since a changed style class costs a pass of CSS per cell.
 */
public final class Look {
    public static final String SANS = "Pilothouse Sans";
    public static final String MONO = "Pilothouse Mono";

    private static final List<String> FACES =
            List.of("sans-regular.otf", "sans-bold.otf", "mono-regular.ttf", "mono-bold.ttf");

    private final Map<Tone, Color> colors = new EnumMap<>(Tone.class);
    private final List<Runnable> listeners = new ArrayList<>();
    private final Arrangements tables = new Arrangements();
    private Palette palette;
    private boolean compact;
    private double size = 13;

    public Look(Palette palette) {
        this.palette = palette;
        FACES.forEach(Look::load);
        fill();
    }

    private static void load(String face) {
        try (InputStream in = Look.class.getResourceAsStream("/dev/pilothouse/fx/fonts/" + face)) {
            if (in != null) {
                Font.loadFont(in, 13);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Palette palette() {
        return palette;
    }

    public boolean compact() {
        return compact;
    }

    /** How the user arranged the columns of each table. */
    public Arrangements tables() {
        return tables;
    }

    /** Size of the text of rows, in pixels before the scale of the screen. */
    public double size() {
        return size;
    }

    /** Height of a table row. */
    public double row() {
        return (compact ? 22 : 28) + Math.max(0, size - 13) * 1.5;
    }

    /** Height of a line of text. */
    public double line() {
        return Math.round((compact ? 1.35 : 1.55) * size);
    }

    /** Average room of one character in a table, from the width of a figure. */
    double character() {
        return size * 0.62;
    }

    public Color color(Tone tone) {
        Color color = colors.get(tone);
        return color == null ? Color.GRAY : color;
    }

    public void palette(Palette next) {
        if (next != palette) {
            palette = next;
            fill();
            changed();
        }
    }

    public void compact(boolean next) {
        if (next != compact) {
            compact = next;
            changed();
        }
    }

    /** Sets the text size; kept between 10 and 24. */
    public void size(double next) {
        double kept = Math.clamp(next, 10, 24);
        if (kept != size) {
            size = kept;
            changed();
        }
    }

    /** Calls back after each change, on the FX thread. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    public void forget(Runnable listener) {
        listeners.remove(listener);
    }

    private void changed() {
        List.copyOf(listeners).forEach(Runnable::run);
    }

    private void fill() {
        for (Tone tone : Tone.values()) {
            int rgb = palette.color(tone);
            colors.put(tone, Color.rgb((rgb >> 16) & 0xff, (rgb >> 8) & 0xff, rgb & 0xff));
        }
    }
}
