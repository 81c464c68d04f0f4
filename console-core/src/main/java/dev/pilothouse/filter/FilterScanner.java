package dev.pilothouse.filter;

import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/** The characters of a filter, with its quotes, escapes and patterns. */
final class FilterScanner {
    private final String text;
    private int at;

    FilterScanner(String text) {
        this.text = text;
    }

    int at() {
        return at;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    boolean atSpace() {
        return Character.isWhitespace(text.charAt(at));
    }

    char peek() {
        return text.charAt(at);
    }

    boolean take(char wanted) {
        boolean there = !atEnd() && text.charAt(at) == wanted;
        at += there ? 1 : 0;
        return there;
    }

    boolean take(String wanted) {
        boolean there = text.startsWith(wanted, at);
        at += there ? wanted.length() : 0;
        return there;
    }

    void skipSpace() {
        while (!atEnd() && atSpace()) {
            at++;
        }
    }

    FilterException error(int where, String sentence) {
        return new FilterException(where, sentence);
    }

    /** The first of the operators that stands here. */
    Optional<String> operator(List<String> operators) {
        return operators.stream().filter(this::take).findFirst();
    }

    /** Up to a space or an operator. A backslash takes the next character as it is. */
    String name(List<String> operators) {
        StringBuilder name = new StringBuilder();
        while (!atEnd()
                && !atSpace()
                && operators.stream().noneMatch(operator -> text.startsWith(operator, at))) {
            name.append(next());
        }
        return name.toString();
    }

    /** Up to a space or one of the characters. */
    String bare(String ends) {
        StringBuilder word = new StringBuilder();
        while (!atEnd() && !atSpace() && ends.indexOf(peek()) < 0) {
            word.append(next());
        }
        return word.toString();
    }

    /** One value of a comparison, quoted or not. */
    String value(String before) throws FilterException {
        if (!atEnd() && peek() == '"') {
            return quoted();
        }
        int start = at;
        String value = bare("|");
        if (value.isEmpty()) {
            throw error(start - 1, "'" + before + "' needs a value after it.");
        }
        return value;
    }

    String quoted() throws FilterException {
        int start = at++;
        StringBuilder inside = new StringBuilder();
        while (!atEnd()) {
            if (take('"')) {
                return inside.toString();
            }
            inside.append(next());
        }
        throw error(start, "This quote is not closed.");
    }

    private char next() {
        if (peek() == '\\' && at + 1 < text.length()) {
            at++;
        }
        return text.charAt(at++);
    }

    /** `/.../`, with or without an `i` behind it. Inside, `\/` is a slash. */
    SafePattern pattern() throws FilterException {
        int start = at++;
        StringBuilder inside = new StringBuilder();
        while (!atEnd() && peek() != '/') {
            if (peek() == '\\' && at + 1 < text.length()) {
                inside.append(text.charAt(at++));
            }
            inside.append(text.charAt(at++));
        }
        if (!take('/')) {
            throw error(start, "This pattern has no closing '/'. Quote a text that begins with /.");
        }
        int flagsAt = at;
        String flags = bare("|");
        if (!flags.isEmpty() && !flags.equals("i")) {
            throw error(flagsAt, "After a pattern only the flag i or a space may stand.");
        }
        return compile(inside.toString(), start);
    }

    private SafePattern compile(String pattern, int start) throws FilterException {
        try {
            return SafePattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            int offset = Math.clamp(e.getIndex(), 0, pattern.length());
            throw error(start + 1 + offset, "Not a pattern: " + e.getDescription() + ".");
        } catch (StackOverflowError e) {
            throw error(start, "This pattern is nested too deeply.");
        }
    }
}
