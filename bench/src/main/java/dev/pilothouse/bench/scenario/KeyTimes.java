package dev.pilothouse.bench.scenario;

import dev.pilothouse.bench.report.Stats;
import dev.pilothouse.bench.terminal.NotSeen;
import dev.pilothouse.bench.terminal.TerminalProgram;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** How long single keys of a filter take to the screen: the typed one, and the one taken back. */
final class KeyTimes {
    /** The first of these that changes the number of rows is used. */
    private static final List<String> LETTERS = List.of("q", "7", "x", "z", "5", "w");

    private static final Duration BREATH = Duration.ofMillis(150);
    private static final Duration SHORT = Duration.ofSeconds(3);

    private final Lab lab;
    private final Program program;
    private final TerminalProgram running;

    KeyTimes(Lab lab, Program program, TerminalProgram running) {
        this.lab = lab;
        this.program = program;
        this.running = running;
    }

    /**
     * Types and takes back one letter, many times.
     *
     * @param scenario for the results
     * @param rows that the table has now
     */
    void measure(String scenario, int rows, int times)
            throws IOException, NotSeen, InterruptedException {
        String letter = letter(rows);
        List<Double> typed = new ArrayList<>();
        List<Double> cleared = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            running.press("/");
            lab.pause(BREATH);
            typed.add(after(letter, count -> count != rows));
            lab.pause(BREATH);
            cleared.add(after("<bs>", count -> count == rows));
            running.press("<esc>");
            lab.pause(BREATH);
        }
        add(scenario, "filter key p50 ms", Stats.percentile(typed, 0.5));
        add(scenario, "filter key p95 ms", Stats.percentile(typed, 0.95));
        add(scenario, "clear key p50 ms", Stats.percentile(cleared, 0.5));
        add(scenario, "clear key p95 ms", Stats.percentile(cleared, 0.95));
    }

    private double after(String key, Predicate<Integer> rows)
            throws IOException, NotSeen, InterruptedException {
        long from = running.press(key);
        return running.await(
                        "rows after " + key, Lab.LIMIT, screen -> holds(program.rows(screen), rows))
                .millisSince(from);
    }

    private static boolean holds(OptionalInt count, Predicate<Integer> wanted) {
        return count.isPresent() && wanted.test(count.getAsInt());
    }

    private String letter(int rows) throws IOException, NotSeen, InterruptedException {
        for (String letter : LETTERS) {
            running.press("/");
            lab.pause(BREATH);
            running.press(letter);
            try {
                running.await("fewer rows", SHORT, s -> holds(program.rows(s), n -> n != rows));
                return letter;
            } catch (NotSeen e) {
                lab.say().accept("every row has the letter " + letter);
            } finally {
                running.press("<bs>");
                running.press("<esc>");
                lab.pause(BREATH); // else a key after it would be read as one with alt
                running.await("all rows", Lab.LIMIT, s -> holds(program.rows(s), n -> n == rows));
            }
        }
        throw new IOException("no letter narrows the table");
    }

    private void add(String scenario, String metric, double value) {
        lab.results().add(scenario, metric, program.name(), 0, value);
    }
}
