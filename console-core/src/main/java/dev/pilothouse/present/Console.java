package dev.pilothouse.present;

import dev.pilothouse.identity.Explain;
import dev.pilothouse.identity.FleetIndex;
import dev.pilothouse.model.AgentId;
import dev.pilothouse.model.ClusterId;
import dev.pilothouse.model.ClusterRow;
import dev.pilothouse.model.Evidence;
import dev.pilothouse.model.FeedRow;
import dev.pilothouse.model.Kind;
import dev.pilothouse.model.SyncState;
import dev.pilothouse.source.ClusterSource;
import dev.pilothouse.store.FleetStores;
import dev.pilothouse.store.Subscription;
import dev.pilothouse.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The console behind all faces: the stores, the join, and one presenter thread that turns them into
 * frames. Connectors and faces wake the thread; it answers an intent at once and data at most ten
 * times a second. It waits for nobody: what may block runs on virtual threads and comes back as
 * data.
 */
public final class Console implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Console.class);

    /** Data reaches the faces at most this often; intents are answered at once. */
    private static final Duration DATA_FRAMES = Duration.ofMillis(100);

    /** The presenter looks around at least this often, whatever it expects. */
    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);

    /** A fault that repeats must not fill the log. */
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    /** In the inbox only to end the wait; it asks for nothing. */
    private enum Nudge implements Runnable {
        WAKE;

        @Override
        public void run() {}
    }

    private final ConsoleContext context;
    private final FleetIndex index;
    private final FleetStores stores;
    private final List<ClusterSource> sources;
    private final Time time;
    private final ExecutorService background;
    private final LinkedBlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private final AtomicBoolean dirty = new AtomicBoolean();
    private final List<LiveView> views = new CopyOnWriteArrayList<>();
    private final Subscription<ClusterId, ClusterRow> clusterChanges;
    private final Subscription<FleetStores.FeedKey, FeedRow> feedChanges;
    private final Thread presenter;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicReference<Told> untold = new AtomicReference<>(Told.NOTHING);
    private final Map<ClusterSource, Boolean> widened = new ConcurrentHashMap<>();

    private Console(
            FleetStores stores, List<ClusterSource> sources, ConsoleOptions options, Time time) {
        this.stores = stores;
        this.sources = List.copyOf(sources);
        this.time = time;
        background = Executors.newVirtualThreadPerTaskExecutor();
        index = new FleetIndex(stores, options.rules(), time, this::wake);
        context =
                new ConsoleContext(
                        stores,
                        index,
                        new Explain(stores, index),
                        this.sources,
                        new AtomicReference<>(options),
                        time,
                        background,
                        this::wake);
        clusterChanges = stores.clusters().subscribe(this::wake);
        feedChanges = stores.feeds().subscribe(this::wake);
        presenter = Thread.ofPlatform().name("presenter").daemon(true).unstarted(this::loop);
    }

    /**
     * Starts the presenter and opens the chosen clusters.
     *
     * @param stores what the sources write to
     */
    public static Console start(
            FleetStores stores, List<ClusterSource> sources, ConsoleOptions options, Time time) {
        Console console = new Console(stores, sources, options, time);
        console.presenter.start();
        return console;
    }

    /** Opens the contexts that the options name, following first what the screen needs. */
    public void open(ScreenKind first) {
        Set<Kind> kinds = ScreenFactory.needs(first);
        for (ClusterSource source : sources) {
            if (context.options().open().contains(source.id().name())) {
                source.open(kinds.isEmpty() ? EnumSet.of(Kind.POD) : kinds);
            }
        }
    }

    /** A new view on a screen; its first frame exists when this returns. */
    public View openView(ScreenKind screen, String filter) {
        LiveView view = new LiveView(new ViewSession(context, screen, filter));
        views.add(view);
        inbox.add(
                () -> {
                    view.changed = true;
                    Told told = untold.getAndSet(Told.NOTHING);
                    if (!told.sentence().isEmpty()) {
                        view.session.say(told.sentence(), told.tone());
                    }
                });
        return view;
    }

    /**
     * A view of why the row under the cursor of another view is as it is. It follows that cursor,
     * and what is opened in it is opened in the other view. Its first frame exists when this
     * returns.
     *
     * @throws IllegalArgumentException for a view that is not of this console
     */
    public View openBeside(View other) {
        if (!(other instanceof LiveView leader)) {
            throw new IllegalArgumentException("not a view of this console");
        }
        LiveView view = new LiveView(ViewSession.beside(context, leader.session));
        views.add(view);
        inbox.add(() -> {});
        return view;
    }

    public FleetStores stores() {
        return stores;
    }

    public FleetIndex index() {
        return index;
    }

    /**
     * Changes what the user set, on the presenter's thread and for all views; which contexts are
     * open stays as it is.
     *
     * @param sentence said on screen
     */
    public void reconfigure(ConsoleOptions changed, String sentence) {
        inbox.add(
                () -> {
                    ConsoleOptions before = context.options();
                    context.chosen().set(changed.opening(before.open()));
                    if (!before.rules().equals(changed.rules())) {
                        index.rules(changed.rules());
                        absorb();
                    }
                });
        tell(sentence, Tone.GOOD);
    }

    /** Says something in all views, and first thing in the next one when there is none yet. */
    public void tell(String sentence, Tone tone) {
        inbox.add(
                () -> {
                    untold.set(views.isEmpty() ? new Told(sentence, tone) : Told.NOTHING);
                    for (LiveView view : views) {
                        view.session.say(sentence, tone);
                        view.changed = true;
                    }
                });
    }

    private record Told(String sentence, Tone tone) {
        static final Told NOTHING = new Told("", Tone.NORMAL);
    }

    /** The source of a cluster, for detail on demand. */
    public Optional<ClusterSource> source(ClusterId id) {
        return context.source(id);
    }

    /** The evidence for an agent's state. */
    public List<Evidence> explain(AgentId agent) {
        return context.explain().agent(agent, time.now());
    }

    /**
     * Waits until every open cluster has answered for these kinds, or said why not, and until the
     * join and every view have taken in what had arrived by then.
     *
     * @return false when the time was not enough
     */
    public boolean awaitSynced(Set<Kind> kinds, Duration atMost) {
        long end = time.nanos() + atMost.toNanos();
        while (!synced(kinds)) {
            if (time.nanos() > end || !pause()) {
                return false;
            }
        }
        CountDownLatch absorbed = new CountDownLatch(1);
        inbox.add(
                () -> {
                    absorb();
                    absorbed.countDown();
                });
        try {
            return absorbed.await(Math.max(0, end - time.nanos()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Waits until what the stores hold now has reached the index and the frames of all views.
     *
     * @return false when the time was not enough
     */
    public boolean settle(Duration atMost) {
        CountDownLatch done = new CountDownLatch(1);
        inbox.add(
                () -> {
                    absorb();
                    publish();
                    done.countDown();
                });
        try {
            return done.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Kinds that a screen cannot do without. */
    public static Set<Kind> needs(ScreenKind screen) {
        return ScreenFactory.needs(screen);
    }

    private boolean pause() {
        try {
            return !presenter.join(Duration.ofMillis(5)) || closed.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean synced(Set<Kind> kinds) {
        for (ClusterRow cluster : stores.clusters().values()) {
            if (!cluster.opened() || cluster.state() instanceof SyncState.Stale) {
                continue;
            }
            // One kind that is refused says nothing of the others: those that were asked for
            // answer for themselves.
            boolean failed = cluster.state() instanceof SyncState.Failed;
            for (Kind kind : kinds) {
                FeedRow feed =
                        stores.feeds()
                                .get(new FleetStores.FeedKey(cluster.id(), kind))
                                .orElse(null);
                boolean optional = kind.custom() || kind == Kind.POD_METRICS;
                boolean waiting =
                        feed == null
                                ? !optional && !failed
                                : feed.state() instanceof SyncState.NotSynced;
                if (waiting || (cluster.version().isEmpty() && !failed)) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Called from any thread when there is something new. Only the first of many calls costs
     * anything.
     */
    private void wake() {
        if (dirty.compareAndSet(false, true)) {
            inbox.add(Nudge.WAKE);
        }
    }

    private void loop() {
        long nextData = time.nanos();
        long nextLook = time.nanos();
        while (!closed.get()) {
            try {
                long now = time.nanos();
                long until = dirty.get() ? nextData : nextLook;
                Runnable first = inbox.poll(Math.max(0, until - now), TimeUnit.NANOSECONDS);
                boolean asked = runAll(first);
                now = time.nanos();
                boolean data = dirty.get() && now >= nextData;
                boolean look = now >= nextLook;
                if (data || look) {
                    absorb();
                    nextData = time.nanos() + DATA_FRAMES.toNanos();
                }
                if (asked || data || look) {
                    publish();
                    nextLook = time.nanos() + sleep().toNanos();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.error("presenter: a frame could not be made", e);
                nextLook = time.nanos() + AFTER_FAILURE.toNanos();
            }
        }
    }

    private boolean runAll(Runnable first) {
        boolean any = false;
        for (Runnable task = first; task != null; task = inbox.poll()) {
            task.run();
            any |= !(task instanceof Nudge);
        }
        return any;
    }

    /** How long nothing will change by itself: no age, no mark, no outage to count. */
    private Duration sleep() {
        Instant now = time.now();
        Instant next = index.due().orElse(Instant.MAX);
        for (LiveView view : views) {
            next = TableClock.earlier(next, view.wakeAt);
        }
        boolean counting =
                stores.clusters().values().stream()
                        .anyMatch(row -> row.state() instanceof SyncState.Stale);
        if (counting) {
            next = TableClock.earlier(next, now.plusSeconds(1));
        }
        if (next.isAfter(now.plus(LONGEST_SLEEP))) {
            return LONGEST_SLEEP;
        }
        Duration sleep = Duration.between(now, next);
        return sleep.compareTo(DATA_FRAMES) < 0 ? DATA_FRAMES : sleep;
    }

    private void absorb() {
        dirty.set(false);
        // The header and the notices read these; a wake is all they need.
        clusterChanges.drain();
        feedChanges.drain();
        index.refresh();
        widen();
        Instant now = time.now();
        for (LiveView view : views) {
            view.changed |= view.session.refresh(now);
        }
    }

    /**
     * Once a cluster shows what was asked first, the rest is followed too, so that the first rows
     * wait for nothing.
     */
    private void widen() {
        for (ClusterSource source : sources) {
            ClusterRow row = stores.clusters().get(source.id()).orElse(null);
            if (row != null
                    && row.opened()
                    && row.state() instanceof SyncState.Live
                    && widened.putIfAbsent(source, true) == null) {
                source.open(ScreenFactory.everything());
            }
        }
    }

    private void publish() {
        for (LiveView view : views) {
            view.publish();
        }
    }

    @Override
    public void close() {
        closed.set(true);
        presenter.interrupt();
        views.forEach(LiveView::close);
        sources.forEach(ClusterSource::close);
        background.shutdownNow();
        index.close();
        clusterChanges.close();
        feedChanges.close();
    }

    private final class LiveView implements View {
        private final ViewSession session;
        private final AtomicReference<Frame> newest;
        private final AtomicReference<Runnable> listener = new AtomicReference<>(() -> {});
        private long number;
        private boolean changed;
        private Instant repaint = Instant.MIN;
        private Instant wakeAt = Instant.MIN;

        LiveView(ViewSession session) {
            this.session = session;
            newest = new AtomicReference<>(session.frame(0, time.now()));
        }

        /** A frame that looks like the newest one is not shown: painters sleep. */
        void publish() {
            Instant now = time.now();
            ScreenSession before = session.top();
            session.follow();
            changed |= before != session.top();
            Frame made = session.frame(number + 1, now);
            if (changed || !now.isBefore(repaint) || !made.sameAround(newest.get())) {
                changed = false;
                number++;
                newest.set(made);
                repaint = ViewClock.due(session, now);
                listener.get().run();
            }
            wakeAt = TableClock.earlier(repaint, ViewClock.look(session, now));
        }

        @Override
        public Frame frame() {
            return newest.get();
        }

        @Override
        public void send(Intent intent) {
            inbox.add(
                    () -> {
                        session.handle(intent);
                        changed = true;
                    });
        }

        @Override
        public void onFrame(Runnable wake) {
            listener.set(wake);
        }

        @Override
        public void onRequest(java.util.function.Consumer<FaceRequest> face) {
            session.face.set(face);
        }

        @Override
        public void offer(List<OverlayFrame.Item> actions) {
            inbox.add(() -> session.offered(actions));
        }

        @Override
        public void close() {
            views.remove(this);
            inbox.add(session::close);
        }
    }
}
