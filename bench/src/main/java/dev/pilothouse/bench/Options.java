package dev.pilothouse.bench;

import dev.pilothouse.bench.scenario.Plan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The command line of the benchmark.
 *
 * @param project root of the checkout
 * @param image our app image
 * @param peers folder with the peers' binaries
 * @param versions of all programs, in words
 * @param output the report
 * @param only beginnings of the scenarios' names; empty for all
 * @param words the user's own arguments, for the report
 */
record Options(
        Path project,
        Path image,
        Path peers,
        String versions,
        Path output,
        Plan plan,
        List<String> only,
        String words) {
    static final String USAGE =
            """
            usage: bench/run [--quick] [--rounds N] [--soak MINUTES] [--only NAME] [--output FILE]
              --quick         2,000 pods only, without our start from classes: about 6 minutes
              --rounds N      rounds of the starts (default 3)
              --soak MINUTES  how long memory is watched under change (default 3; 60 for an hour)
              --only NAME     only scenarios whose name begins so; may be given several times:
                              'start 2000', keys, steady, requests, soak, 'start 10000', slope,
                              '50000 moving', desktop
              --output FILE   the report (default docs/benchmarks.md, or bench/target/benchmarks.md
                              with --only)\
            """;

    private static final List<String> DEMO = List.of("slope", "50000 moving", "desktop");

    /** Reads the four arguments of bench/run, then the user's. */
    static Options of(String... args) {
        Deque<String> left = new ArrayDeque<>(List.of(args));
        try {
            Path project = Path.of(left.pop());
            Path image = Path.of(left.pop());
            Path peers = Path.of(left.pop());
            String versions = left.pop();
            String words = left.isEmpty() ? "the default" : String.join(" ", left);
            Reading reading = new Reading(left);
            return new Options(
                    project,
                    image,
                    peers,
                    versions,
                    project.resolve(reading.output()),
                    reading.plan,
                    List.copyOf(reading.only),
                    words);
        } catch (NoSuchElementException e) {
            throw new IllegalArgumentException("a value is missing at the end of the line", e);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a whole number is wanted; " + e.getMessage(), e);
        }
    }

    private static final class Reading {
        private final List<String> only = new ArrayList<>();
        private Plan plan = Plan.full();
        private String file = "";

        Reading(Deque<String> left) {
            if (left.contains("--quick")) {
                plan = Plan.quick();
            }
            while (!left.isEmpty()) {
                option(left.pop(), left);
            }
        }

        private void option(String name, Deque<String> left) {
            switch (name) {
                case "--quick" -> {
                    // read first, so that its place does not matter
                }
                case "--rounds" -> plan = plan.withRounds(number(left.pop(), 100));
                case "--soak" -> plan = plan.withSoak(Duration.ofMinutes(number(left.pop(), 1440)));
                case "--only" -> only.add(left.pop());
                case "--output" -> file = left.pop();
                default -> throw new IllegalArgumentException("there is no option " + name);
            }
        }

        private static int number(String text, int most) {
            int value = Integer.parseInt(text);
            if (value < 1 || value > most) {
                throw new IllegalArgumentException(text + " is not between 1 and " + most);
            }
            return value;
        }

        String output() {
            if (!file.isEmpty()) {
                return file;
            }
            return only.isEmpty() ? "docs/benchmarks.md" : "bench/target/benchmarks.md";
        }
    }

    boolean wants(String scenario) {
        return only.isEmpty() || only.stream().anyMatch(scenario::startsWith);
    }

    boolean needsBed() {
        return only.isEmpty()
                || only.stream().anyMatch(name -> DEMO.stream().noneMatch(d -> d.startsWith(name)));
    }
}
