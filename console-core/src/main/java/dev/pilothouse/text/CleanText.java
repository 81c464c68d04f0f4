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
        for (int i = 0; i < end; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            boolean halfBreak = c == '\r' && i < text.length() && text.charAt(i) == '\n';
            if (halfBreak || shapesNeighbour(c)) {
                continue;
            }
            if (safe(c, keepBreaks)) {
                out.appendCodePoint(c);
            } else {
                out.append(substitute(c));
            }
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
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (!safe(c, keepBreaks)) {
                return false;
            }
            i += Character.charCount(c);
        }
        return true;
    }

    private static char substitute(int c) {
        return c == '\t' || c == '\n' || c == '\r' ? ' ' : REPLACEMENT;
    }

    /**
     * Joiners and variation selectors only change how their neighbours look, and terminals disagree
     * on the width of the result. Without them every character is drawn for itself.
     */
    private static boolean shapesNeighbour(int c) {
        return c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    }

    private static boolean safe(int c, boolean keepBreaks) {
        if (c == '\n') {
            return keepBreaks;
        }
        if (c >= 0x20 && c < 0x7F) {
            return true;
        }
        // Categories of the Unicode character database: controls, invisible formats (bidi, tags),
        // line separators, halves of pairs.
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    false;
            default -> !shapesNeighbour(c);
        };
    }
}
