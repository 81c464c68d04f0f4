package dev.pilothouse.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class KeyedStoreTest {
    @Test
    void aReaderSeesOnlyTheNewestValueOfAKeyThatChangedOften() {
        KeyedStore<String, Integer> store = new KeyedStore<>("numbers", 10);
        AtomicInteger woken = new AtomicInteger();
        Subscription<String, Integer> reader = store.subscribe(woken::incrementAndGet);
        for (int i = 0; i < 1_000; i++) {
            store.put("a", i);
        }
        assertEquals(List.of(999), reader.drain().upserts());
        assertEquals(1, woken.get(), "one wake for a thousand changes");
        assertTrue(reader.drain().isEmpty());
    }

    @Test
    void anEqualValueIsNoChange() {
        KeyedStore<String, Integer> store = new KeyedStore<>("numbers", 10);
        store.put("a", 1);
        Subscription<String, Integer> reader = store.subscribe(() -> {});
        reader.drain();
        store.put("a", 1);
        assertTrue(reader.drain().isEmpty());
    }

    @Test
    void theEndOfAListRemovesWhatWasNotInIt() {
        KeyedStore<String, Integer> store = new KeyedStore<>("numbers", 10);
        store.put("a1", 1);
        store.put("a2", 2);
        store.put("b1", 3);
        Subscription<String, Integer> reader = store.subscribe(() -> {});
        reader.drain();
        store.retain(key -> key.startsWith("a"), Set.of("a2"));
        assertEquals(List.of("a1"), reader.drain().removals());
        assertEquals(2, store.size());
    }

    @Test
    void aFullStoreRefusesNewKeysCountsThemAndStillUpdatesOldOnes() {
        KeyedStore<String, Integer> store = new KeyedStore<>("numbers", 2);
        store.put("a", 1);
        store.put("b", 2);
        store.put("c", 3);
        store.put("a", 9);
        assertEquals(1, store.refused());
        assertEquals(9, store.get("a").orElseThrow());
        assertEquals(2, store.size());
    }

    @Test
    @Timeout(30)
    void noChangeIsLostBetweenManyWritersAndOneReader() throws InterruptedException {
        KeyedStore<Integer, Keyed> store = new KeyedStore<>("numbers", 1_000);
        Subscription<Integer, Keyed> reader = store.subscribe(() -> {});
        CountDownLatch done = new CountDownLatch(4);
        for (int writer = 0; writer < 4; writer++) {
            int mine = writer;
            Thread.ofVirtual()
                    .start(
                            () -> {
                                for (int i = 0; i < 20_000; i++) {
                                    int key = mine * 100 + i % 100;
                                    if (i % 7 == 3) {
                                        store.remove(key);
                                    } else {
                                        store.put(key, new Keyed(key, i));
                                    }
                                }
                                done.countDown();
                            });
        }
        Map<Integer, Keyed> seen = new HashMap<>();
        while (done.getCount() > 0) {
            take(reader, seen);
        }
        take(reader, seen);
        Map<Integer, Keyed> truth = new HashMap<>();
        store.values().forEach(value -> truth.put(value.key(), value));
        assertEquals(truth, seen);
    }

    @Test
    void whatItDroppedIsSaid() {
        KeyedStore<String, Integer> store = new KeyedStore<>("numbers", 1);
        assertEquals(KeyedStore.Refused.NONE, store.dropped());
        store.put("a", 1);
        store.put("b", 2);
        store.put("c", 3);
        assertEquals(2, store.dropped().count());
        assertEquals("b", store.dropped().first());
        assertEquals(1, store.bound());
    }

    /**
     * Any interleaving of puts, removals, relists and late readers: what a reader pieced together
     * from changes is what the store holds.
     */
    @Test
    @Timeout(60)
    void everyReaderEndsWithTheSnapshotWhateverTheWritersDid() throws InterruptedException {
        for (int seed = 0; seed < 30; seed++) {
            KeyedStore<Integer, Keyed> store = new KeyedStore<>("numbers", 60);
            Map<Integer, Keyed> early = new HashMap<>();
            Map<Integer, Keyed> late = new HashMap<>();
            Subscription<Integer, Keyed> first = store.subscribe(() -> {});
            CountDownLatch done = new CountDownLatch(3);
            for (int writer = 0; writer < 3; writer++) {
                Random random = new Random(seed * 10L + writer);
                Thread.ofVirtual().start(() -> write(store, random, done));
            }
            take(first, early);
            Subscription<Integer, Keyed> second = store.subscribe(() -> {});
            while (done.getCount() > 0) {
                take(first, early);
                take(second, late);
            }
            take(first, early);
            take(second, late);
            Map<Integer, Keyed> truth = new HashMap<>();
            store.values().forEach(value -> truth.put(value.key(), value));
            assertEquals(truth, early, "seed " + seed);
            assertEquals(truth, late, "seed " + seed);
            // Each writer may pass the bound by the one key that it was putting.
            assertTrue(store.size() <= 60 + 3, "size " + store.size());
        }
    }

    private static void write(
            KeyedStore<Integer, Keyed> store, Random random, CountDownLatch done) {
        for (int step = 0; step < 4_000; step++) {
            int key = random.nextInt(100);
            switch (random.nextInt(40)) {
                case 0 -> {
                    List<Keyed> rows = List.of(new Keyed(key, step), new Keyed(key + 1, step));
                    store.replace(k -> k % 7 == key % 7, rows, Keyed::key);
                }
                case 1 -> store.retain(k -> k > 90, Set.of(95));
                case 2, 3, 4, 5 -> store.remove(key);
                default -> store.put(key, new Keyed(key, step));
            }
        }
        done.countDown();
    }

    private record Keyed(int key, int value) {}

    private static void take(Subscription<Integer, Keyed> reader, Map<Integer, Keyed> seen) {
        Subscription.Changes<Integer, Keyed> changes = reader.drain();
        changes.removals().forEach(seen::remove);
        changes.upserts().forEach(value -> seen.put(value.key(), value));
    }
}
