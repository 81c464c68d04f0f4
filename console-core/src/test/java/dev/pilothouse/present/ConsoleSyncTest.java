package dev.pilothouse.present;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pilothouse.model.ClusterId;
import dev.pilothouse.model.ClusterRow;
import dev.pilothouse.model.FeedRow;
import dev.pilothouse.model.Health;
import dev.pilothouse.model.Kind;
import dev.pilothouse.model.NodeRow;
import dev.pilothouse.model.ObjectKey;
import dev.pilothouse.model.Resources;
import dev.pilothouse.model.SyncState;
import dev.pilothouse.store.FleetStores;
import dev.pilothouse.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A command that waited for the clusters prints all that had arrived, however busy the machine. */
class ConsoleSyncTest {
    private static final ClusterId CLUSTER = new ClusterId("eu");
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Set<Kind> KINDS = Set.of(Kind.NODE, Kind.POD);

    @Test
    void whatArrivedBeforeTheWaitIsInTheViewAfterIt() throws Exception {
        for (int round = 0; round < 50; round++) {
            FleetStores stores = FleetStores.create();
            try (Console console =
                            Console.start(
                                    stores, List.of(), ConsoleOptions.defaults(), Time.system());
                    View view = console.openView(ScreenKind.NODES, "")) {
                answer(stores);
                for (int i = 0; i < 200; i++) {
                    NodeRow node = node("n" + i);
                    stores.nodes().put(node.key(), node);
                }
                assertTrue(console.awaitSynced(KINDS, Duration.ofSeconds(20)));
                view.send(new Intent.Viewport(10));
                assertEquals(200, rows(answered(view)));
            }
        }
    }

    @Test
    void aClusterIsNotCalledLiveWhileAKindHasYetToArrive() throws Exception {
        FleetStores stores = FleetStores.create();
        answer(stores);
        feed(stores, Kind.POD, new SyncState.NotSynced("listing pods"));
        try (Console console =
                Console.start(stores, List.of(), ConsoleOptions.defaults(), Time.system())) {
            assertEquals("loading pods", source(console));
            feed(stores, Kind.POD, new SyncState.Live(NOW));
            assertEquals("live", source(console));
        }
    }

    private static String source(Console console) throws InterruptedException {
        try (View view = console.openView(ScreenKind.NODES, "")) {
            view.send(new Intent.Viewport(10));
            return answered(view).header().sources().getFirst().words();
        }
    }

    private static Frame answered(View view) throws InterruptedException {
        Semaphore frames = new Semaphore(0);
        view.onFrame(frames::release);
        while (view.frame().intentsSeen() < 1) {
            assertTrue(frames.tryAcquire(20, TimeUnit.SECONDS), "no frame came");
        }
        return view.frame();
    }

    private static int rows(Frame frame) {
        return frame.body() instanceof TableFrame table ? table.rows().count() : -1;
    }

    @Test
    void aClusterThatDoesNotAnswerInTimeIsSaidToBeMissing() {
        FleetStores stores = FleetStores.create();
        try (Console console =
                Console.start(stores, List.of(), ConsoleOptions.defaults(), Time.system())) {
            stores.clusters().put(CLUSTER, cluster(new SyncState.NotSynced("dialling")));
            assertFalse(console.awaitSynced(KINDS, Duration.ofMillis(50)));
        }
    }

    private static void answer(FleetStores stores) {
        SyncState live = new SyncState.Live(NOW);
        stores.clusters().put(CLUSTER, cluster(live));
        KINDS.forEach(kind -> feed(stores, kind, live));
    }

    private static void feed(FleetStores stores, Kind kind, SyncState state) {
        stores.feeds()
                .put(new FleetStores.FeedKey(CLUSTER, kind), new FeedRow(CLUSTER, kind, state, 0));
    }

    private static ClusterRow cluster(SyncState state) {
        return new ClusterRow(
                CLUSTER,
                "https://eu",
                "v1.36.3",
                "me",
                true,
                false,
                state,
                List.of(),
                new ClusterRow.Traffic(0, 0, 0));
    }

    private static NodeRow node(String name) {
        return new NodeRow(
                new ObjectKey(CLUSTER, Kind.NODE, "", name),
                "uid-" + name,
                NOW,
                List.of(),
                "v1.36.3",
                "containerd://2",
                "10.0.0.1",
                Resources.NONE,
                110,
                false,
                List.of(),
                List.of(),
                Map.of(),
                Health.ok("ready"));
    }
}
