package dev.pilothouse.present;

import dev.pilothouse.store.KeyedStore;
import dev.pilothouse.store.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** What changed in the rows of a table since the table last looked. */
interface RowFeed<K, R> extends AutoCloseable {
    Subscription.Changes<K, R> drain();

    @Override
    void close();

    static <K, R> RowFeed<K, R> of(KeyedStore<K, R> store, Runnable wake) {
        Subscription<K, R> subscription = store.subscribe(wake);
        return new RowFeed<>() {
            @Override
            public Subscription.Changes<K, R> drain() {
                return subscription.drain();
            }

            @Override
            public void close() {
                subscription.close();
            }
        };
    }

    /** Shows other rows under the same keys. */
    default <S> RowFeed<K, S> map(Function<R, S> row) {
        RowFeed<K, R> feed = this;
        return new RowFeed<>() {
            @Override
            public Subscription.Changes<K, S> drain() {
                Subscription.Changes<K, R> changes = feed.drain();
                return new Subscription.Changes<>(
                        changes.upserts().stream().map(row).toList(), changes.removals());
            }

            @Override
            public void close() {
                feed.close();
            }
        };
    }

    /**
     * Other rows under other keys, and none is ever taken back: what happened stays when its object
     * is gone.
     */
    default <L, S> RowFeed<L, S> kept(Function<R, S> row) {
        RowFeed<K, R> feed = this;
        return new RowFeed<>() {
            @Override
            public Subscription.Changes<L, S> drain() {
                return new Subscription.Changes<>(
                        feed.drain().upserts().stream().map(row).toList(), List.of());
            }

            @Override
            public void close() {
                feed.close();
            }
        };
    }

    /** Only the rows in scope; a row that leaves the scope counts as removed. */
    default RowFeed<K, R> only(Predicate<R> scope, Function<R, K> keyOf) {
        RowFeed<K, R> feed = this;
        return new RowFeed<>() {
            @Override
            public Subscription.Changes<K, R> drain() {
                Subscription.Changes<K, R> changes = feed.drain();
                List<R> inside = new ArrayList<>();
                List<K> gone = new ArrayList<>(changes.removals());
                for (R row : changes.upserts()) {
                    if (scope.test(row)) {
                        inside.add(row);
                    } else {
                        gone.add(keyOf.apply(row));
                    }
                }
                return new Subscription.Changes<>(inside, gone);
            }

            @Override
            public void close() {
                feed.close();
            }
        };
    }

    /** Two feeds as one; their keys must differ. */
    default RowFeed<K, R> and(RowFeed<K, R> other) {
        RowFeed<K, R> feed = this;
        return new RowFeed<>() {
            @Override
            public Subscription.Changes<K, R> drain() {
                Subscription.Changes<K, R> mine = feed.drain();
                Subscription.Changes<K, R> theirs = other.drain();
                if (theirs.isEmpty()) {
                    return mine;
                }
                if (mine.isEmpty()) {
                    return theirs;
                }
                List<R> upserts = new ArrayList<>(mine.upserts());
                upserts.addAll(theirs.upserts());
                List<K> removals = new ArrayList<>(mine.removals());
                removals.addAll(theirs.removals());
                return new Subscription.Changes<>(upserts, removals);
            }

            @Override
            public void close() {
                feed.close();
                other.close();
            }
        };
    }
}
