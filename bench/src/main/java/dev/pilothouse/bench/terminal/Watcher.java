package dev.pilothouse.bench.terminal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Keeps the screen of a program and those who wait for it to show something. */
final class Watcher {
    private final Lock lock = new ReentrantLock();
    private final Screen screen;
    private final Interpreter interpreter;
    private final List<Wait> waits = new ArrayList<>();
    private long bytes;
    private long writes;
    private long firstText;
    private long lastNanos;
    private boolean ended;

    Watcher(Screen screen, Consumer<byte[]> answer) {
        this.screen = screen;
        this.interpreter = new Interpreter(screen, answer);
    }

    /** Someone who waits. The result is null when the output ended first. */
    record Wait(Predicate<Screen> holds, CompletableFuture<Seen> result) {}

    /** Returns whether there is more to come. */
    boolean take(Chunk chunk) {
        return locked(
                () -> {
                    if (chunk.isEnd()) {
                        ended = true;
                        waits.forEach(
                                wait ->
                                        wait.result()
                                                .completeExceptionally(
                                                        new NotSeen("the program has ended")));
                        waits.clear();
                        return false;
                    }
                    show(chunk);
                    return true;
                });
    }

    private void show(Chunk chunk) {
        bytes += chunk.bytes().length;
        writes++;
        lastNanos = chunk.nanos();
        interpreter.feed(chunk.bytes());
        if (firstText == 0 && !screen.text().isBlank()) {
            firstText = chunk.nanos();
        }
        waits.removeIf(
                wait ->
                        wait.holds().test(screen)
                                && wait.result().complete(new Seen(chunk.nanos(), false)));
    }

    Wait begin(Predicate<Screen> holds) {
        return locked(
                () -> {
                    Wait wait = new Wait(holds, new CompletableFuture<>());
                    if (holds.test(screen)) {
                        wait.result().complete(new Seen(lastNanos, true));
                    } else if (ended) {
                        wait.result().completeExceptionally(new NotSeen("the program has ended"));
                    } else {
                        waits.add(wait);
                    }
                    return wait;
                });
    }

    Seen end(Wait wait, String what, Duration atMost) throws NotSeen, InterruptedException {
        try {
            return wait.result().get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            locked(() -> waits.remove(wait));
            throw new NotSeen(
                    "Waited %.1f s for: %s%n%s"
                            .formatted(atMost.toMillis() / 1e3, what, ask(Screen::text)));
        } catch (ExecutionException e) {
            throw new NotSeen(
                    "The program ended before: %s%n%s".formatted(what, ask(Screen::text)));
        }
    }

    <T> T ask(Function<Screen, T> question) {
        return locked(() -> question.apply(screen));
    }

    long firstText(long otherwise) {
        return locked(() -> firstText == 0 ? otherwise : firstText);
    }

    long bytes() {
        return locked(() -> bytes);
    }

    long writes() {
        return locked(() -> writes);
    }

    private <T> T locked(java.util.function.Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
