package dev.pilothouse.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one line that holds a JSON object (RFC 8259), for showing it: names and values of its top
 * level as text. What is nested stays as it was written. Not a validator: a line that is not quite
 * JSON is shown as it came.
 */
public final class FlatJson {
    /** A log line with more fields than this is easier to read as it is. */
    private static final int FIELDS = 64;

    private final String text;
    private int at;

    private FlatJson(String text) {
        this.text = text;
    }

    /** The fields in order; empty when the line is not an object. */
    public static Optional<Map<String, String>> fields(String line) {
        String text = line.strip();
        if (text.length() < 2 || text.charAt(0) != '{' || text.charAt(text.length() - 1) != '}') {
            return Optional.empty();
        }
        return Optional.ofNullable(new FlatJson(text).read());
    }

    private @Nullable Map<String, String> read() {
        Map<String, String> fields = new LinkedHashMap<>();
        at = 1;
        blanks();
        while (at < text.length() && text.charAt(at) == '"' && fields.size() < FIELDS) {
            String name = string();
            blanks();
            if (!take(':')) {
                return null;
            }
            blanks();
            String value = value();
            if (name == null || value == null) {
                return null;
            }
            fields.put(name, value);
            blanks();
            if (!take(',')) {
                return take('}') && at == text.length() ? fields : null;
            }
            blanks();
        }
        return null;
    }

    private boolean take(char wanted) {
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void blanks() {
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
    }

    private @Nullable String value() {
        if (at >= text.length()) {
            return null;
        }
        char first = text.charAt(at);
        if (first == '"') {
            return string();
        }
        int start = at;
        if (first == '{' || first == '[') {
            return nested() ? text.substring(start, at) : null;
        }
        while (at < text.length() && ",}] ".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at > start ? text.substring(start, at) : null;
    }

    private boolean nested() {
        int depth = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                if (string() == null) {
                    return false;
                }
                continue;
            }
            at++;
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            if (depth == 0) {
                return true;
            }
        }
        return false;
    }

    private @Nullable String string() {
        StringBuilder out = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return out.toString();
            }
            if (c != '\\') {
                out.append(c);
            } else if (!escape(out)) {
                return null;
            }
        }
        return null;
    }

    private boolean escape(StringBuilder out) {
        if (at >= text.length()) {
            return false;
        }
        char c = text.charAt(at++);
        switch (c) {
            case 'n', 'r', 't', 'b', 'f' -> out.append(' ');
            case 'u' -> {
                if (at + 4 > text.length()) {
                    return false;
                }
                try {
                    int code = Integer.parseInt(text, at, at + 4, 16);
                    out.append(CleanText.line(String.valueOf((char) code), 4));
                } catch (NumberFormatException e) {
                    return false;
                }
                at += 4;
            }
            default -> out.append(c);
        }
        return true;
    }
}
