package dev.pilothouse.text;

import java.util.Arrays;

/**
 * How many terminal cells text takes. Follows the East Asian Width property (Unicode Annex 11):
 * wide and full-width characters take two cells, combining marks none. Emoji are wide; we never
 * write any ourselves, but names may hold them.
 */
public final class CellWidth {
    /** First and last of each range that is wide (W) or full-width (F), ascending. */
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x231A, 0x231B, 0x2329, 0x232A, 0x23E9, 0x23EC, 0x23F0, 0x23F0,
        0x23F3, 0x23F3, 0x25FD, 0x25FE, 0x2614, 0x2615, 0x2648, 0x2653, 0x267F, 0x267F,
        0x2693, 0x2693, 0x26A1, 0x26A1, 0x26AA, 0x26AB, 0x26BD, 0x26BE, 0x26C4, 0x26C5,
        0x26CE, 0x26CE, 0x26D4, 0x26D4, 0x26EA, 0x26EA, 0x26F2, 0x26F3, 0x26F5, 0x26F5,
        0x26FA, 0x26FA, 0x26FD, 0x26FD, 0x2705, 0x2705, 0x270A, 0x270B, 0x2728, 0x2728,
        0x274C, 0x274C, 0x274E, 0x274E, 0x2753, 0x2755, 0x2757, 0x2757, 0x2795, 0x2797,
        0x27B0, 0x27B0, 0x27BF, 0x27BF, 0x2B1B, 0x2B1C, 0x2B50, 0x2B50, 0x2B55, 0x2B55,
        0x2E80, 0x303E, 0x3041, 0x33FF, 0x3400, 0x4DBF, 0x4E00, 0xA4CF, 0xA960, 0xA97F,
        0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE10, 0xFE19, 0xFE30, 0xFE6F, 0xFF00, 0xFF60,
        0xFFE0, 0xFFE6, 0x16FE0, 0x16FE4, 0x17000, 0x18CFF, 0x1AFF0, 0x1B2FF, 0x1F004, 0x1F004,
        0x1F0CF, 0x1F0CF, 0x1F18E, 0x1F18E, 0x1F191, 0x1F19A, 0x1F200, 0x1F265, 0x1F300, 0x1F320,
        0x1F32D, 0x1F335, 0x1F337, 0x1F37C, 0x1F37E, 0x1F393, 0x1F3A0, 0x1F3CA, 0x1F3CF, 0x1F3D3,
        0x1F3E0, 0x1F3F0, 0x1F3F4, 0x1F3F4, 0x1F3F8, 0x1F43E, 0x1F440, 0x1F440, 0x1F442, 0x1F4FC,
        0x1F4FF, 0x1F53D, 0x1F54B, 0x1F54E, 0x1F550, 0x1F567, 0x1F57A, 0x1F57A, 0x1F595, 0x1F596,
        0x1F5A4, 0x1F5A4, 0x1F5FB, 0x1F64F, 0x1F680, 0x1F6C5, 0x1F6CC, 0x1F6CC, 0x1F6D0, 0x1F6D2,
        0x1F6D5, 0x1F6D7, 0x1F6DC, 0x1F6DF, 0x1F6EB, 0x1F6EC, 0x1F6F4, 0x1F6FC, 0x1F7E0, 0x1F7EB,
        0x1F7F0, 0x1F7F0, 0x1F90C, 0x1F93A, 0x1F93C, 0x1F945, 0x1F947, 0x1F9FF, 0x1FA70, 0x1FAFF,
        0x20000, 0x2FFFD, 0x30000, 0x3FFFD
    };

    private CellWidth() {}

    /** Cells of a code point: 0, 1 or 2. */
    public static int of(int codePoint) {
        if (codePoint < 0x300) {
            return codePoint < 0x20 || (codePoint >= 0x7F && codePoint < 0xA0) ? 0 : 1;
        }
        if (codePoint >= 0x1160 && codePoint <= 0x11FF) {
            return 0; // vowels and finals of Hangul join the syllable before them
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

    private static boolean wide(int codePoint) {
        int at = Arrays.binarySearch(WIDE, codePoint);
        int place = at >= 0 ? at : -at - 1;
        // An odd place is the end of a range, or between its ends.
        return at >= 0 || place % 2 == 1;
    }
}
