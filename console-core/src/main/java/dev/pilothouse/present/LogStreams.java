package dev.pilothouse.present;

import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.model.ObjectKey;
import dev.pilothouse.model.Problem;
import dev.pilothouse.source.LogRequest;
import dev.pilothouse.source.LogSink;
import dev.pilothouse.source.LogStream;
import dev.pilothouse.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * The open streams of one log screen. Pods come and go: new ones join, a stream that ended while
 * its pod lives is opened again from where it stopped, so that a restarted container goes on where
 * the old one died. The presenter's thread looks and decides; what blocks runs in the background.
 */
final class LogStreams implements AutoCloseable {
    /** More at once would neither be readable nor kind to the API server. */
    static final int BOUND = 60;

    /** Requests that wait for their first answer at the same time. */
    private static final int OPENING = 8;

    private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
    private static final Duration LAST_RETRY = Duration.ofSeconds(30);

    private final Source source;
    private final Executor background;
    private final Time time;
    private final LogBuffer buffer;
    private final Request request;
    private final Semaphore opening = new Semaphore(OPENING);
    private final Object lock = new Object();
    private final Map<Target, Stream> streams = new LinkedHashMap<>();
    private final Set<ObjectKey> gone = new HashSet<>();
    private boolean looked;
    private boolean closed;
    private int refused;

    LogStreams(Source source, Executor background, Time time, LogBuffer buffer, Request request) {
        this.time = time;
        this.source = source;
        this.background = background;
        this.buffer = buffer;
        this.request = request;
    }

    /** Where logs come from. */
    interface Source {
        /** Whose logs are wanted; asked again and again. */
        List<ObjectKey> pods();

        List<String> containers(ObjectKey pod);

        /** Opens a stream. Blocks. */
        LogStream open(LogRequest request, LogSink sink) throws ConsoleException;
    }

    /**
     * What to read.
     *
     * @param container a name, {@link LogChoice#ALL_CONTAINERS}, or empty for the default one
     */
    record Request(LogRange range, String container, boolean previous, int tail) {
        boolean follow() {
            return !previous && range != LogRange.HEAD;
        }
    }

    /** One container's log; `container` is empty for the default one. */
    private record Target(ObjectKey pod, String container) {}

    private static final class Stream {
        private final int series;
        private boolean open = true;
        private @Nullable LogStream handle;

        /** Of the newest line. */
        private @Nullable Instant last;

        private Instant retry = Instant.MAX;
        private Duration pause = FIRST_RETRY;
        private String said = "";

        private Stream(int series) {
            this.series = series;
        }
    }

    /** How many streams there are, how many are open, and for how many pods there was no room. */
    record Counts(int known, int open, int refused) {}

    Counts counts() {
        synchronized (lock) {
            int open = 0;
            for (Stream stream : streams.values()) {
                open += stream.open ? 1 : 0;
            }
            return new Counts(streams.size(), open, refused);
        }
    }

    /** Opens what is wanted and not open. */
    void look(Instant now) {
        List<ObjectKey> pods = source.pods();
        List<Target> start = new ArrayList<>();
        synchronized (lock) {
            refused = 0;
            for (ObjectKey pod : pods) {
                for (String container : wanted(pod)) {
                    consider(new Target(pod, container), now, start);
                }
            }
            tellWhoIsGone(pods);
            looked |= !pods.isEmpty();
        }
        start.forEach(target -> background.execute(() -> open(target, now)));
    }

    private List<String> wanted(ObjectKey pod) {
        return request.container().equals(LogChoice.ALL_CONTAINERS)
                ? source.containers(pod)
                : List.of(request.container());
    }

    private void consider(Target target, Instant now, List<Target> start) {
        Stream known = streams.get(target);
        if (known == null) {
            if (streams.size() >= BOUND) {
                refused++;
                return;
            }
            boolean joined =
                    looked && streams.keySet().stream().noneMatch(t -> t.pod.equals(target.pod));
            streams.put(target, new Stream(streams.size()));
            gone.remove(target.pod);
            if (joined) {
                words(target.pod.name() + " appeared");
            }
            start.add(target);
        } else if (!known.open && request.follow() && !now.isBefore(known.retry)) {
            known.open = true;
            known.retry = Instant.MAX;
            start.add(target);
        }
    }

    private void tellWhoIsGone(List<ObjectKey> pods) {
        Set<ObjectKey> here = new HashSet<>(pods);
        for (Target target : streams.keySet()) {
            if (!here.contains(target.pod) && gone.add(target.pod)) {
                words(target.pod.name() + " is gone");
            }
        }
    }

    private void words(String text) {
        buffer.add(-1, "", null, "── " + text, Tone.QUIET);
    }

    private void open(Target target, Instant now) {
        Stream stream;
        Instant from;
        synchronized (lock) {
            stream = streams.get(target);
            from = stream == null ? null : stream.last;
        }
        if (stream == null) {
            return;
        }
        try {
            opening.acquire();
            try {
                keep(stream, source.open(wire(target, now, from), new Sink(target, stream, from)));
            } finally {
                opening.release();
            }
        } catch (ConsoleException e) {
            ended(target, stream, e.problem());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private LogRequest wire(Target target, Instant now, @Nullable Instant from) {
        return new LogRequest(
                target.pod,
                target.container.isEmpty() ? null : target.container,
                request.previous(),
                request.follow(),
                from == null ? request.range().tail(request.tail()) : -1,
                from == null ? request.range().since(now) : from);
    }

    private void keep(Stream stream, LogStream handle) {
        boolean late;
        synchronized (lock) {
            stream.handle = handle;
            late = closed;
        }
        if (late) {
            handle.close();
        }
    }

    private void ended(Target target, Stream stream, @Nullable Problem problem) {
        Instant now = time.now();
        boolean news;
        synchronized (lock) {
            stream.open = false;
            stream.handle = null;
            stream.retry = now.plus(stream.pause);
            Duration doubled = stream.pause.multipliedBy(2);
            stream.pause = doubled.compareTo(LAST_RETRY) > 0 ? LAST_RETRY : doubled;
            String sentence = problem == null ? "" : problem.sentence();
            news = !closed && !sentence.isEmpty() && !sentence.equals(stream.said);
            stream.said = sentence;
        }
        if (news && problem != null) {
            buffer.add(stream.series, name(target), null, problem.sentence(), Tone.WARN);
        }
        buffer.touch();
    }

    private String name(Target target) {
        return request.container().equals(LogChoice.ALL_CONTAINERS)
                ? target.pod.name() + "/" + target.container
                : target.pod.name();
    }

    private final class Sink implements LogSink {
        private final Target target;
        private final Stream stream;
        private final @Nullable Instant after;

        private Sink(Target target, Stream stream, @Nullable Instant after) {
            this.target = target;
            this.stream = stream;
            this.after = after;
        }

        /** The API counts from whole seconds, so a stream that goes on repeats a few lines. */
        @Override
        public void line(ObjectKey pod, String container, @Nullable Instant at, String text) {
            if (at != null && after != null && !at.isAfter(after)) {
                return;
            }
            synchronized (lock) {
                stream.last = at == null ? time.now() : at;
                stream.pause = FIRST_RETRY;
            }
            buffer.add(stream.series, name(target), at, text, Tone.NORMAL);
            if (buffer.complete()) {
                close();
            }
        }

        @Override
        public void ended(ObjectKey pod, @Nullable Problem problem) {
            LogStreams.this.ended(target, stream, problem);
        }
    }

    @Override
    public void close() {
        List<LogStream> open = new ArrayList<>();
        synchronized (lock) {
            closed = true;
            for (Stream stream : streams.values()) {
                if (stream.handle != null) {
                    open.add(stream.handle);
                }
            }
        }
        open.forEach(LogStream::close);
    }
}
