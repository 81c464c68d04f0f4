package dev.pilothouse.present;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.pilothouse.identity.Explain;
import dev.pilothouse.identity.FleetIndex;
import dev.pilothouse.model.PodRow;
import dev.pilothouse.store.FleetStores;
import dev.pilothouse.time.Time;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the model costs without any network or painting, at sizes that show the slope: load, heap a
 * pod, filter keys, frames, and processor time and garbage a change. Times are of this thread's
 * processor time, so that a busy machine does not count.
 */
@Tag("bench")
class ScaleBench {
    private static final int[] SIZES = {1_000, 2_000, 10_000, 50_000};
    private static final String[] WORDS = {"planner", "refund-ro", "crash loop", "7919"};

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Random random = new Random(11);
    private long frames;

    @Test
    void slope() {
        for (int warm = 0; warm < 2; warm++) {
            measure(2_000, false);
        }
        System.out.println(
                "pods    load ms  heap B/pod  +search  key p50/p95 ms  pattern p50/p95  "
                        + "clear p50/p95  frame p50/p95  us/change  KB/change");
        for (int size : SIZES) {
            measure(size, true);
        }
        assertTrue(frames > 0);
    }

    private void measure(int size, boolean print) {
        long empty = used();
        FleetStores stores = FleetStores.create();
        Pods pods = new Pods(size, Time.system().now().minusSeconds(7_200));
        long keys = used() - empty;
        double start = cpu();
        pods.world(stores);
        for (int i = 0; i < size; i++) {
            stores.pods().put(pods.pod(i, 0).key(), pods.pod(i, 0));
        }
        FleetIndex index =
                new FleetIndex(stores, ConsoleOptions.defaults().rules(), Time.system(), () -> {});
        index.refresh();
        ViewSession view = view(stores, index);
        frame(view);
        double load = cpu() - start;
        // Keys belong to the rows; the fleet of the test holds them too.
        long heap = used() - empty - keys / 4;
        double[] typed = keys(view, false);
        long searched = used() - empty - keys / 4;
        double[] clear = clears(view);
        double[] pattern = keys(view, true);
        double[] frame = frames(view, stores);
        double[] change = changes(pods, stores, index, view);
        if (print) {
            System.out.printf(
                    "%-7d %7.0f  %10d  %7d  %s  %s  %s  %s  %9.1f  %9.1f%n",
                    size,
                    load,
                    heap / size,
                    (searched - heap) / size,
                    percentiles(typed),
                    percentiles(pattern),
                    percentiles(clear),
                    percentiles(frame),
                    change[0],
                    change[1]);
        }
        view.close();
        index.close();
    }

    private static ViewSession view(FleetStores stores, FleetIndex index) {
        ConsoleContext context =
                new ConsoleContext(
                        stores,
                        index,
                        new Explain(stores, index),
                        List.of(),
                        new java.util.concurrent.atomic.AtomicReference<>(
                                ConsoleOptions.defaults()),
                        Time.system(),
                        Runnable::run,
                        () -> {});
        ViewSession view = new ViewSession(context, ScreenKind.PODS, "");
        view.refresh(Time.system().now());
        return view;
    }

    /** Each key of some filters, from key to a frame whose visible cells are made. */
    private double[] keys(ViewSession view, boolean pattern) {
        List<Double> costs = new ArrayList<>();
        for (int round = 0; round < 8; round++) {
            for (String word : WORDS) {
                for (int end = 1; end <= word.length(); end++) {
                    String part = word.substring(0, end);
                    String text = pattern ? "/" + part + ".*[0-9]a/" : "\"" + part + "\"";
                    costs.add(timed(() -> typed(view, text)));
                }
                typed(view, "");
            }
        }
        return costs.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private double[] clears(ViewSession view) {
        double[] costs = new double[50];
        for (int i = 0; i < costs.length; i++) {
            typed(view, WORDS[i % WORDS.length]);
            costs[i] = timed(() -> typed(view, ""));
        }
        return costs;
    }

    private void typed(ViewSession view, String filter) {
        view.handle(new Intent.SetFilter(filter));
        frame(view);
    }

    private double[] frames(ViewSession view, FleetStores stores) {
        double[] costs = new double[100];
        for (int i = 0; i < costs.length; i++) {
            int row = random.nextInt(stores.pods().size());
            view.handle(new Intent.Select(row));
            costs[i] = timed(() -> frame(view));
        }
        return costs;
    }

    /** Batches of 20 changes, which is 200 a second in ten frames. */
    private double[] changes(Pods pods, FleetStores stores, FleetIndex index, ViewSession view) {
        int batches = 100;
        view.handle(new Intent.Select(0));
        double start = cpu();
        long allocated = threads.getCurrentThreadAllocatedBytes();
        for (int batch = 1; batch <= batches; batch++) {
            for (int i = 0; i < 20; i++) {
                PodRow pod = pods.pod(random.nextInt(pods.count()), batch);
                stores.pods().put(pod.key(), pod);
            }
            index.refresh();
            view.refresh(Time.system().now().plusSeconds(5));
            frame(view);
        }
        double used = cpu() - start;
        double bytes = threads.getCurrentThreadAllocatedBytes() - allocated;
        return new double[] {used * 1_000 / batches / 20, bytes / 1024 / batches / 20};
    }

    /** Makes the cells of the rows that a terminal of 50 lines would show. */
    private void frame(ViewSession view) {
        Frame frame = view.frame(++frames, Time.system().now());
        TableFrame table = (TableFrame) frame.body();
        int to = Math.min(table.rows().count(), table.cursor().row() + 50);
        for (int row = Math.max(0, table.cursor().row()); row < to; row++) {
            for (int column = 0; column < table.columns().size(); column++) {
                table.rows().cell(row, column);
                table.rows().changed(row, column);
            }
        }
    }

    private double timed(Runnable work) {
        double start = cpu();
        work.run();
        return cpu() - start;
    }

    /** Processor time of this thread, ms. */
    private double cpu() {
        return threads.getCurrentThreadCpuTime() / 1e6;
    }

    private static String percentiles(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return String.format(
                "%6.2f /%6.2f", sorted[sorted.length / 2], sorted[(int) (sorted.length * 0.95)]);
    }

    /** Heap in use after a collection, bytes. */
    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            runtime.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
