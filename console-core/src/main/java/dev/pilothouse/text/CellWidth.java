package dev.pilothouse.text;

/**
 * How many terminal cells text takes. Follows the East Asian Width property (Unicode Annex 11):
 * wide and full-width characters take two cells, combining marks none. Emoji are wide; we never
 * write any ourselves, but names may hold them.
 */
public final class CellWidth {
    private CellWidth() {}

    /** Cells of a code point: 0, 1 or 2. */
    public static int of(int codePoint) {
        if (codePoint < 0x300) {
            return codePoint < 0x20 || (codePoint >= 0x7F && codePoint < 0xA0) ? 0 : 1;
        }
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT) {
            return 0;
        }
        return wide(codePoint) ? 2 : 1;
    }

    /** Cells of a text. */
    public static int of(String text) {
        int cells = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            cells += of(codePoint);
            i += Character.charCount(codePoint);
        }
        return cells;
    }

    /** The longest prefix that fits into `cells`. */
    public static String prefix(String text, int cells) {
        int used = 0;
        int i = 0;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            int width = of(codePoint);
            if (used + width > cells) {
                break;
            }
            used += width;
            i += Character.charCount(codePoint);
        }
        return text.substring(0, i);
    }

    /** The longest suffix that fits into `cells`. */
    public static String suffix(String text, int cells) {
        int used = 0;
        int i = text.length();
        while (i > 0) {
            int codePoint = text.codePointBefore(i);
            int width = of(codePoint);
            if (used + width > cells) {
                break;
            }
            used += width;
            i -= Character.charCount(codePoint);
        }
        return text.substring(i);
    }

    /** Cuts the end: `checkout-ref…`. */
    public static String cutEnd(String text, int cells) {
        if (of(text) <= cells) {
            return text;
        }
        return cells <= 0 ? "" : prefix(text, cells - 1) + "…";
    }

    /** Cuts the middle, since long names differ at both ends: `checkout-…-refund`. */
    public static String cutMiddle(String text, int cells) {
        if (of(text) <= cells) {
            return text;
        }
        if (cells < 4) {
            return cutEnd(text, cells);
        }
        int right = (cells - 1) / 2;
        return prefix(text, cells - 1 - right) + "…" + suffix(text, right);
    }

    private static boolean wide(int c) {
        return (c >= 0x1100 && c <= 0x115F)
                || c == 0x231A
                || c == 0x231B
                || (c >= 0x23E9 && c <= 0x23EC)
                || c == 0x2705
                || c == 0x274C
                || c == 0x2728
                || c == 0x26A1
                || (c >= 0x2E80 && c <= 0x303E)
                || (c >= 0x3041 && c <= 0xA4CF)
                || (c >= 0xA960 && c <= 0xA97F)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || (c >= 0x1F300 && c <= 0x1F64F)
                || (c >= 0x1F680 && c <= 0x1F6FF)
                || (c >= 0x1F900 && c <= 0x1F9FF)
                || (c >= 0x20000 && c <= 0x3FFFD);
    }
}
