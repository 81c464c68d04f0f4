package dev.pilothouse.present;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pilothouse.model.ClusterId;
import dev.pilothouse.model.ClusterRow;
import dev.pilothouse.model.Problem;
import dev.pilothouse.model.SyncState;
import dev.pilothouse.store.FleetStores;
import dev.pilothouse.time.Time;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Painters sleep while nothing would look different, and are woken when it would. */
class ConsoleQuietTest {
    private static final ClusterId CLUSTER = new ClusterId("eu");
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:30Z");

    /** The wall stands still, so that no minute passes; durations are real. */
    private static final Time STILL =
            new Time() {
                @Override
                public Instant now() {
                    return NOW;
                }

                @Override
                public long nanos() {
                    return Time.system().nanos();
                }
            };

    private static ClusterRow cluster(SyncState state, long requests) {
        return new ClusterRow(
                CLUSTER,
                "https://eu",
                "v1.36.3",
                "me",
                true,
                false,
                state,
                List.of(),
                new ClusterRow.Traffic(requests, 0, 0));
    }

    @Test
    void aSourceThatIsLostIsToldAtOnceAndCountersOfTrafficPaintNothing() throws Exception {
        FleetStores stores = FleetStores.create();
        stores.clusters().put(CLUSTER, cluster(new SyncState.Live(NOW), 0));
        try (Console console = Console.start(stores, List.of(), ConsoleOptions.defaults(), STILL);
                View view = console.openView(ScreenKind.PODS, "")) {
            Semaphore frames = new Semaphore(0);
            view.onFrame(frames::release);
            view.send(new Intent.Viewport(10));
            while (view.frame().intentsSeen() < 1) {
                assertTrue(frames.tryAcquire(20, TimeUnit.SECONDS));
            }
            frames.drainPermits();
            stores.clusters().put(CLUSTER, cluster(new SyncState.Live(NOW), 7));
            assertFalse(frames.tryAcquire(700, TimeUnit.MILLISECONDS), "nothing looks different");
            SyncState lost = new SyncState.Stale(NOW, new Problem("kube.lost", "No answer."));
            stores.clusters().put(CLUSTER, cluster(lost, 7));
            assertTrue(frames.tryAcquire(20, TimeUnit.SECONDS), "the header says so");
            assertEquals("stale 0s", view.frame().header().sources().getFirst().words());
        }
    }
}
