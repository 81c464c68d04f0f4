package dev.pilothouse.suite;

import java.util.List;
import java.util.regex.Pattern;

/** Takes out of a frame's text what differs from one run to the next. */
final class FrameText {
    private static final String LETTERS = "[bcdfghjklmnpqrstvwxz2456789]";

    /** Events, and what a controller says only after ten minutes. */
    private static final Pattern PASSING =
            Pattern.compile(
                    "^AGE |^[A-Z]+( \\d+)+$|event AGE|condition"
                            + " Progressing|\\bconditions?\\b.*Progressing");

    private FrameText() {}

    /** Names that were generated, ages, times, addresses and places; in the order of the words. */
    static String normal(String text) {
        List<String> lines =
                text.lines()
                        .skip(1)
                        .map(FrameText::line)
                        .filter(line -> !line.isBlank())
                        // Another suite rolls this agent on the real server.
                        .filter(line -> !line.contains("search-router"))
                        .filter(line -> !PASSING.matcher(line).find())
                        .sorted()
                        .toList();
        return String.join("\n", lines) + "\n";
    }

    private static String line(String line) {
        return line.replaceAll("-" + LETTERS + "{8,10}-" + LETTERS + "{5}\\b", "-HASH-SUFFIX")
                .replaceAll("-" + LETTERS + "{8,10}\\b", "-HASH")
                .replaceAll("(node-watcher|reindex)-" + LETTERS + "{5}\\b", "$1-SUFFIX")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d)?Z?", "TIME")
                .replaceAll("\\b\\d\\d:\\d\\d(:\\d\\d)?\\b", "TIME")
                .replaceAll("(<|\\b)\\d+[smhd]( ?\\d+[smh])?\\b", "AGE")
                .replaceAll("\\b\\d+\\.\\d+\\.\\d+\\.\\d+\\b", "ADDRESS")
                .replaceAll("\\b(cpu|gpu)-\\d+\\b", "NODE")
                .replaceAll("\\d+/300 +\\S+ +32 +\\S+ +256Gi", "USE")
                .replaceAll("stuck rollout:? +pending:", "pending")
                .replaceAll(
                        "stuck rollout +ReplicaSet \"[^\"]*\" has timed out progressing.", "BEHIND")
                .replaceAll("not ready +\\d+/\\d+ ready", "BEHIND")
                .replaceAll("pending: 0/12", "pending 0/12")
                // What waits is a warning at first and a stuck rollout after ten minutes.
                .replaceAll("^\\s*[▲✖] ", "! ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
