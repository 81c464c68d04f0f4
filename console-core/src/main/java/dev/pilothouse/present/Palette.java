package dev.pilothouse.present;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Colours by meaning, shared by name between the terminal and the desktop. Each is 0xRRGGBB. The
 * colour-blind palettes replace red and green by orange and blue (after Okabe and Ito, 2008), so
 * that harm never rests on that difference.
 */
public enum Palette {
    DARK(
            false,
            new Surface(0x12161C, 0x1B222C, 0x26415E, 0xD6DEE8),
            new Signals(0x6CC48A, 0x62B0F0, 0xE7B45A, 0xF0716D),
            0x62B0F0),
    LIGHT(
            true,
            new Surface(0xFFFFFF, 0xF3F5F8, 0xCFE3F8, 0x1C2430),
            new Signals(0x1B7F43, 0x1566B0, 0x9A6200, 0xC0322E),
            0x1566B0),
    HIGH_CONTRAST(
            false,
            new Surface(0x000000, 0x101010, 0x00429C, 0xFFFFFF),
            new Signals(0x5CFF8A, 0x7FD4FF, 0xFFD84D, 0xFF6B66),
            0x7FD4FF),
    DEUTERANOPIA(
            false,
            new Surface(0x12161C, 0x1B222C, 0x26415E, 0xD6DEE8),
            new Signals(0x56B4E9, 0x9DB4C8, 0xF0E442, 0xE69F00),
            0x56B4E9),
    TRITANOPIA(
            false,
            new Surface(0x12161C, 0x1B222C, 0x3B3B55, 0xD6DEE8),
            new Signals(0x2FBFA8, 0x9DB4C8, 0xF2A3C0, 0xF25C54),
            0x2FBFA8),
    MONO(
            false,
            new Surface(0x000000, 0x000000, 0x3A3A3A, 0xDADADA),
            new Signals(0xDADADA, 0xDADADA, 0xFFFFFF, 0xFFFFFF),
            0xFFFFFF);

    private static final int[] SERIES = {
        0x62B0F0, 0xE7B45A, 0x9FD36A, 0xC79BF2, 0x53C9BE, 0xF090B0
    };

    private final boolean light;
    private final Surface surface;
    private final Signals signals;
    private final int accent;

    Palette(boolean light, Surface surface, Signals signals, int accent) {
        this.light = light;
        this.surface = surface;
        this.signals = signals;
        this.accent = accent;
    }

    /** Background, raised background, selected row, text. */
    public record Surface(int base, int raised, int selected, int text) {}

    /** Fine, starting, risk, harm. */
    record Signals(int good, int starting, int warn, int bad) {}

    public boolean light() {
        return light;
    }

    public Surface surface() {
        return surface;
    }

    /** The colour of a meaning. */
    public int color(Tone tone) {
        return switch (tone) {
            case NORMAL, STRONG -> surface.text();
            case QUIET, STALE -> mix(surface.text(), surface.base(), 45);
            case ACCENT, LINK -> accent;
            case GOOD -> signals.good();
            case STARTING -> signals.starting();
            case WARN -> signals.warn();
            case BAD -> signals.bad();
            case SERIES_1 -> series(0);
            case SERIES_2 -> series(1);
            case SERIES_3 -> series(2);
            case SERIES_4 -> series(3);
            case SERIES_5 -> series(4);
            case SERIES_6 -> series(5);
        };
    }

    private int series(int index) {
        if (this == MONO) {
            return surface.text();
        }
        return light ? mix(SERIES[index], 0x000000, 45) : SERIES[index];
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

    /** As written in settings: `high-contrast`. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Palette> of(String id) {
        return List.of(values()).stream().filter(palette -> palette.id().equals(id)).findFirst();
    }
}
