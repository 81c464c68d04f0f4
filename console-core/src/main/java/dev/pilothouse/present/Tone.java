package dev.pilothouse.present;

/**
 * The meaning of a piece of text; a theme gives it a colour. Never the only carrier of a meaning.
 */
public enum Tone {
    NORMAL,
    STRONG,
    QUIET,
    ACCENT,
    GOOD,
    STARTING,
    WARN,
    BAD,
    STALE,
    LINK,
    /** Series colours, such as the pods of a merged log. */
    SERIES_1,
    SERIES_2,
    SERIES_3,
    SERIES_4,
    SERIES_5,
    SERIES_6
}
