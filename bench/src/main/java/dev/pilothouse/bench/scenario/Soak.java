package dev.pilothouse.bench.scenario;

import dev.pilothouse.bench.proc.ProcessTree;
import dev.pilothouse.bench.proc.Shell;
import dev.pilothouse.bench.server.Bed;
import dev.pilothouse.bench.terminal.NotSeen;
import dev.pilothouse.bench.terminal.TerminalProgram;
import java.io.IOException;
import java.time.Duration;

/** Our terminal under steady change for a long while: does its memory stay where it was? */
public final class Soak implements Scenario {
    private static final int PER_SECOND = 50;
    private static final Duration WARM = Duration.ofSeconds(60);

    private final Lab lab;
    private final Program program;
    private final Bed bed;
    private final int pods;
    private final Duration span;

    Soak(Lab lab, Program program, Bed bed, int pods, Duration span) {
        this.lab = lab;
        this.program = program;
        this.bed = bed;
        this.pods = pods;
        this.span = span;
    }

    @Override
    public String name() {
        return "soak";
    }

    @Override
    public void run() throws IOException, NotSeen, InterruptedException {
        lab.lookAround(name(), 0);
        lab.say().accept("soak: " + span.toMinutes() + " minutes");
        Process churn = bed.churn(PER_SECOND, span.plus(WARM));
        try (TerminalProgram running = lab.start(program, bed.kubeconfig("admin"))) {
            running.await("all rows", Lab.LIMIT, s -> program.shows(s, pods));
            lab.pause(WARM);
            memory("at the start", running);
            lab.pause(span);
            memory("at the end", running);
            add("minutes", span.toSeconds() / 60.0);
        } finally {
            Shell.end(churn);
        }
    }

    private void memory(String when, TerminalProgram running)
            throws IOException, InterruptedException {
        add("RSS " + when + " MiB", new ProcessTree(running.pid()).usage().rss());
        add("live heap " + when + " MiB", lab.heap().live(running.pid()) / (1024.0 * 1024.0));
    }

    private void add(String metric, double value) {
        lab.results().add(name(), metric, program.name(), 0, value);
    }
}
