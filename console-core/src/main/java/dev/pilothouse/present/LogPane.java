package dev.pilothouse.present;

import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.filter.Texts;
import dev.pilothouse.model.ObjectKey;
import dev.pilothouse.model.Problem;
import dev.pilothouse.source.LogSink;
import dev.pilothouse.source.LogStream;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The logs of one or several pods in the order of arrival. Keeps the newest {@link #BOUND} lines;
 * what is older is dropped and counted. Streams write from their own threads; the presenter copies
 * the lines once per frame.
 */
final class LogPane implements PaneModel {
    static final int BOUND = 10_000;

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final String title;
    private final Runnable wake;
    private final Pods pods;
    private final Object lock = new Object();
    private final ArrayDeque<Entry> ring = new ArrayDeque<>();
    private final Map<ObjectKey, Integer> series = new LinkedHashMap<>();
    private final List<LogStream> streams = new CopyOnWriteArrayList<>();
    private final AtomicBoolean dirty = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private Instant nextLook = Instant.EPOCH;
    private long dropped;
    private int open;
    private List<Entry> shown = List.of();
    private String filter = "";
    private boolean times;

    LogPane(String title, Runnable wake, Pods pods) {
        this.title = title;
        this.wake = wake;
        this.pods = pods;
    }

    /** Whose logs are wanted; asked again and again, since pods come and go. */
    interface Pods {
        List<ObjectKey> now();

        /** Starts a stream in the background. */
        void open(ObjectKey pod, LogPane pane);
    }

    /**
     * Follows pods that appeared since: those of a rollout, or all of them when the screen was
     * opened before they were known.
     */
    private void discover(Instant now) {
        if (now.isBefore(nextLook)) {
            return;
        }
        nextLook = now.plus(LOOK);
        for (ObjectKey pod : pods.now()) {
            boolean fresh;
            synchronized (lock) {
                fresh = !series.containsKey(pod) && series.size() < ScreenFactory.LOG_STREAMS;
                if (fresh) {
                    series.put(pod, series.size());
                }
            }
            if (fresh) {
                pods.open(pod, this);
            }
        }
    }

    private record Entry(int series, String pod, @Nullable Instant at, String text, Tone tone) {}

    /** Opens a stream; called on a background thread since it may block. */
    interface Opener {
        LogStream open(LogSink sink) throws ConsoleException;
    }

    /** Adds a pod's stream. Blocks; call off the presenter's thread. */
    void open(ObjectKey pod, Opener opener) {
        synchronized (lock) {
            open++;
        }
        try {
            LogStream stream = opener.open(new Sink());
            streams.add(stream);
            if (closed.get()) {
                stream.close();
            }
        } catch (ConsoleException e) {
            add(pod, null, e.problem().sentence(), Tone.BAD);
            ended();
        }
    }

    private final class Sink implements LogSink {
        @Override
        public void line(ObjectKey pod, String container, @Nullable Instant at, String text) {
            add(pod, at, text, Tone.NORMAL);
        }

        @Override
        public void ended(ObjectKey pod, @Nullable Problem problem) {
            if (problem != null) {
                add(pod, null, problem.sentence(), Tone.WARN);
            }
            LogPane.this.ended();
        }
    }

    private void ended() {
        synchronized (lock) {
            open--;
        }
        touched();
    }

    private void add(ObjectKey pod, @Nullable Instant at, String text, Tone tone) {
        synchronized (lock) {
            if (ring.size() == BOUND) {
                ring.removeFirst();
                dropped++;
            }
            ring.addLast(new Entry(series.getOrDefault(pod, 0), pod.name(), at, text, tone));
        }
        touched();
    }

    private void touched() {
        if (dirty.compareAndSet(false, true)) {
            wake.run();
        }
    }

    @Override
    public boolean refresh(Instant now, boolean hold) {
        discover(now);
        if (!dirty.getAndSet(false)) {
            return false;
        }
        copy();
        return true;
    }

    private void copy() {
        List<Entry> all;
        synchronized (lock) {
            all = new ArrayList<>(ring);
        }
        if (!filter.isEmpty()) {
            all.removeIf(entry -> !Texts.contains(entry.text, filter));
        }
        shown = all;
    }

    @Override
    public void apply(PaneState state, Scope scope, Instant now) {
        times = state.problems();
        if (!filter.equals(state.search())) {
            filter = state.search();
            copy();
        }
    }

    @Override
    public PaneState settle(PaneState state) {
        int last = Math.max(0, shown.size() - 1);
        return state.follow() || state.index() > last ? state.at(null, last) : state;
    }

    @Override
    public TextFrame body(PaneState state, Instant now) {
        String dropNote = dropped == 0 ? "" : ", " + dropped + " older lines dropped";
        int known;
        int running;
        synchronized (lock) {
            known = series.size();
            running = open;
        }
        String heading =
                title
                        + "  "
                        + shown.size()
                        + " lines"
                        + dropNote
                        + (known > 1 ? ", " + running + " of " + known + " pods open" : "");
        TableFrame.Notice notice =
                shown.isEmpty()
                        ? new TableFrame.Notice(
                                Tone.QUIET,
                                running > 0
                                        ? "Waiting for the first line ..."
                                        : "The log is empty.",
                                List.of())
                        : TableFrame.Notice.NONE;
        TextFrame.Search search =
                filter.isEmpty()
                        ? TextFrame.Search.NONE
                        : new TextFrame.Search(filter, shown.size(), -1);
        return new TextFrame(
                heading,
                lines(known > 1),
                state.index(),
                false,
                state.follow(),
                state.wide(),
                search,
                notice);
    }

    private List<TextFrame.Line> lines(boolean manyPods) {
        List<Entry> entries = shown;
        boolean withTimes = times;
        return new AbstractList<>() {
            @Override
            public TextFrame.Line get(int index) {
                return line(entries.get(index), manyPods, withTimes);
            }

            @Override
            public int size() {
                return entries.size();
            }
        };
    }

    private static TextFrame.Line line(Entry entry, boolean manyPods, boolean withTimes) {
        List<TextFrame.Span> spans = new ArrayList<>(3);
        if (withTimes && entry.at != null) {
            String time = entry.at.toString();
            spans.add(
                    new TextFrame.Span(
                            time.substring(11, Math.min(23, time.length())) + " ", Tone.QUIET));
        }
        if (manyPods) {
            spans.add(
                    new TextFrame.Span(
                            dev.pilothouse.text.CellWidth.cutMiddle(entry.pod, 24) + " ",
                            SERIES[entry.series % SERIES.length]));
        }
        spans.add(new TextFrame.Span(entry.text, entry.tone));
        return new TextFrame.Line(spans, false);
    }

    private static final Tone[] SERIES = {
        Tone.SERIES_1, Tone.SERIES_2, Tone.SERIES_3, Tone.SERIES_4, Tone.SERIES_5, Tone.SERIES_6
    };

    @Override
    public int size() {
        return shown.size();
    }

    @Override
    public @Nullable Object keyAt(int row) {
        return null;
    }

    @Override
    public Selection selection(int row) {
        return Selection.NOTHING;
    }

    @Override
    public Set<String> columns() {
        return Set.of();
    }

    @Override
    public void close() {
        closed.set(true);
        streams.forEach(LogStream::close);
    }
}
