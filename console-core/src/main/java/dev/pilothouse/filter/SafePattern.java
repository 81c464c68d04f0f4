package dev.pilothouse.filter;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A user's pattern over lower-case text. Most rows are told apart by a piece of text that every
 * match must contain, which is searched first; only rows that have it cost a matcher.
 *
 * @param literal what every match contains; empty when nothing is certain
 * @param whole true when the pattern cannot look beyond a line, so that one search covers all lines
 */
record SafePattern(Pattern pattern, String literal, boolean whole) {
    private static final String LITERALS = "-_:@#%&=,;<>~\"' !/";
    private static final String SIMPLE_ESCAPES = "dDwWsSbB";

    /**
     * @throws java.util.regex.PatternSyntaxException when it is none
     */
    static SafePattern compile(String written) {
        boolean plain = written.indexOf('\\') < 0 && !written.contains("(?");
        String text = plain ? written.toLowerCase(Locale.ROOT) : written;
        int flags =
                Pattern.MULTILINE
                        | Pattern.UNIX_LINES
                        | (plain ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        boolean whole = plain && !written.contains("[^");
        return new SafePattern(Pattern.compile(text, flags), literal(text), whole);
    }

    /** The longest run of plain characters outside groups, classes and optional parts. */
    private static String literal(String text) {
        String best = "";
        StringBuilder run = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int next = i + 1;
            boolean plain = Character.isLetterOrDigit(c) || LITERALS.indexOf(c) >= 0;
            if (c == '(' || c == '|') {
                return "";
            }
            if (c == '\\') {
                char escaped = next < text.length() ? text.charAt(next) : '\\';
                plain = !Character.isLetterOrDigit(escaped);
                if (!plain && SIMPLE_ESCAPES.indexOf(escaped) < 0) {
                    return "";
                }
                c = escaped;
                i = next;
                next = i + 1;
            } else if (c == '[' || c == '{') {
                i = end(text, i, c == '[' ? ']' : '}');
                if (i < 0) {
                    return "";
                }
                next = i + 1;
            }
            boolean optional = next < text.length() && "?*{".indexOf(text.charAt(next)) >= 0;
            if (plain && !optional) {
                run.append(Character.toLowerCase(c));
            }
            if (!plain || optional || repeats(text, next)) {
                best = longer(best, run);
                run.setLength(0);
            }
        }
        return longer(best, run);
    }

    private static boolean repeats(String text, int at) {
        return at < text.length() && text.charAt(at) == '+';
    }

    /** Where a simple class or count ends; -1 for one that holds another. */
    private static int end(String text, int open, char close) {
        int end = text.indexOf(close, open + 2);
        int nested = text.indexOf('[', open + 1);
        boolean simple = end > 0 && (nested < 0 || nested > end);
        return simple && text.substring(open, end).indexOf('\\') < 0 ? end : -1;
    }

    private static String longer(String best, StringBuilder run) {
        return run.length() > best.length() ? run.toString() : best;
    }
}
