package dev.pilothouse.present;

import java.util.ArrayList;
import java.util.List;

/** Folds what a server writes about who set which field: often longer than the object itself. */
final class YamlFold {
    private static final String HEAD = "  managedFields:";

    private YamlFold() {}

    static List<TextFrame.Line> managedFields(List<TextFrame.Line> lines) {
        List<TextFrame.Line> shown = new ArrayList<>(lines.size());
        int i = 0;
        while (i < lines.size()) {
            TextFrame.Line line = lines.get(i++);
            if (!line.plain().equals(HEAD)) {
                shown.add(line);
                continue;
            }
            int from = i;
            while (i < lines.size() && inside(lines.get(i).plain())) {
                i++;
            }
            shown.add(
                    new TextFrame.Line(
                            List.of(
                                    new TextFrame.Span(HEAD, Tone.ACCENT),
                                    new TextFrame.Span(" … " + (i - from) + " lines", Tone.QUIET)),
                            false));
        }
        return shown;
    }

    private static boolean inside(String text) {
        return text.startsWith("  - ") || text.startsWith("    ");
    }
}
