package dev.pilothouse.connectors.kube;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
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
import java.io.InputStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;

/** One context of a kubeconfig, followed. */
final class KubeCluster implements ClusterSource {
    private static final Duration CALL = Duration.ofSeconds(10);

    /**
     * The server sends a bookmark about once a minute on a quiet watch; longer silence is worth a
     * question.
     */
    private static final long SILENCE = Duration.ofSeconds(90).toNanos();

    private static final long GUARD = 5_000;

    /** Kinds that only exist where their API is installed. */
    private static final Set<Kind> OPTIONAL = EnumSet.of(Kind.POD_METRICS);

    private final ClusterId id;
    private final Kubeconfig.Context context;
    private final KubeHttp http;
    private final Reachability reachability;
    private final FleetStores stores;
    private final Time time;
    private final Sinks sinks;
    private final KubeDetail detail;
    private final Map<Kind, Feed> feeds = new ConcurrentHashMap<>();
    private final Map<Kind, SyncState> states = new EnumMap<>(Kind.class);
    private final AtomicBoolean started = new AtomicBoolean();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private volatile String version = "";
    private volatile Set<String> groups = Set.of();

    KubeCluster(Kubeconfig.Context context, KubeHttp http, Setup setup) {
        id = new ClusterId(context.name());
        this.context = context;
        this.http = http;
        stores = setup.stores();
        time = setup.time();
        reachability = new Reachability(http, setup.random(), time);
        sinks = new Sinks(id, stores, setup.rules());
        detail = new KubeDetail(http, stores);
        publish(false);
    }

    /** What all clusters share. */
    record Setup(FleetStores stores, IdentityRules rules, Time time, RandomGenerator random) {}

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
        for (Kind kind : kinds) {
            if (kind.custom() || OPTIONAL.contains(kind)) {
                if (groups.contains(kind.group())) {
                    follow(kind);
                }
            } else {
                follow(kind);
            }
        }
    }

    private void follow(Kind kind) {
        Feed.Server server = new Feed.Server(http, reachability, time, context.namespace());
        Feed feed = new Feed(kind, server, sinks.of(kind), state -> report(kind, state));
        if (feeds.putIfAbsent(kind, feed) == null) {
            start("kube-" + id + "-" + kind.plural(), feed);
        }
    }

    private void start(String name, Runnable task) {
        threads.add(Thread.ofVirtual().name(name).start(task));
    }

    private void report(Kind kind, SyncState state) {
        synchronized (states) {
            states.put(kind, state);
        }
        stores.feeds()
                .put(
                        new FleetStores.FeedKey(id, kind),
                        new FeedRow(id, kind, state, sinks.count(kind)));
        publish(true);
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
        String user = context.userName();
        boolean insecure = context.cluster().flag("insecure-skip-tls-verify");
        ClusterRow.Traffic traffic =
                new ClusterRow.Traffic(http.requests(), http.bytes(), feeds.size());
        stores.clusters()
                .put(
                        id,
                        new ClusterRow(
                                id,
                                http.address(),
                                version,
                                user,
                                opened,
                                insecure,
                                overall(),
                                capabilities(),
                                traffic));
    }

    private List<ClusterRow.Capability> capabilities() {
        boolean metrics = groups.contains("metrics.k8s.io");
        return List.of(
                new ClusterRow.Capability(
                        "metrics",
                        "CPU and memory use",
                        metrics,
                        metrics ? "" : "the metrics API (metrics.k8s.io) is not installed"));
    }

    /** Learns what the server has, then watches for connections that died without saying so. */
    private void guard() {
        try {
            probe();
            while (!reachability.isClosed()) {
                reachability.pause(GUARD);
                silentFeeds();
                if (groups.isEmpty()) {
                    probe();
                }
                publish(true);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void silentFeeds() throws InterruptedException {
        List<Feed> silent =
                feeds.values().stream().filter(feed -> feed.silence() > SILENCE).toList();
        if (!silent.isEmpty() && !reachability.answers()) {
            silent.forEach(Feed::cut);
        }
    }

    private void probe() throws InterruptedException {
        try {
            version = read("/version").text("gitVersion");
            Set<String> found = new HashSet<>();
            for (Json group : read("/apis").list("groups")) {
                found.add(group.text("name"));
            }
            groups = Set.copyOf(found);
            for (Kind kind : Kind.values()) {
                if ((kind.custom() || OPTIONAL.contains(kind))
                        && groups.contains(kind.group())
                        && served(kind)) {
                    follow(kind);
                }
            }
        } catch (IOException | ConsoleException e) {
            // The feeds say what is wrong; this is asked again.
            groups = Set.of();
        }
    }

    /** A group may be there without this kind or version of it. */
    private boolean served(Kind kind) throws IOException, ConsoleException, InterruptedException {
        try {
            return read("/apis/" + kind.apiVersion()).list("resources").stream()
                    .anyMatch(r -> r.text("name").equals(kind.plural()));
        } catch (KubeException e) {
            return false;
        }
    }

    private Json read(String path) throws IOException, ConsoleException, InterruptedException {
        try (InputStream body = http.get(path, CALL);
                JsonParser parser = KubeHttp.JSON.createParser(body)) {
            return parser.nextToken() == JsonToken.START_OBJECT ? Json.whole(parser) : Json.EMPTY;
        }
    }

    @Override
    public void retryNow() {
        reachability.hurry();
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
