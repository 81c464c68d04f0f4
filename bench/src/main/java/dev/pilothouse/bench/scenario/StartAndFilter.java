package dev.pilothouse.bench.scenario;

import dev.pilothouse.bench.proc.ProcessTree;
import dev.pilothouse.bench.proc.Usage;
import dev.pilothouse.bench.report.Results;
import dev.pilothouse.bench.terminal.NotSeen;
import dev.pilothouse.bench.terminal.Seen;
import dev.pilothouse.bench.terminal.TerminalProgram;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * From the start of the process to all rows on the screen, memory a few seconds later, then a
 * filter typed in one burst down to one pod and cleared again.
 */
public final class StartAndFilter implements Scenario {
    private static final Duration SETTLE = Duration.ofSeconds(4);
    private static final Duration BREATH = Duration.ofSeconds(1);

    private final Lab lab;
    private final List<Program> programs;
    private final Cluster cluster;
    private final int rounds;

    StartAndFilter(Lab lab, List<Program> programs, Cluster cluster, int rounds) {
        this.lab = lab;
        this.programs = programs;
        this.cluster = cluster;
        this.rounds = rounds;
    }

    @Override
    public String name() {
        return "start " + cluster.pods();
    }

    @Override
    public void run() throws IOException, InterruptedException {
        new Rotation(lab, programs).run(name(), rounds, this::turn);
    }

    private void turn(Program program, int round)
            throws IOException, NotSeen, InterruptedException {
        try (TerminalProgram running = lab.start(program, cluster.kubeconfig())) {
            start(program, running, round);
            lab.pause(SETTLE);
            Usage usage = new ProcessTree(running.pid()).usage();
            add("RSS MiB", program, round, usage.rss());
            add("PSS MiB", program, round, usage.pss());
            if (!program.keepsHome()) {
                filter(program, running, round);
                add("peak RSS MiB", program, round, new ProcessTree(running.pid()).usage().peak());
            }
        }
    }

    private void start(Program program, TerminalProgram running, int round)
            throws NotSeen, InterruptedException {
        Seen row = running.await("a row", Lab.LIMIT, screen -> !Program.firstRow(screen).isEmpty());
        Seen all =
                running.await(
                        cluster.pods() + " rows",
                        Lab.LIMIT,
                        screen -> program.shows(screen, cluster.pods()));
        Usage usage = new ProcessTree(running.pid()).usage();
        long from = running.started();
        add("first text ms", program, round, (running.firstText() - from) / 1e6);
        add("first row ms", program, round, row.millisSince(from));
        add("all rows ms", program, round, all.millisSince(from));
        add("CPU until then s", program, round, usage.cpu());
    }

    private void filter(Program program, TerminalProgram running, int round)
            throws IOException, NotSeen, InterruptedException {
        String pod = cluster.farPod();
        double cpu = new ProcessTree(running.pid()).usage().cpu();
        long typed = running.press("/" + pod);
        Seen one = running.await("one row", Lab.LIMIT, s -> program.showsOnly(s, pod));
        add("filter ms", program, round, one.millisSince(typed));
        lab.pause(BREATH);
        running.press("<enter>");
        lab.pause(BREATH);
        long cleared = running.press("<esc>");
        Seen all =
                running.await(
                        "all rows again",
                        Lab.LIMIT,
                        s -> program.rows(s).orElse(-1) >= cluster.pods());
        add("clear ms", program, round, all.millisSince(cleared));
        lab.pause(BREATH);
        double spent = new ProcessTree(running.pid()).usage().cpu() - cpu;
        add("CPU of filter and clear s", program, round, spent);
    }

    private void add(String metric, Program program, int round, double value) {
        Results results = lab.results();
        results.add(name(), metric, program.name(), round, value);
    }
}
