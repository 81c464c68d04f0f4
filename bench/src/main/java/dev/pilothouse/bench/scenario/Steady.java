package dev.pilothouse.bench.scenario;

import dev.pilothouse.bench.proc.ProcessTree;
import dev.pilothouse.bench.proc.Shell;
import dev.pilothouse.bench.proc.Usage;
import dev.pilothouse.bench.report.Stats;
import dev.pilothouse.bench.server.Api;
import dev.pilothouse.bench.server.Bed;
import dev.pilothouse.bench.terminal.NotSeen;
import dev.pilothouse.bench.terminal.Seen;
import dev.pilothouse.bench.terminal.TerminalProgram;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A program that just stands there: idle first, then while 50 pods a second change; then how long
 * one change to a visible pod takes from the request to the screen.
 */
public final class Steady implements Scenario {
    private static final Duration SETTLE = Duration.ofSeconds(4);
    private static final Duration LEAD = Duration.ofSeconds(2);
    private static final int PER_SECOND = 50;

    /** Below a thousand, where a console may begin to write 1k. */
    private static final int FIRST_COUNT = 301;

    private final Lab lab;
    private final List<Program> programs;
    private final Bed bed;
    private final Windows plan;
    private final Random random = new Random(11);

    /**
     * How long to look.
     *
     * @param pods on the cluster
     * @param window of idleness, and of change
     * @param changes how often one change is followed to the screen
     */
    record Windows(int pods, int rounds, Duration window, int changes) {
        /** Long enough for a console that repaints every 2 s only. */
        Duration following() {
            return Duration.ofMillis(changes * 1700L);
        }
    }

    Steady(Lab lab, List<Program> programs, Bed bed, Windows plan) {
        this.lab = lab;
        this.programs = programs;
        this.bed = bed;
        this.plan = plan;
    }

    @Override
    public String name() {
        return "steady";
    }

    @Override
    public void run() throws IOException, InterruptedException {
        new Rotation(lab, programs).run(name(), plan.rounds(), this::turn);
    }

    private void turn(Program program, int round)
            throws IOException, NotSeen, InterruptedException {
        try (TerminalProgram running = lab.start(program, bed.kubeconfig("admin"))) {
            running.await(plan.pods() + " rows", Lab.LIMIT, s -> program.shows(s, plan.pods()));
            lab.pause(SETTLE);
            window("idle", program, running, round);
            Duration span = LEAD.plus(plan.window()).plus(plan.following());
            Process churn = bed.churn(PER_SECOND, span);
            try {
                lab.pause(LEAD);
                window(PER_SECOND + "/s", program, running, round);
                follow(program, running, round);
            } finally {
                lab.say().accept("steady: the churn ends");
                churn.waitFor(30, java.util.concurrent.TimeUnit.SECONDS);
                Shell.end(churn);
            }
        }
    }

    private void window(String what, Program program, TerminalProgram running, int round)
            throws InterruptedException {
        ProcessTree tree = new ProcessTree(running.pid());
        Usage before = tree.usage();
        long bytes = running.bytes();
        long writes = running.writes();
        long from = lab.time().nanos();
        lab.pause(plan.window());
        double seconds = (lab.time().nanos() - from) / 1e9;
        Usage after = tree.usage();
        add(what + " CPU %", program, round, 100 * (after.cpu() - before.cpu()) / seconds);
        add(what + " bytes/min", program, round, 60 * (running.bytes() - bytes) / seconds);
        add(what + " writes/min", program, round, 60 * (running.writes() - writes) / seconds);
        add(what + " switches/s", program, round, (after.switches() - before.switches()) / seconds);
        add(what + " RSS MiB", program, round, after.rss());
    }

    /** The pause between changes is random, so that it never beats with a program's refresh. */
    private void follow(Program program, TerminalProgram running, int round)
            throws IOException, NotSeen, InterruptedException {
        String pod = running.ask(Program::firstRow);
        List<Double> times = new ArrayList<>();
        long end = lab.time().nanos() + plan.following().toNanos();
        try (Api api = bed.api("admin")) {
            api.restarts(pod, FIRST_COUNT - 1);
            for (int i = 0; i < plan.changes() && lab.time().nanos() < end; i++) {
                lab.pause(Duration.ofMillis(200 + random.nextInt(500)));
                String count = Integer.toString(FIRST_COUNT + i);
                long sent = lab.time().nanos();
                api.restarts(pod, FIRST_COUNT + i);
                Seen seen =
                        running.await(
                                "restarts " + count + " of " + pod,
                                Lab.LIMIT,
                                screen -> Program.showsIn(screen, pod, count));
                times.add(seen.millisSince(sent));
            }
        }
        if (!times.isEmpty()) {
            add("change to screen p50 ms", program, round, Stats.percentile(times, 0.5));
            add("change to screen p95 ms", program, round, Stats.percentile(times, 0.95));
        }
    }

    private void add(String metric, Program program, int round, double value) {
        lab.results().add(name(), metric, program.name(), round, value);
    }
}
