package dev.pilothouse.present;

import java.util.List;

/** Colours the keys of a YAML line, so that structure can be seen at a glance. */
final class YamlTones {
    private YamlTones() {}

    static TextFrame.Line line(String text) {
        int start = 0;
        while (start < text.length() && (text.charAt(start) == ' ' || text.charAt(start) == '-')) {
            start++;
        }
        int colon = text.indexOf(':', start);
        boolean key =
                colon > start && (colon + 1 == text.length() || text.charAt(colon + 1) == ' ');
        if (!key) {
            return TextFrame.Line.of(text);
        }
        return new TextFrame.Line(
                List.of(
                        new TextFrame.Span(text.substring(0, colon + 1), Tone.ACCENT),
                        new TextFrame.Span(text.substring(colon + 1), Tone.NORMAL)),
                false);
    }
}
