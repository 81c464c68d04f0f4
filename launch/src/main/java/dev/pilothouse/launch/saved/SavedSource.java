package dev.pilothouse.launch.saved;

import dev.pilothouse.model.ClusterId;
import dev.pilothouse.model.ClusterRow;
import dev.pilothouse.model.FeedRow;
import dev.pilothouse.model.Kind;
import dev.pilothouse.model.Problem;
import dev.pilothouse.model.SyncState;
import dev.pilothouse.source.ClusterSource;
import dev.pilothouse.source.ObjectDetail;
import dev.pilothouse.store.FleetStores;
import dev.pilothouse.time.Time;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A cluster that remembers. When it is opened, the rows of the last run are put into the stores and
 * each kind is marked stale since then; the connector takes over from that mark: its first complete
 * list removes what is gone, and while it cannot reach the server it goes on saying since when. The
 * rows are saved now and then and at the end, off the threads that others wait for.
 */
public final class SavedSource implements ClusterSource {
    private static final Logger LOG = LoggerFactory.getLogger(SavedSource.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final ClusterSource source;
    private final FleetStores stores;
    private final Time time;
    private final StateFolder folder;
    private final AtomicBoolean opened = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);
    private long savedRevision = -1;
    private volatile String owner = "";

    /**
     * @param stores those that `source` writes to
     * @param folder where the states of all clusters lie; made when there is something to save
     */
    public SavedSource(ClusterSource source, FleetStores stores, Time time, Path folder) {
        this.source = source;
        this.stores = stores;
        this.time = time;
        this.folder = new StateFolder(folder);
    }

    @Override
    public ClusterId id() {
        return source.id();
    }

    @Override
    public void open(Set<Kind> kinds) {
        if (opened.compareAndSet(false, true)) {
            owner = owner();
            restore();
            Thread.ofVirtual().name("saved-" + id()).start(this::saveNowAndThen);
        }
        source.open(kinds);
    }

    private void restore() {
        Path file = file();
        try {
            SavedFleet saved = FleetCodec.decode(folder.read(file), id(), owner);
            saved.intoBeforeDialling(stores);
            saved.until().forEach(this::mark);
            source.open(Set.of()); // connects while the many rows are put
            saved.into(stores);
        } catch (NoSuchFileException e) {
            LOG.debug("nothing was saved of {}", id());
        } catch (IOException | RuntimeException e) {
            LOG.info("the saved state {} is not used: {}", file, e.getMessage());
        }
    }

    private void mark(Kind kind, Instant until) {
        Problem why =
                new Problem("saved", "These are the rows of the last run; the cluster is asked.");
        stores.feeds()
                .put(
                        new FleetStores.FeedKey(id(), kind),
                        new FeedRow(id(), kind, new SyncState.Stale(until, why), 0, 0));
    }

    private void saveNowAndThen() {
        try {
            while (!closed.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                save(false);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void save(boolean always) {
        long revision = revision();
        if (revision == savedRevision && !always) {
            return;
        }
        try {
            SavedFleet fleet = SavedFleet.of(stores, id(), time.now());
            if (!fleet.until().isEmpty()) {
                folder.write(file(), FleetCodec.encode(fleet, owner));
                savedRevision = revision;
            }
        } catch (IOException | RuntimeException e) {
            LOG.info("the state of {} could not be saved: {}", id(), e.toString());
            savedRevision = revision;
        }
    }

    private long revision() {
        return stores.pods().revision()
                + stores.workloads().revision()
                + stores.revisions().revision()
                + stores.nodes().revision()
                + stores.customs().revision()
                + stores.runtimeClasses().revision();
    }

    private Path file() {
        return folder.file(id().name(), owner);
    }

    /**
     * A context may come to mean another server or another user, whose rows are not these. Asked
     * before anything is dialled: later the row may say more of the user.
     */
    private String owner() {
        ClusterRow row = stores.clusters().get(id()).orElse(null);
        return id() + "\n" + (row == null ? "" : row.server() + "\n" + row.user());
    }

    @Override
    public void retryNow() {
        source.retryNow();
    }

    @Override
    public void login() {
        source.login();
    }

    @Override
    public ObjectDetail detail() {
        return source.detail();
    }

    @Override
    public void close() {
        closed.countDown();
        source.close();
        if (opened.get()) {
            save(true);
        }
    }
}
