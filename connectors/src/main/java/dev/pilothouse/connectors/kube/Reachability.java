package dev.pilothouse.connectors.kube;

import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.time.Time;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/**
 * One probe for all watches of a cluster. After an outage every watch wants its connection back;
 * instead of each trying for itself, they wait here while one cheap request is repeated, and go on
 * together (a little apart) when it succeeds. The delay stays under 1.5 s, so that the console is
 * live again within 2 s of the server.
 */
final class Reachability {
    private static final long FIRST = 200;
    private static final long LONGEST = 1_200;
    private static final long LOGIN = 60_000;
    private static final long LOGIN_LOOK = 2_000;
    private static final Duration PROBE = Duration.ofSeconds(3);

    private final KubeHttp http;
    private final RandomGenerator random;
    private final Time time;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean probing;
    private long hurries;
    private boolean closed;

    Reachability(KubeHttp http, RandomGenerator random, Time time) {
        this.http = http;
        this.random = random;
        this.time = time;
    }

    /**
     * Waits until the server answers again, or the cluster is closed. The first caller does the
     * asking.
     */
    void await() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (probing) {
                while (probing && !closed) {
                    changed.await();
                }
                pause(random.nextLong(100)); // not all at once
                return;
            }
            probing = true;
        } finally {
            lock.unlock();
        }
        try {
            probe();
        } finally {
            lock.lock();
            try {
                probing = false;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private void probe() throws InterruptedException {
        long delay = FIRST;
        pause(random.nextLong(delay));
        while (!isClosed() && !answers()) {
            pause(delay / 2 + random.nextLong(delay));
            delay = Math.min(LONGEST, delay * 2);
        }
    }

    /** Any answer, even a refusal, means that the server is there. */
    boolean answers() throws InterruptedException {
        try (var body = http.get("/readyz", PROBE)) {
            body.skipNBytes(0);
            return true;
        } catch (KubeException e) {
            return e.status() < 500;
        } catch (IOException | ConsoleException e) {
            return false;
        }
    }

    /** Waits this many milliseconds, less when the user presses retry or the cluster is closed. */
    void pause(long millis) throws InterruptedException {
        long end = time.nanos() + TimeUnit.MILLISECONDS.toNanos(millis);
        lock.lockInterruptibly();
        try {
            long before = hurries;
            long left = end - time.nanos();
            while (left > 0 && !closed && hurries == before) {
                changed.awaitNanos(left);
                left = end - time.nanos();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * The server refused our credentials: waits until there are others, the user asks for a retry,
     * or a minute has passed. Asks no server, so ten watches may wait here.
     */
    void awaitCredentials() throws InterruptedException {
        long end = time.nanos() + TimeUnit.MILLISECONDS.toNanos(LOGIN);
        long before = hurries();
        while (!isClosed() && hurries() == before && time.nanos() < end) {
            pause(LOGIN_LOOK);
            if (http.credentials().renewed()) {
                return;
            }
        }
    }

    private long hurries() {
        lock.lock();
        try {
            return hurries;
        } finally {
            lock.unlock();
        }
    }

    /** All that wait go on now. */
    void hurry() {
        lock.lock();
        try {
            hurries++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }
}
