package dev.pilothouse.bench.scenario;

import dev.pilothouse.bench.proc.ProcessTree;
import dev.pilothouse.bench.server.Demo;
import dev.pilothouse.bench.terminal.NotSeen;
import dev.pilothouse.bench.terminal.TerminalProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** Time and heap of our terminal on simulated clusters of growing size. */
public final class Slope implements Scenario {
    static final List<Integer> SIZES = List.of(1_000, 10_000, 50_000);

    private static final Duration STABLE = Duration.ofSeconds(4);
    private static final Duration LONG = Duration.ofMinutes(3);

    private final Lab lab;
    private final Program program;
    private final Path jars;

    /**
     * @param jars folder with the program's jars, for the platform
     */
    Slope(Lab lab, Program program, Path jars) {
        this.lab = lab;
        this.program = program;
        this.jars = jars;
    }

    @Override
    public String name() {
        return "slope";
    }

    @Override
    public void run() throws IOException, NotSeen, InterruptedException {
        lab.lookAround(name(), 0);
        for (int size : SIZES) {
            lab.say().accept("slope: " + size + " pods");
            Demo demo = Demo.start(lab.shell(), jars, size, 0);
            try {
                one(size, demo.kubeconfig());
            } finally {
                demo.stop();
            }
        }
    }

    private void one(int size, Path kubeconfig) throws IOException, NotSeen, InterruptedException {
        int rows;
        try (TerminalProgram running = lab.start(program, kubeconfig)) {
            rows = settled(lab, program, running, size);
            add(size + " rows", rows);
            add(size + " live heap MiB", lab.heap().live(running.pid()) / (1024.0 * 1024.0));
            add(size + " RSS MiB", new ProcessTree(running.pid()).usage().rss());
        }
        try (TerminalProgram running = lab.start(program, kubeconfig)) {
            double millis =
                    running.await("all rows", LONG, s -> program.shows(s, rows))
                            .millisSince(running.started());
            add(size + " all rows ms", millis);
            add(size + " CPU until then s", new ProcessTree(running.pid()).usage().cpu());
        }
    }

    /**
     * Waits until the number of rows no longer grows; the platform makes about as many as asked.
     */
    static int settled(Lab lab, Program program, TerminalProgram running, int about)
            throws NotSeen, InterruptedException {
        running.await("most rows", LONG, s -> program.shows(s, about * 9 / 10));
        OptionalInt last = OptionalInt.empty();
        OptionalInt now = running.ask(program::rows);
        while (!now.equals(last)) {
            last = now;
            lab.pause(STABLE);
            now = running.ask(program::rows);
        }
        return now.orElse(0);
    }

    private void add(String metric, double value) {
        lab.results().add(name(), metric, program.name(), 0, value);
    }
}
