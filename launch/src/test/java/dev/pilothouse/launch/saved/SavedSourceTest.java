package dev.pilothouse.launch.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedSourceTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    @TempDir Path home;

    /** A cluster that does what it is told. */
    private static final class FakeSource implements ClusterSource {
        final List<String> calls = new ArrayList<>();
        final FleetStores stores;

        FakeSource(FleetStores stores, String server) {
            this.stores = stores;
            stores.clusters()
                    .put(
                            id(),
                            new ClusterRow(
                                    id(),
                                    server,
                                    "",
                                    "ada",
                                    false,
                                    false,
                                    new SyncState.NotSynced("connecting"),
                                    List.of(),
                                    new ClusterRow.Traffic(0, 0, 0)));
        }

        @Override
        public ClusterId id() {
            return Samples.CLUSTER;
        }

        @Override
        public void open(Set<Kind> kinds) {
            calls.add(kinds + " with " + stores.pods().size() + " pods");
        }

        void report(SyncState state) {
            stores.feeds()
                    .put(
                            new FleetStores.FeedKey(id(), Kind.POD),
                            new FeedRow(id(), Kind.POD, state, 0, 0));
        }

        @Override
        public void retryNow() {
            calls.add("retry");
        }

        @Override
        public ObjectDetail detail() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            calls.add("close");
        }
    }

    private static final class Fixed implements Time {
        @Override
        public Instant now() {
            return NOW;
        }

        @Override
        public long nanos() {
            return 0;
        }
    }

    /** One run of the program. */
    private final class Running implements AutoCloseable {
        final FleetStores stores = FleetStores.create();
        final FakeSource source;
        final SavedSource saved;

        Running(String server) {
            source = new FakeSource(stores, server);
            saved = new SavedSource(source, stores, new Fixed(), folder());
            saved.open(EnumSet.of(Kind.POD));
        }

        SyncState feed() {
            return stores.feeds()
                    .get(new FleetStores.FeedKey(Samples.CLUSTER, Kind.POD))
                    .map(FeedRow::state)
                    .orElse(new SyncState.NotSynced(""));
        }

        @Override
        public void close() {
            saved.close();
        }
    }

    private Path folder() {
        return home.resolve("cache/clusters");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder())) {
            return all.toList();
        }
    }

    private void oneRunThatSawPods(String... names) {
        try (Running run = new Running("https://a")) {
            for (String name : names) {
                run.stores.pods().put(Samples.key(Kind.POD, name), Samples.pod(name));
            }
            run.source.report(new SyncState.Live(NOW));
        }
    }

    @Test
    void theNextRunShowsTheRowsAtOnceAndSaysSinceWhenTheyAreStale() {
        oneRunThatSawPods("a", "b");
        try (Running run = new Running("https://a")) {
            assertEquals(2, run.stores.pods().size());
            assertTrue(
                    run.feed() instanceof SyncState.Stale(var since, var why) && since.equals(NOW),
                    run.feed().toString());
            assertEquals(
                    List.of("[] with 0 pods", "[POD] with 2 pods"),
                    run.source.calls,
                    "it connects before the rows are put, and follows after");
        }
    }

    @Test
    void aRunThatNeverReachedTheClusterKeepsTheAgeOfTheRows() {
        oneRunThatSawPods("a");
        Instant before = NOW.minusSeconds(5_000);
        try (Running offline = new Running("https://a")) {
            offline.source.report(new SyncState.Stale(before, new Problem("x", "no route")));
        }
        try (Running run = new Running("https://a")) {
            assertEquals(1, run.stores.pods().size());
            assertTrue(
                    run.feed() instanceof SyncState.Stale(var since, var why)
                            && since.equals(before),
                    run.feed().toString());
        }
    }

    @Test
    void aRunThatSawNothingDoesNotOverwriteWhatAnotherSaved() {
        oneRunThatSawPods("a");
        try (Running failed = new Running("https://a")) {
            failed.stores.pods().retain(key -> true, Set.of());
            failed.source.report(new SyncState.NotSynced("listing"));
        }
        try (Running run = new Running("https://a")) {
            assertEquals(1, run.stores.pods().size());
        }
    }

    @Test
    void kindsThatMayNotBeSeenAreNotSaved() {
        try (Running run = new Running("https://a")) {
            run.stores.pods().put(Samples.key(Kind.POD, "a"), Samples.pod("a"));
            run.stores.workloads().put(Samples.key(Kind.DEPLOYMENT, "planner"), Samples.workload());
            run.source.report(new SyncState.Live(NOW));
        }
        try (Running run = new Running("https://a")) {
            assertEquals(1, run.stores.pods().size());
            assertEquals(0, run.stores.workloads().size());
        }
    }

    @Test
    void theSameContextOnAnotherServerStartsEmpty() {
        oneRunThatSawPods("a");
        try (Running run = new Running("https://b")) {
            assertEquals(0, run.stores.pods().size());
        }
    }

    @Test
    void aDamagedFileIsAsIfThereWereNone() throws IOException {
        oneRunThatSawPods("a");
        Path file = files().getFirst();
        Files.writeString(file, "not ours");
        try (Running run = new Running("https://a")) {
            assertEquals(0, run.stores.pods().size());
            assertEquals(List.of("[POD] with 0 pods"), run.source.calls);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenChangesNothing() throws IOException {
        Files.writeString(home.resolve("cache"), "a file where a folder should be");
        oneRunThatSawPods("a");
        assertFalse(Files.isDirectory(folder()));
    }

    @Test
    void onlyTheOwnerReadsItAndTheOldestFilesGo() throws IOException {
        Files.createDirectories(folder());
        for (int i = 0; i < StateFolder.FILES + 3; i++) {
            Path old = Files.writeString(folder().resolve("old-" + i + ".rows"), "x");
            Files.setLastModifiedTime(old, FileTime.from(NOW.minusSeconds(1_000L * (i + 1))));
        }
        oneRunThatSawPods("a");
        List<Path> files = files();
        assertEquals(StateFolder.FILES, files.size());
        assertFalse(Files.exists(folder().resolve("old-" + (StateFolder.FILES + 2) + ".rows")));
        Path ours =
                files.stream()
                        .filter(file -> file.getFileName().toString().startsWith("prod-"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(ours)));
    }
}
