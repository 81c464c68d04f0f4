package dev.pilothouse.present;

import dev.pilothouse.model.ClusterRow;
import dev.pilothouse.model.FeedRow;
import dev.pilothouse.store.KeyedStore;
import dev.pilothouse.text.CellWidth;
import dev.pilothouse.text.Formats;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What this console costs its machine and its clusters: memory, API calls, bytes, watches, what was
 * dropped, and how old each source is. Rates are means over the last 5 s or more, so that they can
 * be read.
 */
final class SelfPanel {
    private static final Duration WINDOW = Duration.ofSeconds(5);
    private static final int NAME = 24;
    private static final int FIGURE = 12;

    private final ConsoleContext context;
    private final LongSupplier frames;
    private final Map<String, Rate> rates = new HashMap<>();

    SelfPanel(ConsoleContext context, LongSupplier frames) {
        this.context = context;
        this.frames = frames;
    }

    /** A total that grows, and how fast. */
    private static final class Rate {
        private Instant since;
        private long total;
        private @Nullable Double perSecond;

        private Rate(Instant since, long total) {
            this.since = since;
            this.total = total;
        }

        private void at(Instant now, long newTotal) {
            Duration passed = Duration.between(since, now);
            if (passed.compareTo(WINDOW) >= 0) {
                perSecond = (newTotal - total) * 1e9 / passed.toNanos();
                since = now;
                total = newTotal;
            }
        }
    }

    private @Nullable Double perSecond(String what, long total, Instant now) {
        Rate rate = rates.computeIfAbsent(what, name -> new Rate(now, total));
        rate.at(now, total);
        return rate.perSecond;
    }

    private static String decimal(@Nullable Double rate) {
        return rate == null ? "·" : Formats.count(rate < 10 ? Math.round(rate * 10) / 10.0 : rate);
    }

    private static String bytes(@Nullable Double rate) {
        return rate == null ? "·" : Formats.bytes(Math.round(rate));
    }

    List<TextFrame.Line> lines(Instant now) {
        List<TextFrame.Line> lines = new ArrayList<>();
        process(lines, now);
        clusters(lines, now);
        stores(lines);
        feeds(lines, now);
        return lines;
    }

    private void process(List<TextFrame.Line> lines, Instant now) {
        Runtime runtime = Runtime.getRuntime();
        long heap = runtime.totalMemory() - runtime.freeMemory();
        Duration up = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
        head(lines, "THIS PROCESS", "RESIDENT", "HEAP", "HEAP MAX", "FRAMES/S", "UP");
        row(
                lines,
                "",
                resident(),
                Formats.bytes(heap >> 20 << 20),
                Formats.bytes(runtime.maxMemory()),
                decimal(perSecond("frames", frames.getAsLong(), now)),
                Formats.duration(up));
    }

    /** Linux tells it in kB; elsewhere it is not collected. */
    private static String resident() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("VmRSS:")) {
                    return Formats.bytes(Long.parseLong(line.replaceAll("\\D", "")) << 10);
                }
            }
        } catch (IOException | NumberFormatException e) {
            // Not Linux, or not as it was: not collected.
        }
        return "·";
    }

    private void clusters(List<TextFrame.Line> lines, Instant now) {
        blank(lines);
        head(lines, "CLUSTER", "API CALLS", "CALLS/S", "RECEIVED", "BYTES/S", "WATCHES", "STATE");
        context.stores().clusters().values().stream()
                .sorted(Comparator.comparing(ClusterRow::id))
                .forEach(
                        row -> {
                            String name = row.id().name();
                            ClusterRow.Traffic traffic = row.traffic();
                            row(
                                    lines,
                                    name,
                                    Long.toString(traffic.requests()),
                                    decimal(perSecond(name + " calls", traffic.requests(), now)),
                                    Formats.bytes(traffic.bytesIn()),
                                    bytes(perSecond(name + " bytes", traffic.bytesIn(), now)),
                                    Long.toString(traffic.watches()),
                                    row.opened() ? Summaries.words(row.state(), now) : "not open");
                        });
    }

    private void stores(List<TextFrame.Line> lines) {
        blank(lines);
        head(lines, "STORE", "ROWS", "DROPPED");
        for (KeyedStore<?, ?> store :
                List.of(
                        context.stores().pods(),
                        context.stores().workloads(),
                        context.stores().revisions(),
                        context.stores().nodes(),
                        context.stores().events(),
                        context.stores().customs(),
                        context.stores().usages())) {
            row(lines, store.name(), Integer.toString(store.size()), dropped(store));
        }
    }

    private static String dropped(KeyedStore<?, ?> store) {
        KeyedStore.Refused dropped = store.dropped();
        return dropped.count() == 0
                ? "0"
                : dropped.count()
                        + ", the first was "
                        + dropped.first()
                        + "; it holds at most "
                        + store.bound();
    }

    private void feeds(List<TextFrame.Line> lines, Instant now) {
        blank(lines);
        head(lines, "SOURCE", "STATE");
        context.stores().feeds().values().stream()
                .sorted(Comparator.comparing(FeedRow::cluster).thenComparing(FeedRow::kind))
                .forEach(
                        feed ->
                                row(
                                        lines,
                                        feed.cluster() + " " + feed.kind().plural(),
                                        Summaries.words(feed.state(), now)));
    }

    private static void blank(List<TextFrame.Line> lines) {
        lines.add(TextFrame.Line.of(""));
    }

    private static void head(List<TextFrame.Line> lines, String... words) {
        lines.add(TextFrame.Line.of(columns(words), Tone.STRONG));
    }

    private static void row(List<TextFrame.Line> lines, String... words) {
        lines.add(TextFrame.Line.of(columns(words)));
    }

    /** The name to the left, figures to the right, and words at the end as long as they are. */
    private static String columns(String... words) {
        StringBuilder line = new StringBuilder(pad(words[0], NAME, false));
        for (int i = 1; i < words.length; i++) {
            boolean last = i == words.length - 1;
            boolean figure = words[i].length() < FIGURE;
            line.append(last && !figure ? "  " + words[i] : pad(words[i], FIGURE, true));
        }
        return line.toString().stripTrailing();
    }

    private static String pad(String text, int width, boolean right) {
        String cut = CellWidth.cutMiddle(text, width - 1);
        String gap = " ".repeat(Math.max(0, width - CellWidth.of(cut)));
        return right ? gap + cut : cut + gap;
    }
}
