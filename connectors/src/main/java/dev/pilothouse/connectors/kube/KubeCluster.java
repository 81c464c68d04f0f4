package dev.pilothouse.connectors.kube;

import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.identity.IdentityRules;
import dev.pilothouse.model.ClusterId;
import dev.pilothouse.model.ClusterRow;
import dev.pilothouse.model.FeedRow;
import dev.pilothouse.model.Kind;
import dev.pilothouse.model.SyncState;
import dev.pilothouse.source.ClusterSource;
import dev.pilothouse.source.ObjectDetail;
import dev.pilothouse.store.FleetStores;
import dev.pilothouse.time.Time;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One context of a kubeconfig, followed. */
final class KubeCluster implements ClusterSource {
    /**
     * The server sends a bookmark about once a minute on a quiet watch; longer silence is worth a
     * question.
     */
    private static final long SILENCE = Duration.ofSeconds(90).toNanos();

    private static final long GUARD = 5_000;

    /** Rights and installed APIs change seldom; the user's own retry asks at once. */
    private static final Duration PROBE = Duration.ofMinutes(5);

    private final ClusterId id;
    private final Kubeconfig.Context context;
    private final KubeHttp http;
    private final Reachability reachability;
    private final FleetStores stores;
    private final Time time;
    private final Sinks sinks;
    private final KubeDetail detail;
    private final Map<Kind, KindFeed> feeds = new ConcurrentHashMap<>();
    private final Map<Kind, SyncState> states = new EnumMap<>(Kind.class);
    private final AtomicBoolean started = new AtomicBoolean();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final ClusterProbe probe;
    private final List<String> known;
    private volatile ClusterProbe.@Nullable Findings findings;
    private volatile boolean ask = true;
    private volatile boolean claims;

    KubeCluster(Kubeconfig.Context context, KubeHttp http, Setup setup) {
        id = new ClusterId(context.name());
        this.context = context;
        this.http = http;
        stores = setup.stores();
        time = setup.time();
        reachability = new Reachability(http, setup.random(), time);
        sinks = new Sinks(id, stores, setup.rules(), this::claimed);
        detail = new KubeDetail(http, stores);
        Set<String> names = new LinkedHashSet<>(context.names().namespaces());
        names.addAll(setup.namespaces());
        known = List.copyOf(names);
        probe = new ClusterProbe(http, known);
        publish(false);
    }

    /** What all clusters share; `namespaces` are read where the whole cluster may not be. */
    record Setup(
            FleetStores stores,
            IdentityRules rules,
            Time time,
            RandomGenerator random,
            List<String> namespaces) {}

    @Override
    public ClusterId id() {
        return id;
    }

    @Override
    public void open(Set<Kind> kinds) {
        if (started.compareAndSet(false, true)) {
            publish(true);
            start("kube-guard-" + id, this::guard);
        }
        ClusterProbe.Findings found = findings;
        for (Kind kind : kinds) {
            if (!kind.optional() || (found != null && found.served().contains(kind))) {
                follow(kind);
            }
        }
    }

    private void follow(Kind kind) {
        Feed.Server server = new Feed.Server(http, reachability, time, this::namespaces);
        KindFeed feed =
                new KindFeed(
                        kind, server, sinks.of(kind), state -> report(kind, state), saved(kind));
        if (feeds.putIfAbsent(kind, feed) == null) {
            report(kind, feed.start());
            start("kube-" + id + "-" + kind.plural(), feed);
        }
    }

    /**
     * Since when rows that were put into the store before us are stale; null when there are none.
     */
    private @Nullable Instant saved(Kind kind) {
        return stores.feeds()
                .get(new FleetStores.FeedKey(id, kind))
                .map(FeedRow::state)
                .filter(SyncState.Stale.class::isInstance)
                .map(state -> ((SyncState.Stale) state).since())
                .orElse(null);
    }

    /** Rows of an earlier run, of a kind that the server does not have any more. */
    private void forget(Kind kind) {
        FleetStores.FeedKey key = new FleetStores.FeedKey(id, kind);
        if (!feeds.containsKey(kind) && stores.feeds().get(key).isPresent()) {
            sinks.of(kind).retain(Set.of(), "");
            stores.feeds().remove(key);
        }
    }

    /** The first pod with a claim makes claims worth two watches. */
    private void claimed() {
        if (!claims) {
            claims = true;
            ask = true;
        }
    }

    private List<String> namespaces() {
        ClusterProbe.Findings found = findings;
        return found == null ? known : found.namespaces();
    }

    private void start(String name, Runnable task) {
        threads.add(Thread.ofVirtual().name(name).start(task));
    }

    private void report(Kind kind, SyncState state) {
        synchronized (states) {
            states.put(kind, state);
        }
        publish(kind, state);
        publish(true);
    }

    private void publish(Kind kind, SyncState state) {
        KindFeed feed = feeds.get(kind);
        stores.feeds()
                .put(
                        new FleetStores.FeedKey(id, kind),
                        new FeedRow(
                                id,
                                kind,
                                state,
                                feed == null ? 0 : feed.objects(),
                                feed == null ? 0 : feed.unreadable()));
    }

    /**
     * The cluster is as true as its worst feed that ever worked; a kind that is not allowed does
     * not make the rest stale.
     */
    private SyncState overall() {
        synchronized (states) {
            SyncState live = null;
            SyncState failed = null;
            for (SyncState state : states.values()) {
                switch (state) {
                    case SyncState.Stale stale -> {
                        return stale;
                    }
                    case SyncState.Live now -> live = now;
                    case SyncState.Failed now -> failed = now;
                    case SyncState.NotSynced ignored -> {}
                }
            }
            return live != null
                    ? live
                    : failed != null
                            ? failed
                            : new SyncState.NotSynced("connecting to " + http.address());
        }
    }

    private void publish(boolean opened) {
        ClusterProbe.Findings found = findings;
        boolean insecure = context.cluster().flag("insecure-skip-tls-verify");
        ClusterRow.Traffic traffic =
                new ClusterRow.Traffic(http.requests(), http.bytes(), watches());
        stores.clusters()
                .put(
                        id,
                        new ClusterRow(
                                id,
                                http.address(),
                                found == null ? "" : found.version(),
                                found == null || found.user().isEmpty()
                                        ? context.userName()
                                        : found.user(),
                                opened,
                                insecure,
                                overall(),
                                capabilities(found),
                                traffic));
    }

    private long watches() {
        return feeds.values().stream().mapToLong(KindFeed::open).sum();
    }

    private List<ClusterRow.Capability> capabilities(ClusterProbe.@Nullable Findings found) {
        List<ClusterRow.Capability> all = new ArrayList<>();
        boolean plugin = http.credentials().canLogin();
        all.add(
                new ClusterRow.Capability(
                        ClusterRow.Capability.LOGIN,
                        "Log in anew",
                        plugin,
                        plugin
                                ? http.credentials().pluginSaid()
                                : "the kubeconfig names no login program for this user"));
        if (found != null) {
            all.addAll(found.capabilities());
        }
        return List.copyOf(all);
    }

    /** Learns what the server has, then watches for connections that died without saying so. */
    private void guard() {
        try {
            Instant next = Instant.MIN;
            while (!reachability.isClosed()) {
                if (ask || !time.now().isBefore(next)) {
                    ask = false;
                    next = time.now().plus(probe() ? PROBE : Duration.ZERO);
                }
                states().forEach(this::publish);
                publish(true);
                reachability.pause(GUARD);
                silentFeeds();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<Kind, SyncState> states() {
        synchronized (states) {
            return states.isEmpty() ? Map.of() : new EnumMap<>(states);
        }
    }

    private void silentFeeds() throws InterruptedException {
        List<Feed> all = feeds.values().stream().flatMap(kind -> kind.feeds().stream()).toList();
        all.stream().filter(Feed::stalled).forEach(Feed::cut);
        List<Feed> silent = all.stream().filter(feed -> feed.silence() > SILENCE).toList();
        if (!silent.isEmpty() && !reachability.answers()) {
            silent.forEach(Feed::cut);
        }
    }

    private boolean probe() throws InterruptedException {
        try {
            List<String> before = namespaces();
            ClusterProbe.Findings basics = probe.basics();
            if (findings == null) {
                take(basics); // who waits for the version need not wait for the rights
                publish(true);
            }
            ClusterProbe.Findings found = probe.rights(basics);
            take(found);
            if (!before.equals(found.namespaces())) {
                reachability.hurry();
            }
            return true;
        } catch (IOException | ConsoleException e) {
            return false; // The feeds say what is wrong; this is asked again.
        }
    }

    private void take(ClusterProbe.Findings found) {
        findings = found;
        found.served().stream().filter(kind -> claims || !kind.onDemand()).forEach(this::follow);
        EnumSet<Kind> absent = EnumSet.allOf(Kind.class);
        absent.removeIf(kind -> !kind.optional() || found.served().contains(kind));
        absent.forEach(this::forget);
    }

    @Override
    public void retryNow() {
        ask = true;
        reachability.hurry();
    }

    @Override
    public void login() {
        http.credentials().login();
        retryNow();
    }

    @Override
    public ObjectDetail detail() {
        return detail;
    }

    @Override
    public void close() {
        reachability.close();
        http.close();
        threads.forEach(Thread::interrupt);
    }
}
