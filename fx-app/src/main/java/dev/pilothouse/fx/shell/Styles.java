package dev.pilothouse.fx.shell;

import dev.pilothouse.fx.paint.Look;
import dev.pilothouse.present.Palette;
import dev.pilothouse.present.Tone;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.collections.ObservableList;

/**
 * Stylesheets of a window: ours, and one that gives the names in it their colours from the palette
 * in use. The names of the base theme get the same colours, so that no control keeps a shade of its
 * own.
 */
final class Styles {
    private Styles() {}

    static void apply(ObservableList<String> sheets, Look look) {
        URL own =
                Objects.requireNonNull(Styles.class.getResource("/dev/pilothouse/fx/desktop.css"));
        byte[] css = colours(look).getBytes(StandardCharsets.UTF_8);
        String data = "data:text/css;base64," + Base64.getEncoder().encodeToString(css);
        sheets.setAll(List.of(own.toExternalForm(), data));
    }

    private static String colours(Look look) {
        Palette palette = look.palette();
        Palette.Surface surface = palette.surface();
        int base = surface.base();
        int text = surface.text();
        int accent = palette.color(Tone.ACCENT);
        int border = mix(base, text, palette.light() ? 12 : 15);
        StringBuilder out = new StringBuilder(".root {\n");
        put(out, base, "-ph-base", "-color-bg-default", "-color-bg-overlay", "-color-bg-inset");
        put(out, surface.raised(), "-ph-raised", "-color-bg-subtle");
        put(out, surface.selected(), "-ph-selected", "-color-accent-subtle");
        put(out, text, "-ph-text", "-color-fg-default", "-color-fg-emphasis");
        put(out, mix(text, base, 30), "-ph-soft", "-color-fg-muted");
        put(out, palette.color(Tone.QUIET), "-ph-quiet", "-color-fg-subtle");
        put(out, border, "-ph-border", "-color-border-default", "-color-border-muted");
        put(out, mix(base, text, 6), "-ph-hover", "-color-neutral-subtle", "-color-neutral-muted");
        put(out, mix(base, text, palette.light() ? 5 : 6), "-ph-line", "-color-border-subtle");
        put(out, mix(base, accent, 14), "-ph-marked");
        put(out, accent, "-ph-accent", "-color-accent-fg", "-color-accent-emphasis");
        put(out, mix(base, accent, 55), "-ph-accent-soft", "-color-accent-muted");
        put(out, palette.color(Tone.GOOD), "-ph-good", "-color-success-fg");
        put(out, palette.color(Tone.STARTING), "-ph-starting");
        put(out, palette.color(Tone.WARN), "-ph-warn", "-color-warning-fg");
        put(out, mix(base, palette.color(Tone.WARN), 16), "-ph-warn-soft");
        put(out, palette.color(Tone.BAD), "-ph-bad", "-color-danger-fg", "-color-danger-emphasis");
        put(out, mix(base, palette.color(Tone.BAD), 12), "-ph-bad-soft");
        out.append(
                String.format(
                        Locale.ROOT,
                        "-fx-font-family: \"%s\"; -fx-font-size: %.1fpx;%n}%n",
                        Look.SANS,
                        look.size()));
        return out.toString();
    }

    private static void put(StringBuilder out, int rgb, String... names) {
        for (String name : names) {
            out.append(String.format(Locale.ROOT, "%s: #%06x;%n", name, rgb & 0xffffff));
        }
    }

    /** `percent` of b in a. */
    private static int mix(int a, int b, int percent) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int one = (a >> shift) & 0xff;
            int other = (b >> shift) & 0xff;
            mixed |= ((one * (100 - percent) + other * percent) / 100) << shift;
        }
        return mixed;
    }
}
