package dev.pilothouse.fx.shell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pilothouse.fx.Samples;
import dev.pilothouse.fx.Toolkit;
import dev.pilothouse.present.Cell;
import dev.pilothouse.present.Frame;
import dev.pilothouse.time.Time;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.animation.AnimationTimer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * 50,000 rows with 200 changes a second: pulses, gaps, and the cost of a frame on the FX thread.
 */
@Tag("bench")
class ScaleBench {
    private static final int ROWS = 50_000;
    private static final int SECONDS = 10;

    private final Time time = Time.system();
    private final Random random = new Random(7);

    @Test
    void costOfOneFrame() throws Exception {
        List<Samples.Row> rows = TableTest.many(ROWS);
        try (DeskHarness desk = DeskHarness.show(TableTest.fleet(1, rows, 0))) {
            double[] costs = new double[800];
            double[] used = new double[costs.length];
            for (int i = 0; i < costs.length; i++) {
                desk.view.show(TableTest.fleet(i + 2L, changed(rows, 20), i % 30));
                double[] cost = Toolkit.on(() -> applyAndLayout(desk));
                costs[i] = cost[0];
                used[i] = cost[1];
            }
            report("apply + css + layout, ms", Arrays.copyOfRange(costs, 300, costs.length));
            report("the same, CPU ms", Arrays.copyOfRange(used, 300, costs.length));
        }
    }

    /** Elapsed and CPU time; the second does not depend on who else uses the machine. */
    private double[] applyAndLayout(DeskHarness desk) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long start = time.nanos();
        desk.tab().painter().again();
        desk.shell().scene().getRoot().applyCss();
        desk.shell().scene().getRoot().layout();
        double elapsed = (time.nanos() - start) / 1e6;
        return new double[] {elapsed, (threads.getCurrentThreadCpuTime() - cpu) / 1e6};
    }

    @Test
    void pulsesUnderChange() throws Exception {
        List<Samples.Row> rows = TableTest.many(ROWS);
        try (DeskHarness desk = DeskHarness.show(TableTest.fleet(1, rows, 0));
                ScheduledExecutorService feed = Executors.newSingleThreadScheduledExecutor()) {
            AtomicLong number = new AtomicLong(1);
            ScheduledFuture<?> changes =
                    feed.scheduleAtFixedRate(
                            () -> desk.view.show(next(rows, number.incrementAndGet())),
                            0,
                            100,
                            TimeUnit.MILLISECONDS);
            List<Double> gaps = new ArrayList<>();
            long end = time.nanos() + TimeUnit.SECONDS.toNanos(SECONDS);
            AnimationTimer pulse =
                    new AnimationTimer() {
                        private long last;

                        @Override
                        public void handle(long now) {
                            long at = time.nanos();
                            if (last != 0) {
                                gaps.add((at - last) / 1e6);
                            }
                            last = at;
                        }
                    };
            Toolkit.run(pulse::start);
            Toolkit.until(() -> time.nanos() > end);
            Toolkit.run(pulse::stop);
            changes.cancel(false);
            feed.shutdownNow();
            double[] all = gaps.stream().mapToDouble(Double::doubleValue).toArray();
            report("gap between pulses, ms", all);
            double rate = all.length / (double) SECONDS;
            System.out.printf("pulses per second %.1f%n", rate);
            assertTrue(rate >= 30, "pulses per second: " + rate);
        }
    }

    private Frame next(List<Samples.Row> rows, long number) {
        return TableTest.fleet(number, changed(rows, 20), (int) (number % 30));
    }

    /** Half of the changes fall on the rows that are visible, which is the worse case. */
    private List<Samples.Row> changed(List<Samples.Row> rows, int count) {
        List<Samples.Row> next = new ArrayList<>(rows);
        for (int i = 0; i < count; i++) {
            int at = i % 2 == 0 ? random.nextInt(30) : random.nextInt(rows.size());
            List<Cell> cells = new ArrayList<>(rows.get(at).cells());
            cells.set(7, Cell.of("" + random.nextInt(1_000)));
            next.set(at, new Samples.Row(rows.get(at).key(), cells, Set.of(7)));
        }
        return next;
    }

    private static void report(String what, double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        System.out.printf(
                "%s: p50 %.1f  p95 %.1f  p99 %.1f  max %.1f  n %d%n",
                what,
                sorted[sorted.length / 2],
                sorted[(int) (sorted.length * 0.95)],
                sorted[(int) (sorted.length * 0.99)],
                sorted[sorted.length - 1],
                sorted.length);
    }
}
