package dev.pilothouse.present;

import dev.pilothouse.filter.Texts;
import java.util.ArrayList;
import java.util.List;

/** Finds a needle in lines. */
final class TextSearch {
    private TextSearch() {}

    static List<Integer> matches(List<TextFrame.Line> lines, String needle) {
        if (needle.isEmpty()) {
            return List.of();
        }
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (Texts.contains(lines.get(i).plain(), needle)) {
                found.add(i);
            }
        }
        return found;
    }

    static TextFrame.Search at(String needle, List<Integer> matches, int line) {
        return needle.isEmpty()
                ? TextFrame.Search.NONE
                : new TextFrame.Search(needle, matches.size(), matches.indexOf(line), line);
    }

    /** The match after (or before) a line, around the ends; -1 when there is none. */
    static int next(List<Integer> matches, int line, boolean forward) {
        if (matches.isEmpty()) {
            return -1;
        }
        if (forward) {
            return matches.stream()
                    .filter(match -> match > line)
                    .findFirst()
                    .orElse(matches.getFirst());
        }
        return matches.reversed().stream()
                .filter(match -> match < line)
                .findFirst()
                .orElse(matches.getLast());
    }
}
