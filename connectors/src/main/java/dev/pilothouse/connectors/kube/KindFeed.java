package dev.pilothouse.connectors.kube;

import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.model.Kind;
import dev.pilothouse.model.Problem;
import dev.pilothouse.model.SyncState;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Follows one kind of a cluster: the whole cluster where that is allowed, else each namespace that
 * the user may read, merged. Rights change, so the whole cluster is asked for again now and then.
 */
final class KindFeed implements Runnable {
    private static final Duration CALL = Duration.ofSeconds(10);

    /** How often a user with rights in some namespaces is asked whether it became all. */
    private static final long LOOK_UP = 300_000;

    private final Kind kind;
    private final Feed.Server server;
    private final FeedSink sink;
    private final Consumer<SyncState> report;
    private final Feed whole;
    private final @Nullable Instant saved;
    private final Map<String, Part> parts = new ConcurrentHashMap<>();

    /**
     * @param saved until when rows of an earlier run, which are in the store, were true; null when
     *     there are none
     */
    KindFeed(
            Kind kind,
            Feed.Server server,
            FeedSink sink,
            Consumer<SyncState> report,
            @Nullable Instant saved) {
        this.saved = saved;
        this.kind = kind;
        this.server = server;
        this.sink = sink;
        this.report = report;
        whole = new Feed(kind, "", server, sink, report);
        whole.resume(saved);
    }

    /** One namespace's feed, its thread and what it last said. */
    private final class Part {
        private final Feed feed;
        private final Thread thread;
        private volatile SyncState state = new SyncState.NotSynced("");

        Part(String namespace) {
            feed = new Feed(kind, namespace, server, sink, this::said);
            feed.resume(saved);
            thread =
                    Thread.ofVirtual()
                            .name("kube-" + kind.plural() + "-" + namespace)
                            .unstarted(this::follow);
        }

        private void said(SyncState now) {
            state = now;
            merge();
        }

        private void follow() {
            try {
                while (!server.reachability().isClosed()) {
                    Optional<KubeException> refused = feed.run();
                    if (refused.isEmpty()) {
                        return;
                    }
                    said(refusal(feed, refused.get()));
                    server.reachability().pause(Feed.REFUSED);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void run() {
        try {
            while (!server.reachability().isClosed()) {
                Optional<KubeException> refused = whole.run();
                if (refused.isEmpty()) {
                    return;
                }
                if (!kind.namespaced() || server.namespaces().get().isEmpty()) {
                    report.accept(refusal(whole, refused.get()));
                    server.reachability().pause(Feed.REFUSED);
                } else {
                    byNamespace();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            parts.keySet().forEach(this::end);
        }
    }

    /** What is so before the server has answered. */
    SyncState start() {
        String doing = "listing " + kind.plural();
        return saved == null
                ? new SyncState.NotSynced(doing)
                : new SyncState.Stale(
                        saved,
                        new Problem(
                                "kube.saved",
                                "These rows are from the last run; the cluster is asked now."));
    }

    private SyncState refusal(Feed feed, KubeException refused) {
        Problem why = Problems.of(refused, server.http().address());
        var since = feed.lastGood();
        return since == null ? new SyncState.Failed(why) : new SyncState.Stale(since, why);
    }

    private void byNamespace() throws InterruptedException {
        do {
            List<String> wanted = server.namespaces().get();
            for (String namespace : Set.copyOf(parts.keySet())) {
                if (!wanted.contains(namespace)) {
                    end(namespace);
                    sink.retain(Set.of(), namespace);
                }
            }
            for (String namespace : wanted) {
                Part part = new Part(namespace);
                if (parts.putIfAbsent(namespace, part) == null) {
                    part.thread.start();
                }
            }
            server.reachability().pause(LOOK_UP);
        } while (!server.reachability().isClosed() && !mayReadAll());
        parts.keySet().forEach(this::end);
    }

    private boolean mayReadAll() throws InterruptedException {
        try (Body body = server.http().get(Feed.path(kind, "") + "?limit=1", CALL)) {
            return body.read() >= 0;
        } catch (IOException | ConsoleException e) {
            return false;
        }
    }

    private void end(String namespace) {
        Part part = parts.remove(namespace);
        if (part != null) {
            part.feed.stop();
            part.thread.interrupt();
        }
    }

    /** The worst that a namespace says, but one that is not allowed hides none that is. */
    private void merge() {
        SyncState worst = null;
        for (Part part : parts.values()) {
            SyncState state = part.state;
            worst = worst == null || rank(state) > rank(worst) ? state : worst;
        }
        if (worst instanceof SyncState.NotSynced) {
            worst = new SyncState.NotSynced("listing " + kind.plural());
        }
        if (worst != null) {
            report.accept(worst);
        }
    }

    private static int rank(SyncState state) {
        return switch (state) {
            case SyncState.Failed ignored -> 0;
            case SyncState.Live ignored -> 1;
            case SyncState.NotSynced ignored -> 2;
            case SyncState.Stale ignored -> 3;
        };
    }

    List<Feed> feeds() {
        List<Feed> all = new ArrayList<>(parts.size() + 1);
        all.add(whole);
        parts.values().forEach(part -> all.add(part.feed));
        return all;
    }

    /** Streams that are open now. */
    int open() {
        return (int) feeds().stream().filter(Feed::streaming).count();
    }

    int objects() {
        return feeds().stream().mapToInt(Feed::objects).sum();
    }

    int unreadable() {
        return feeds().stream().mapToInt(Feed::unreadable).sum();
    }
}
