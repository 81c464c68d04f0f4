package dev.pilothouse.filter;

/** Text tests that allocate nothing. */
public final class Texts {
    private Texts() {}

    /** Whether `text` contains `needle`, ignoring case. */
    public static boolean contains(String text, String needle) {
        int last = text.length() - needle.length();
        for (int i = 0; i <= last; i++) {
            if (text.regionMatches(true, i, needle, 0, needle.length())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the letters of `needle` appear in this order in one line of `text`, ignoring case.
     */
    public static boolean fuzzy(String text, String needle) {
        int at = 0;
        for (int i = 0; i < text.length() && at < needle.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                at = 0;
            } else if (Character.toLowerCase(c) == Character.toLowerCase(needle.charAt(at))) {
                at++;
            }
        }
        return at == needle.length();
    }
}
