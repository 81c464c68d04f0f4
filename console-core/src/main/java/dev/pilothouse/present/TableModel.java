package dev.pilothouse.present;

import dev.pilothouse.filter.Filter;
import dev.pilothouse.filter.Subject;
import dev.pilothouse.model.Value;
import dev.pilothouse.store.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one table filtered and in order while its rows change. The previous order is patched, not
 * made anew: changed rows are taken out, sorted among themselves and merged back, which is linear
 * in the rows and needs no comparison for the rest. While the user moves the cursor rows stay where
 * they are (`hold`); the order is made good when they let go.
 *
 * <p>Used by the presenter's thread only. The order array is never written again once a frame has
 * it.
 */
final class TableModel<K, R> implements AutoCloseable {
    private static final Duration MARKED = Duration.ofSeconds(2);

    private final TableSpec<K, R> spec;
    private final RowFeed<K, R> feed;
    private final Map<K, Slot<R>> slots = new HashMap<>();
    private final RowSubject subject = new RowSubject();
    private List<Slot<R>> order = List.of();
    private Filter filter = Filter.ALL;
    private Predicate<R> scope = row -> true;
    private boolean problemsOnly;
    private @Nullable Column<R> sort;
    private boolean descending;
    private boolean disordered;
    private int total;

    TableModel(TableSpec<K, R> spec, RowFeed<K, R> feed) {
        this.spec = spec;
        this.feed = feed;
    }

    /** A row with what is known of its place. Replaced, not changed, when the row changes. */
    private static final class Slot<R> {
        final R row;
        final @Nullable R before;
        final Instant changed;
        boolean live = true;
        boolean shown;
        @Nullable Slot<R> next;
        @Nullable Value sortKey;

        Slot(R row, @Nullable R before, Instant changed) {
            this.row = row;
            this.before = before;
            this.changed = changed;
        }
    }

    /** How the table is to be narrowed and ordered. */
    record Narrow<R>(
            Filter filter,
            Predicate<R> scope,
            boolean problemsOnly,
            @Nullable String sort,
            boolean descending) {}

    TableSpec<K, R> spec() {
        return spec;
    }

    Set<String> columnIds() {
        return spec.columns().stream()
                .map(column -> column.head().id())
                .collect(Collectors.toSet());
    }

    /** Rows in scope before filter and problems switch. */
    int total() {
        return total;
    }

    int count() {
        return order.size();
    }

    /** Filters and orders everything anew. */
    void narrow(Narrow<R> narrow, Instant now) {
        filter = narrow.filter();
        scope = narrow.scope();
        problemsOnly = narrow.problemsOnly();
        sort = narrow.sort() == null ? null : spec.column(narrow.sort());
        descending = narrow.descending();
        subject.now = now;
        List<Slot<R>> fresh = new ArrayList<>();
        total = 0;
        for (Slot<R> slot : slots.values()) {
            slot.sortKey = null;
            slot.shown = shown(slot.row);
            if (scope.test(slot.row)) {
                total++;
            }
            if (slot.shown) {
                fresh.add(slot);
            }
        }
        fresh.sort(comparator());
        order = fresh;
        disordered = false;
    }

    /** Takes in what changed. Returns whether anything did. */
    boolean refresh(Instant now, boolean hold) {
        Subscription.Changes<K, R> changes = feed.drain();
        subject.now = now;
        if (changes.isEmpty()) {
            return settle(hold);
        }
        for (K key : changes.removals()) {
            Slot<R> gone = slots.remove(key);
            if (gone != null) {
                gone.live = false;
                total -= scope.test(gone.row) ? 1 : 0;
            }
        }
        List<Slot<R>> fresh = new ArrayList<>();
        for (R row : changes.upserts()) {
            take(row, now, hold, fresh);
        }
        merge(fresh, hold);
        settle(hold);
        return true;
    }

    private void take(R row, Instant now, boolean hold, List<Slot<R>> fresh) {
        K key = spec.key().apply(row);
        Slot<R> old = slots.get(key);
        Slot<R> slot = new Slot<>(row, old == null ? null : old.row, now);
        slot.shown = shown(row);
        total += (scope.test(row) ? 1 : 0) - (old != null && scope.test(old.row) ? 1 : 0);
        slots.put(key, slot);
        if (old != null) {
            old.live = false;
            if (hold && old.shown && slot.shown) {
                old.next = slot;
                disordered = true;
                return;
            }
        }
        if (slot.shown) {
            fresh.add(slot);
        }
    }

    private void merge(List<Slot<R>> fresh, boolean hold) {
        Comparator<Slot<R>> by = comparator();
        fresh.sort(by);
        List<Slot<R>> merged = new ArrayList<>(order.size() + fresh.size());
        int next = 0;
        for (Slot<R> slot : order) {
            Slot<R> kept = slot.live ? slot : slot.next;
            if (kept == null) {
                continue;
            }
            while (!hold && next < fresh.size() && by.compare(fresh.get(next), kept) <= 0) {
                merged.add(fresh.get(next++));
            }
            merged.add(kept);
        }
        disordered |= hold && next < fresh.size() && !merged.isEmpty();
        merged.addAll(fresh.subList(next, fresh.size()));
        order = merged;
    }

    /** Makes the order good again once nobody is looking at a row. */
    private boolean settle(boolean hold) {
        if (hold || !disordered) {
            return false;
        }
        List<Slot<R>> sorted = new ArrayList<>(order);
        sorted.sort(comparator());
        order = sorted;
        disordered = false;
        return true;
    }

    private boolean shown(R row) {
        if (!scope.test(row)
                || (problemsOnly
                        && spec.about().severity(row)
                                < Column.severity(dev.pilothouse.model.Health.Level.WARN))) {
            return false;
        }
        if (filter.isAll()) {
            return true;
        }
        subject.row = row;
        return filter.matches(subject);
    }

    private Comparator<Slot<R>> comparator() {
        Comparator<Slot<R>> natural = (a, b) -> spec.order().compare(a.row, b.row);
        Column<R> column = sort;
        if (column == null) {
            return descending ? natural.reversed() : natural;
        }
        Comparator<Slot<R>> chosen =
                (a, b) -> Values.compare(key(a, column), key(b, column), descending);
        return chosen.thenComparing(natural);
    }

    private static <R> Value key(Slot<R> slot, Column<R> column) {
        Value known = slot.sortKey;
        if (known == null) {
            known = column.value().apply(slot.row);
            slot.sortKey = known;
        }
        return known;
    }

    /** How many shown rows have each severity, index 0 (fine) to 5 (bad). */
    int[] severities() {
        int[] counts = new int[6];
        for (Slot<R> slot : order) {
            counts[spec.about().severity(slot.row)]++;
        }
        return counts;
    }

    /** Where a key stands now; -1 when it is not shown. */
    int indexOf(Object key) {
        Slot<R> slot = slots.get(key);
        return slot == null || !slot.shown ? -1 : order.indexOf(slot);
    }

    @Nullable R row(int index) {
        return index < 0 || index >= order.size() ? null : order.get(index).row;
    }

    @Nullable K key(int index) {
        R row = row(index);
        return row == null ? null : spec.key().apply(row);
    }

    /** The time at which the newest change mark fades, or null when none is due. */
    boolean marksDue(Instant now) {
        return order.stream()
                .limit(2_000)
                .anyMatch(slot -> slot.before != null && slot.changed.plus(MARKED).isAfter(now));
    }

    /** The rows as a frame shows them. */
    TableFrame.Rows rows(Instant now, boolean wide) {
        return new Shown<>(order, spec.shown(wide), spec.key(), now);
    }

    @Override
    public void close() {
        feed.close();
    }

    private record Shown<K, R>(
            List<Slot<R>> order,
            List<Column<R>> columns,
            java.util.function.Function<R, K> keyOf,
            Instant now)
            implements TableFrame.Rows {
        @Override
        public int count() {
            return order.size();
        }

        @Override
        public Object key(int row) {
            return java.util.Objects.requireNonNull(keyOf.apply(order.get(row).row));
        }

        @Override
        public Cell cell(int row, int column) {
            return columns.get(column).cell().cell(order.get(row).row, now);
        }

        @Override
        public Value value(int row, int column) {
            return columns.get(column).value().apply(order.get(row).row);
        }

        @Override
        public boolean changed(int row, int column) {
            Slot<R> slot = order.get(row);
            R before = slot.before;
            if (before == null || !slot.changed.plus(MARKED).isAfter(now)) {
                return false;
            }
            Column<R> shown = columns.get(column);
            return !shown.cell()
                    .cell(before, now)
                    .text()
                    .equals(shown.cell().cell(slot.row, now).text());
        }
    }

    private final class RowSubject implements Subject {
        private @Nullable R row;
        private Instant now = Instant.EPOCH;

        @Override
        public Value value(String column) {
            R current = row;
            return current == null ? Value.NONE : spec.value(current, column, now);
        }

        @Override
        public List<String> texts() {
            R current = row;
            return current == null ? List.of() : spec.texts().apply(current);
        }

        @Override
        public @Nullable String label(String key) {
            R current = row;
            return current == null ? null : spec.label().apply(current, key);
        }

        @Override
        public Instant now() {
            return now;
        }
    }
}
