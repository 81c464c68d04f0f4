package dev.pilothouse.present;

import java.util.List;

/**
 * Lines of text: logs, YAML, descriptions, evidence, help.
 *
 * @param lines the lines, in order; a view that must not be changed
 * @param cursor where lines can be chosen (evidence) the chosen line, else the first line in view;
 *     -1 for none
 * @param follow the end stays in view while lines arrive
 */
public record TextFrame(
        String title,
        List<Line> lines,
        int cursor,
        boolean selectable,
        boolean follow,
        boolean wrap,
        Search search,
        TableFrame.Notice notice)
        implements BodyFrame {

    /** One line of spans. `jump` is true when enter leads somewhere from it. */
    public record Line(List<Span> spans, boolean jump) {
        public static Line of(String text) {
            return new Line(List.of(new Span(text, Tone.NORMAL)), false);
        }

        public static Line of(String text, Tone tone) {
            return new Line(List.of(new Span(text, tone)), false);
        }

        /** The line without tones. */
        public String plain() {
            StringBuilder all = new StringBuilder();
            spans.forEach(span -> all.append(span.text()));
            return all.toString();
        }
    }

    /** A run of one tone. */
    public record Span(String text, Tone tone) {}

    /**
     * The search in the text: the needle (empty for none), lines that hold it in all, the current
     * one of these (0 up, -1 none) and its line (-1 none).
     */
    public record Search(String needle, int matches, int current, int line) {
        public static final Search NONE = new Search("", 0, -1);

        public Search(String needle, int matches, int current) {
            this(needle, matches, current, -1);
        }
    }
}
