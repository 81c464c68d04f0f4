package dev.pilothouse.bench.scenario;

import dev.pilothouse.bench.terminal.Screen;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A terminal program that lists the pods of a cluster, and how to read its screen.
 *
 * @param name as it stands in the report
 * @param command the program and its arguments; {@code {kubeconfig}} stands for a file
 * @param count finds the number of rows in its title, in the first group
 * @param keepsHome whether every run starts in the home that the last one left
 */
public record Program(String name, List<String> command, Pattern count, boolean keepsHome) {
    /** Names of pods of a Deployment, and those that the load makes without one. */
    private static final Pattern ROW =
            Pattern.compile(
                    "(?<![\\w-])([a-z][a-z0-9-]*-[0-9a-z]{8,10}-[0-9a-z]{5}|bare-\\d{6})(?![\\w-])");

    static final String SOFKA = "sofka";
    static final String SOFKA_AGAIN = "sofka (same again)";
    static final String K9S = "k9s";
    static final String OURS = "pilothouse";
    static final String OURS_KEPT = "pilothouse (second start)";
    static final String OURS_PLAIN = "pilothouse (no cache)";

    private static final Pattern OURS_COUNT = Pattern.compile("\\bPODS\\s+([\\d,]+)");

    static Program ours(Path launcher) {
        return ours(OURS, launcher);
    }

    private static Program ours(String name, Path launcher, String... more) {
        List<String> line =
                new java.util.ArrayList<>(
                        List.of(
                                launcher.toString(),
                                "--kubeconfig",
                                "{kubeconfig}",
                                "--screen",
                                "pods"));
        line.addAll(List.of(more));
        return new Program(name, List.copyOf(line), OURS_COUNT, false);
    }

    static Program plain(Path script) {
        return ours(OURS_PLAIN, script);
    }

    static Program sofka(String name, Path binary) {
        return new Program(
                name,
                List.of(
                        binary.toString(),
                        "--kubeconfig",
                        "{kubeconfig}",
                        "--readonly",
                        "-A",
                        "pods"),
                Pattern.compile("(?i)\\bpods\\s+\\[([\\d,]+)"),
                false);
    }

    static Program k9s(Path binary) {
        return new Program(
                K9S,
                List.of(
                        binary.toString(),
                        "--kubeconfig",
                        "{kubeconfig}",
                        "--readonly",
                        "-A",
                        "-c",
                        "pods",
                        "--splashless",
                        "--logoless"),
                Pattern.compile("pods\\(all\\)\\[([\\d,]+)"),
                false);
    }

    Program keepingHome(String newName) {
        return new Program(newName, command, count, true);
    }

    Program with(String... more) {
        List<String> line = new java.util.ArrayList<>(command);
        line.addAll(List.of(more));
        return new Program(name, List.copyOf(line), count, keepsHome);
    }

    boolean isOurs() {
        return name.startsWith(OURS);
    }

    List<String> line(Path kubeconfig) {
        return command.stream()
                .map(word -> word.equals("{kubeconfig}") ? kubeconfig.toString() : word)
                .toList();
    }

    /** Rows that the table says it has; none while there is no table. */
    OptionalInt rows(Screen screen) {
        Matcher matcher = count.matcher(screen.text());
        return matcher.find()
                ? OptionalInt.of(Integer.parseInt(matcher.group(1).replace(",", "")))
                : OptionalInt.empty();
    }

    /** Whether the title says at least so many rows, and at least one of them is on the screen. */
    boolean shows(Screen screen, int least) {
        return rows(screen).orElse(-1) >= least && !firstRow(screen).isEmpty();
    }

    /** The first pod on the screen; empty where there is none. */
    static String firstRow(Screen screen) {
        Matcher matcher = ROW.matcher(screen.text());
        return matcher.find() ? matcher.group(1) : "";
    }

    /**
     * Whether only this pod is left. Its name alone proves nothing: both peers and we echo what is
     * typed.
     */
    boolean showsOnly(Screen screen, String pod) {
        return rows(screen).orElse(-1) == 1
                && screen.text()
                        .lines()
                        .anyMatch(line -> line.matches(".*" + pod + "\\s.*\\d/\\d.*"));
    }

    /** Whether a row has this word behind the pod's name. */
    static boolean showsIn(Screen screen, String pod, String word) {
        for (int row = 0; row < screen.rows(); row++) {
            String line = screen.line(row);
            int at = line.indexOf(pod);
            if (at >= 0 && (line.substring(at) + " ").contains(" " + word + " ")) {
                return true;
            }
        }
        return false;
    }
}
