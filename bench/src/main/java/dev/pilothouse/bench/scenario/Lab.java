package dev.pilothouse.bench.scenario;

import dev.pilothouse.bench.proc.Heap;
import dev.pilothouse.bench.proc.Machine;
import dev.pilothouse.bench.proc.Shell;
import dev.pilothouse.bench.report.Results;
import dev.pilothouse.bench.terminal.Launch;
import dev.pilothouse.bench.terminal.TerminalProgram;
import dev.pilothouse.time.Time;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What all scenarios work with.
 *
 * @param project root of the checkout
 * @param work folder for homes, states and logs
 * @param environment variables of this process
 * @param results takes the figures
 * @param say takes a line on how far it is
 */
public record Lab(
        Path project,
        Path work,
        Map<String, String> environment,
        Results results,
        Time time,
        Consumer<String> say) {
    static final int COLUMNS = 180;
    static final int ROWS = 50;

    /** Nothing that a user would wait for takes longer. */
    static final Duration LIMIT = Duration.ofSeconds(60);

    private static final Duration LOOK = Duration.ofSeconds(2);

    TerminalProgram start(Program program, Path kubeconfig) throws IOException {
        Path home = new Homes(work.resolve("homes")).home(program);
        return TerminalProgram.start(
                new Launch(
                        program.line(kubeconfig),
                        Homes.environment(home, environment),
                        home,
                        COLUMNS,
                        ROWS),
                time);
    }

    Shell shell() {
        return new Shell(project, Map.of(), log());
    }

    /** What scripts and tools say on the side. */
    public Path log() {
        return work.resolve("bench.log");
    }

    Path jdk() {
        return Path.of(System.getProperty("java.home"));
    }

    Heap heap() {
        return new Heap(shell(), jdk());
    }

    /** Lets time pass while programs go on. */
    void pause(Duration span) throws InterruptedException {
        boolean never = new CountDownLatch(1).await(span.toNanos(), TimeUnit.NANOSECONDS);
        if (never) {
            throw new IllegalStateException("nobody opens this latch");
        }
    }

    /** Notes how busy the machine is with other things; nothing of ours but servers may run. */
    void lookAround(String scenario, int round) throws InterruptedException {
        Machine.Ticks before = Machine.ticks();
        pause(LOOK);
        results.machine(scenario, round, Machine.ticks().busySince(before), Machine.load());
    }
}
