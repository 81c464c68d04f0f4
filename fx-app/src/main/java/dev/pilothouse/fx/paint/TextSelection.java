package dev.pilothouse.fx.paint;

import dev.pilothouse.present.TextFrame;
import java.util.List;

/**
 * What the mouse marked in a text: from one character to another, across lines. Characters count
 * from 0 in the plain text of a line; the end is not part of it.
 */
record TextSelection(Spot anchor, Spot head) {
    static final TextSelection NONE = at(new Spot(0, 0));

    /** A place between two characters. */
    record Spot(int line, int column) implements Comparable<Spot> {
        @Override
        public int compareTo(Spot other) {
            return line != other.line
                    ? Integer.compare(line, other.line)
                    : Integer.compare(column, other.column);
        }
    }

    static TextSelection at(Spot spot) {
        return new TextSelection(spot, spot);
    }

    TextSelection to(Spot next) {
        return new TextSelection(anchor, next);
    }

    /** All lines. */
    static TextSelection all(List<TextFrame.Line> lines) {
        return lines.isEmpty()
                ? NONE
                : new TextSelection(
                        new Spot(0, 0),
                        new Spot(lines.size() - 1, lines.getLast().plain().length()));
    }

    /** One line. */
    static TextSelection line(int line, String text) {
        return new TextSelection(new Spot(line, 0), new Spot(line, text.length()));
    }

    /** The run of letters, figures and `-._/:` at a place, as names are written. */
    static TextSelection word(Spot at, String text) {
        int from = Math.clamp(at.column(), 0, text.length());
        int to = from;
        while (from > 0 && part(text.charAt(from - 1))) {
            from--;
        }
        while (to < text.length() && part(text.charAt(to))) {
            to++;
        }
        return new TextSelection(new Spot(at.line(), from), new Spot(at.line(), to));
    }

    private static boolean part(char c) {
        return Character.isLetterOrDigit(c) || "-_./:".indexOf(c) >= 0;
    }

    boolean empty() {
        return anchor.equals(head);
    }

    private Spot first() {
        return anchor.compareTo(head) <= 0 ? anchor : head;
    }

    private Spot last() {
        return anchor.compareTo(head) <= 0 ? head : anchor;
    }

    /** Where the mark begins in a line of this length, or -1 when it has no part in the line. */
    int from(int line, int length) {
        if (empty() || line < first().line() || line > last().line()) {
            return -1;
        }
        return line == first().line() ? Math.min(first().column(), length) : 0;
    }

    /** Where the mark ends in a line that it has part in. */
    int to(int line, int length) {
        return line == last().line() ? Math.min(last().column(), length) : length;
    }

    /** The marked text, with a line feed between lines. */
    String text(List<TextFrame.Line> lines) {
        if (empty()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        int end = Math.min(last().line(), lines.size() - 1);
        for (int line = first().line(); line <= end; line++) {
            String plain = lines.get(line).plain();
            text.append(line == first().line() ? "" : "\n")
                    .append(plain, from(line, plain.length()), to(line, plain.length()));
        }
        return text.toString();
    }
}
