package dev.pilothouse.bench.scenario;

import dev.pilothouse.bench.proc.ProcessTree;
import dev.pilothouse.bench.proc.Usage;
import dev.pilothouse.bench.report.Stats;
import dev.pilothouse.bench.server.Demo;
import dev.pilothouse.bench.terminal.NotSeen;
import dev.pilothouse.bench.terminal.Screen;
import dev.pilothouse.bench.terminal.TerminalProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * 50,000 pods of which 200 change each second, for minutes. A frozen screen is what a user would
 * feel, so the cursor is moved a few times a second and its way to the screen timed; the longest
 * one is the longest gap.
 */
public final class FiftyThousand implements Scenario {
    private static final int PODS = 50_000;
    private static final int CHANGES = 200;
    private static final double GAP = 100;
    private static final int KEYS = 20;

    private final Lab lab;
    private final Program program;
    private final Path jars;
    private final Duration span;
    private final Random random = new Random(5);

    FiftyThousand(Lab lab, Program program, Path jars, Duration span) {
        this.lab = lab;
        this.program = program;
        this.jars = jars;
        this.span = span;
    }

    @Override
    public String name() {
        return "50000 moving";
    }

    @Override
    public void run() throws IOException, NotSeen, InterruptedException {
        lab.lookAround(name(), 0);
        Demo demo = Demo.start(lab.shell(), jars, PODS, CHANGES);
        try (TerminalProgram running = lab.start(program, demo.kubeconfig())) {
            int rows = Slope.settled(lab, program, running, PODS);
            watch(running);
            new KeyTimes(lab, program, running).measure(name(), rows, KEYS);
        } finally {
            demo.stop();
        }
    }

    private void watch(TerminalProgram running) throws IOException, NotSeen, InterruptedException {
        ProcessTree tree = new ProcessTree(running.pid());
        double heap = heap(running);
        Usage before = tree.usage();
        long bytes = running.bytes();
        long from = lab.time().nanos();
        List<Double> moves = move(running, from + span.toNanos());
        double seconds = (lab.time().nanos() - from) / 1e9;
        Usage after = tree.usage();
        add("CPU %", 100 * (after.cpu() - before.cpu()) / seconds);
        add("bytes/min", 60 * (running.bytes() - bytes) / seconds);
        add("RSS MiB", after.rss());
        add("peak RSS MiB", after.peak());
        add("live heap before MiB", heap);
        add("live heap after MiB", heap(running));
        add("cursor p50 ms", Stats.percentile(moves, 0.5));
        add("cursor p99 ms", Stats.percentile(moves, 0.99));
        add("cursor longest ms", Stats.percentile(moves, 1));
        add("cursor moves", moves.size());
        add("moves over 100 ms", (double) moves.stream().filter(move -> move > GAP).count());
    }

    private List<Double> move(TerminalProgram running, long until)
            throws IOException, NotSeen, InterruptedException {
        List<Double> times = new ArrayList<>();
        boolean down = true;
        while (lab.time().nanos() < until) {
            lab.pause(Duration.ofMillis(100 + random.nextInt(300)));
            int row = running.ask(FiftyThousand::cursor);
            long from = running.press(down ? "<down>" : "<up>");
            times.add(
                    running.await("the cursor moved", Lab.LIMIT, s -> cursor(s) != row)
                            .millisSince(from));
            down = !down;
        }
        return times;
    }

    /** The row that bears the cursor's mark; -1 where there is none. */
    private static int cursor(Screen screen) {
        for (int row = 0; row < screen.rows(); row++) {
            if (screen.line(row).startsWith("▌")) {
                return row;
            }
        }
        return -1;
    }

    private double heap(TerminalProgram running) throws IOException, InterruptedException {
        return lab.heap().live(running.pid()) / (1024.0 * 1024.0);
    }

    private void add(String metric, double value) {
        lab.results().add(name(), metric, program.name(), 0, value);
    }
}
