package dev.pilothouse.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private record Keyed(int key, int value) {}

    private static void take(Subscription<Integer, Keyed> reader, Map<Integer, Keyed> seen) {
        Subscription.Changes<Integer, Keyed> changes = reader.drain();
        changes.removals().forEach(seen::remove);
        changes.upserts().forEach(value -> seen.put(value.key(), value));
    }
}
