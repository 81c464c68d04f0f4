package dev.pilothouse.fx.memory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A small reader of JSON (RFC 8259) into maps, lists, strings, doubles and booleans. */
final class Json {
    private static final int DEEPEST = 16;

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    static Object read(String text) throws JsonException {
        Json json = new Json(text);
        Object value = json.value(0);
        json.space();
        if (json.at < text.length()) {
            throw json.wrong("something follows the end");
        }
        return value;
    }

    static String quote(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20) {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }

    private Object value(int depth) throws JsonException {
        if (depth > DEEPEST) {
            throw wrong("nested too deeply");
        }
        space();
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            default -> number();
        };
    }

    private Map<String, Object> object(int depth) throws JsonException {
        Map<String, Object> members = new LinkedHashMap<>();
        expect('{');
        space();
        while (peek() != '}') {
            space();
            String name = string();
            space();
            expect(':');
            members.put(name, value(depth + 1));
            space();
            if (peek() != '}') {
                expect(',');
                space();
            }
        }
        expect('}');
        return members;
    }

    private List<Object> array(int depth) throws JsonException {
        List<Object> items = new ArrayList<>();
        expect('[');
        space();
        while (peek() != ']') {
            items.add(value(depth + 1));
            space();
            if (peek() != ']') {
                expect(',');
            }
        }
        expect(']');
        return items;
    }

    private String string() throws JsonException {
        expect('"');
        StringBuilder out = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(at++);
            if (c == '\\') {
                out.append(escaped());
            } else {
                out.append(c);
            }
        }
        expect('"');
        return out.toString();
    }

    private char escaped() throws JsonException {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> {
                try {
                    char unit =
                            (char) Integer.parseInt(text, at, Math.min(at + 4, text.length()), 16);
                    at += 4;
                    yield unit;
                } catch (NumberFormatException e) {
                    throw wrong("a broken escape");
                }
            }
            default -> throw wrong("an unknown escape");
        };
    }

    private Object word(String word, Object value) throws JsonException {
        if (!text.startsWith(word, at)) {
            throw wrong("an unknown word");
        }
        at += word.length();
        return value;
    }

    private Double number() throws JsonException {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            return Double.valueOf(text.substring(start, at));
        } catch (NumberFormatException e) {
            throw wrong("a value was expected");
        }
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private char peek() throws JsonException {
        if (at >= text.length()) {
            throw wrong("the end came too early");
        }
        return text.charAt(at);
    }

    private void expect(char wanted) throws JsonException {
        if (peek() != wanted) {
            throw wrong("'" + wanted + "' was expected");
        }
        at++;
    }

    private JsonException wrong(String sentence) {
        return new JsonException(sentence, at);
    }
}
