package dev.pilothouse.bench.scenario;

import dev.pilothouse.bench.terminal.NotSeen;
import dev.pilothouse.bench.terminal.TerminalProgram;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Key to screen of a filter, many times over. */
public final class FilterKeys implements Scenario {
    private static final Duration SETTLE = Duration.ofSeconds(4);

    private final Lab lab;
    private final List<Program> programs;
    private final Cluster cluster;
    private final int times;

    FilterKeys(Lab lab, List<Program> programs, Cluster cluster, int times) {
        this.lab = lab;
        this.programs = programs;
        this.cluster = cluster;
        this.times = times;
    }

    @Override
    public String name() {
        return "keys " + cluster.pods();
    }

    @Override
    public void run() throws IOException, InterruptedException {
        new Rotation(lab, programs).run(name(), 1, this::turn);
    }

    private void turn(Program program, int round)
            throws IOException, NotSeen, InterruptedException {
        try (TerminalProgram running = lab.start(program, cluster.kubeconfig())) {
            running.await("all rows", Lab.LIMIT, s -> program.shows(s, cluster.pods()));
            lab.pause(SETTLE);
            int rows = running.ask(program::rows).orElse(cluster.pods());
            new KeyTimes(lab, program, running).measure(name(), rows, times);
        }
    }
}
