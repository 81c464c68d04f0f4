package dev.pilothouse.text;

/**
 * Makes text from outside safe to keep and to paint: names, logs, annotations and prompts can carry
 * terminal escapes, and bidirectional controls can make a line read as something else. Connectors
 * call this once, at the edge.
 */
public final class CleanText {
    /** Longest name, reason or word we keep. */
    public static final int WORD = 512;

    /** Longest message we keep. */
    public static final int MESSAGE = 4_096;

    /** Longest log line we keep. */
    public static final int LINE = 16_384;

    private static final char REPLACEMENT = '\uFFFD';

    private CleanText() {}

    /**
     * One line of at most `max` characters: controls become U+FFFD, tabs and line breaks become
     * spaces.
     */
    public static String line(String text, int max) {
        return clean(text, max, false);
    }

    /** Like {@link #line} but keeps line breaks. For YAML and descriptions. */
    public static String lines(String text, int max) {
        return clean(text, max, true);
    }

    private static String clean(String text, int max, boolean keepBreaks) {
        if (isClean(text, max, keepBreaks)) {
            return text;
        }
        int end = Math.min(text.length(), max);
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        StringBuilder out = new StringBuilder(end + 1);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                continue;
            }
            out.append(safe(c, keepBreaks) ? c : substitute(c));
        }
        if (end < text.length()) {
            out.append('…');
        }
        return out.toString();
    }

    private static boolean isClean(String text, int max, boolean keepBreaks) {
        if (text.length() > max) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!safe(text.charAt(i), keepBreaks)) {
                return false;
            }
        }
        return true;
    }

    private static char substitute(char c) {
        return c == '\t' || c == '\n' || c == '\r' ? ' ' : REPLACEMENT;
    }

    private static boolean safe(char c, boolean keepBreaks) {
        if (c == '\n') {
            return keepBreaks;
        }
        if (c < 0x20 || (c >= 0x7F && c <= 0x9F)) {
            return false;
        }
        return !(c >= '\u202A' && c <= '\u202E')
                && !(c >= '\u2066' && c <= '\u2069')
                && !(c >= '\u200B' && c <= '\u200F')
                && c != '\u2028'
                && c != '\u2029'
                && c != '\u061C'
                && c != '\uFEFF';
    }
}
