package dev.pilothouse.present;

import dev.pilothouse.model.Health;

/**
 * The mark before a state. Every glyph has a plain ASCII form for terminals that cannot show the
 * other.
 */
public enum Glyph {
    NONE(' ', ' '),
    OK('●', '*'),
    WARN('▲', '^'),
    BAD('✖', 'x'),
    STARTING('◌', 'o'),
    PAUSED('‖', '='),
    UNKNOWN('?', '?');

    private final char symbol;
    private final char ascii;

    Glyph(char symbol, char ascii) {
        this.symbol = symbol;
        this.ascii = ascii;
    }

    public char symbol() {
        return symbol;
    }

    public char ascii() {
        return ascii;
    }

    public static Glyph of(Health.Level level) {
        return switch (level) {
            case OK -> OK;
            case IDLE -> PAUSED;
            case STARTING -> STARTING;
            case UNKNOWN -> UNKNOWN;
            case WARN -> WARN;
            case BAD -> BAD;
        };
    }
}
