package dev.pilothouse.bench.terminal;

import dev.pilothouse.time.Time;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A program that runs in a terminal of its own. One thread reads what it writes and stamps it; a
 * second one keeps the screen and tests what is waited for after each chunk, so a slow test neither
 * slows the program nor shifts a time.
 */
public final class TerminalProgram implements AutoCloseable {
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final Pty pty;
    private final Process process;
    private final Time time;
    private final long started;
    private final Watcher watcher;
    private final LinkedBlockingQueue<Chunk> chunks = new LinkedBlockingQueue<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread reader;

    private TerminalProgram(Pty pty, Process process, Launch launch, Time time, long started) {
        this.pty = pty;
        this.process = process;
        this.time = time;
        this.started = started;
        this.watcher = new Watcher(new Screen(launch.columns(), launch.rows()), this::answer);
        this.reader = Thread.ofPlatform().daemon().name("pty-reader").start(this::read);
        Thread.ofPlatform().daemon().name("pty-screen").start(this::watch);
    }

    /**
     * Starts a program as the leader of a session of its own whose terminal is the new one.
     *
     * @throws IOException when there is no pseudo terminal or no such program
     */
    public static TerminalProgram start(Launch launch, Time time) throws IOException {
        Pty pty = Pty.open(launch.columns(), launch.rows());
        List<String> line = new ArrayList<>(List.of(SETSID.toString(), "--ctty"));
        line.addAll(launch.command());
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().clear();
        builder.environment().putAll(launch.environment());
        builder.environment().put("TERM", "xterm-256color");
        builder.directory(launch.folder().toFile());
        builder.redirectInput(pty.slave().toFile());
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(pty.slave().toFile()));
        builder.redirectErrorStream(true);
        long started = time.nanos();
        return new TerminalProgram(pty, builder.start(), launch, time, started);
    }

    public long pid() {
        return process.pid();
    }

    /** Just before the process was made, monotonic. */
    public long started() {
        return started;
    }

    /** When the first printable text was read, or the start where there was none yet. */
    public long firstText() {
        return watcher.firstText(started);
    }

    /** Bytes that the program has written so far. */
    public long bytes() {
        return watcher.bytes();
    }

    /** Reads that gave something so far. */
    public long writes() {
        return watcher.writes();
    }

    /** Lines of the screen now, each ended by a line feed. */
    public String text() {
        return ask(Screen::text);
    }

    /** Reads something off the screen of this moment. */
    public <T> T ask(Function<Screen, T> question) {
        return watcher.ask(question);
    }

    /**
     * Waits until the screen holds.
     *
     * @param what names it in a failure
     * @throws NotSeen when it does not hold in time, or the program ends before
     */
    public Seen await(String what, Duration atMost, Predicate<Screen> holds)
            throws NotSeen, InterruptedException {
        Watcher.Wait wait = watcher.begin(holds);
        return watcher.end(wait, what, atMost);
    }

    /**
     * Types keys, then waits until the screen holds. What holds before the keys is reported as
     * such.
     */
    public Seen pressAndAwait(String keys, Duration atMost, Predicate<Screen> holds)
            throws IOException, NotSeen, InterruptedException {
        boolean before = ask(holds::test);
        long from = press(keys);
        Seen seen = await("after the keys " + keys, atMost, holds);
        return new Seen(Math.max(seen.nanos(), from), before);
    }

    /** Types keys in one burst (see {@link Keys}); returns the moment just before. */
    public long press(String keys) throws IOException {
        byte[] bytes = Keys.bytes(keys);
        long now = time.nanos();
        type(bytes);
        return now;
    }

    public void resize(int columns, int rows) throws IOException {
        watcher.ask(
                screen -> {
                    screen.resize(columns, rows);
                    return true;
                });
        pty.resize(columns, rows);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for the program to end by itself; returns its exit code, or -1 if it still runs. */
    public int exit(Duration atMost) throws InterruptedException {
        return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS) ? process.exitValue() : -1;
    }

    /** Ends the program, and all that it has started. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroy);
        try {
            if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                all.forEach(ProcessHandle::destroyForcibly);
                process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
            }
            reader.join(GRACE);
        } catch (InterruptedException e) {
            all.forEach(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        }
        if (!reader.isAlive()) {
            pty.close();
        }
    }

    private void read() {
        Chunk chunk;
        do {
            byte[] bytes = pty.read();
            chunk = new Chunk(time.nanos(), bytes);
            chunks.add(chunk);
        } while (!chunk.isEnd());
    }

    private void watch() {
        try {
            while (watcher.take(chunks.take())) {
                // until the end of the output
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(byte[] bytes) {
        try {
            type(bytes);
        } catch (IOException e) {
            // It asked and ended before it could be told.
        }
    }

    private void type(byte[] bytes) throws IOException {
        synchronized (pty) {
            pty.write(bytes);
        }
    }
}
