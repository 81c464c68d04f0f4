package dev.pilothouse.present;

import dev.pilothouse.filter.Filter;
import dev.pilothouse.filter.Pass;
import dev.pilothouse.filter.Schema;
import dev.pilothouse.filter.Subject;
import dev.pilothouse.model.Health;
import dev.pilothouse.model.Value;
import dev.pilothouse.store.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one table filtered and in order while its rows change. All rows are kept in order, and what
 * the filter lets through is a selection of them: a key in the filter is one pass without a sort,
 * and a key that narrows looks only at the rows that are still shown. A change is patched in. While
 * the user moves the cursor rows stay where they are (`hold`); the order is made good when they let
 * go.
 *
 * <p>Used by the presenter's thread only.
 */
final class TableModel<K, R> implements AutoCloseable {
    static final Duration MARKED = Duration.ofSeconds(2);
    private static final int PROBLEM = Column.severity(Health.Level.WARN);

    private final TableSpec<K, R> spec;
    private final RowFeed<K, R> feed;
    private final Map<K, Slot<R>> slots = new HashMap<>();
    private final Deque<Slot<R>> marks = new ArrayDeque<>();
    private final RowSubject subject = new RowSubject();
    private RowOrder<R> all = RowOrder.empty();
    private RowOrder<R> order = RowOrder.empty();
    private int[] severities = new int[6];
    private Narrow<R> narrow =
            new Narrow<>(Filter.ALL, new Scoped<>(Scope.ALL, row -> true), false, null, false);
    private @Nullable Instant filterDue;
    private Optional<String> filterProblem = Optional.empty();
    private boolean disordered;
    private int total;

    TableModel(TableSpec<K, R> spec, RowFeed<K, R> feed) {
        this.spec = spec;
        this.feed = feed;
    }

    /** Rows of a scope; two of the same scope are the same. */
    record Scoped<R>(Scope scope, Predicate<R> holds) {
        boolean sameAs(Scoped<R> other) {
            return scope.equals(other.scope);
        }
    }

    /** How the table is to be narrowed and ordered. */
    record Narrow<R>(
            Filter filter,
            Scoped<R> scope,
            boolean problemsOnly,
            @Nullable String sort,
            boolean descending) {

        boolean sameOrder(Narrow<R> other) {
            return descending == other.descending && java.util.Objects.equals(sort, other.sort);
        }

        /** What this shows is among what the other shows. */
        boolean within(Narrow<R> other) {
            return scope.sameAs(other.scope)
                    && (problemsOnly || !other.problemsOnly)
                    && filter.narrows(other.filter);
        }
    }

    TableSpec<K, R> spec() {
        return spec;
    }

    /** Rows in scope before filter and problems switch. */
    int total() {
        return total;
    }

    int count() {
        return order.count();
    }

    /** Takes over how to narrow and order, and does as little as that needs. */
    void narrow(Narrow<R> wanted, Instant now) {
        Narrow<R> old = narrow;
        narrow = wanted;
        if (!wanted.sameOrder(old)) {
            slots.values().forEach(Slot::forgetSortKey);
            all = all.sorted(comparator());
            disordered = false;
        }
        if (!wanted.scope().sameAs(old.scope())) {
            scopeAnew();
        }
        boolean less = wanted.sameOrder(old) && wanted.within(old) && filterProblem.isEmpty();
        Instant due = less ? filterDue : null;
        select(less ? order : all, now);
        // Rows that the wider filter keeps out are not asked again, but may come in with time.
        filterDue = earlier(due, filterDue);
    }

    private void scopeAnew() {
        total = 0;
        for (Slot<R> slot : slots.values()) {
            slot.inScope = narrow.scope().holds().test(slot.row);
            total += slot.inScope ? 1 : 0;
        }
    }

    /** Decides for each of the candidates whether it is shown. */
    private void select(RowOrder<R> candidates, Instant now) {
        Pass pass = narrow.filter().pass(now);
        subject.now = now;
        int[] counts = new int[6];
        RowOrder<R> selected =
                candidates.only(
                        slot -> {
                            slot.shown = shown(slot, pass);
                            counts[slot.severity] += slot.shown ? 1 : 0;
                            return slot.shown;
                        });
        severities = counts;
        order = selected;
        filterDue = pass.nextChange().orElse(null);
        filterProblem = pass.problem();
    }

    private boolean shown(Slot<R> slot, Pass pass) {
        if (!slot.inScope || (narrow.problemsOnly() && slot.severity < PROBLEM)) {
            return false;
        }
        if (narrow.filter().isAll()) {
            return true;
        }
        subject.slot = slot;
        return pass.matches(subject);
    }

    /** Takes in what changed. Returns whether anything did. */
    boolean refresh(Instant now, boolean hold) {
        Subscription.Changes<K, R> changes = feed.drain();
        fade(now);
        boolean changed = !changes.isEmpty();
        if (changed) {
            take(changes, now, hold);
        }
        if (!hold && disordered) {
            all = all.sorted(comparator());
            order = all.only(slot -> slot.shown);
            disordered = false;
            changed = true;
        }
        Instant due = filterDue;
        if (!hold && due != null && !due.isAfter(now)) {
            RowOrder<R> before = order;
            select(all, now);
            changed |= !before.sameAs(order);
        }
        return changed;
    }

    private void take(Subscription.Changes<K, R> changes, Instant now, boolean hold) {
        Batch<R> batch = new Batch<>(narrow.filter().pass(now));
        subject.now = now;
        for (K key : changes.removals()) {
            Slot<R> gone = slots.remove(key);
            if (gone != null) {
                leave(gone, batch);
            }
        }
        for (R row : changes.upserts()) {
            enter(row, now, hold, batch);
        }
        if (hold || disordered) {
            // Nobody has to look at rows that jump; the places are made good when they let go.
            boolean one = all == order;
            disordered |= batch.moved || !batch.fresh.isEmpty();
            all = all.held(batch.fresh, slot -> true);
            order = one && batch.allShown ? all : order.held(batch.freshShown, slot -> slot.shown);
        } else {
            boolean one = all == order && batch.allShown;
            Comparator<Slot<R>> by = comparator();
            all = all.patched(batch.gone, batch.fresh, by);
            order = one ? all : order.patched(batch.goneShown, batch.freshShown, by);
        }
        filterDue = earlier(filterDue, batch.pass.nextChange().orElse(null));
        batch.pass.problem().ifPresent(problem -> filterProblem = Optional.of(problem));
    }

    /** What one refresh does to the orders. */
    private static final class Batch<R> {
        final Pass pass;
        final List<Slot<R>> gone = new ArrayList<>();
        final List<Slot<R>> goneShown = new ArrayList<>();
        final List<Slot<R>> fresh = new ArrayList<>();
        final List<Slot<R>> freshShown = new ArrayList<>();
        boolean allShown = true;
        boolean moved;

        Batch(Pass pass) {
            this.pass = pass;
        }
    }

    private void leave(Slot<R> slot, Batch<R> batch) {
        slot.live = false;
        total -= slot.inScope ? 1 : 0;
        batch.gone.add(slot);
        if (slot.shown) {
            severities[slot.severity]--;
            batch.goneShown.add(slot);
        }
    }

    private void enter(R row, Instant now, boolean hold, Batch<R> batch) {
        K key = spec.key().apply(row);
        Slot<R> old = slots.get(key);
        Slot<R> slot =
                new Slot<>(
                        row,
                        old == null ? null : old.row,
                        now.toEpochMilli(),
                        spec.about().severity(row));
        slot.inScope = narrow.scope().holds().test(row);
        slot.shown = shown(slot, batch.pass);
        slots.put(key, slot);
        total += slot.inScope ? 1 : 0;
        severities[slot.severity] += slot.shown ? 1 : 0;
        batch.allShown &= slot.shown;
        if (old != null) {
            leave(old, batch);
            marks.add(slot);
            if (hold || disordered) {
                old.next = slot;
                batch.moved = true;
                if (old.shown || !slot.shown) {
                    return;
                }
                batch.freshShown.add(slot);
                return;
            }
        }
        batch.fresh.add(slot);
        if (slot.shown) {
            batch.freshShown.add(slot);
        }
    }

    private Comparator<Slot<R>> comparator() {
        Comparator<Slot<R>> natural = (a, b) -> spec.order().compare(a.row, b.row);
        String sort = narrow.sort();
        Column<R> column = sort == null ? null : spec.column(sort);
        boolean down = narrow.descending();
        if (column == null) {
            return down ? natural.reversed() : natural;
        }
        Comparator<Slot<R>> chosen =
                (a, b) -> Values.compare(a.sortKey(column), b.sortKey(column), down);
        return chosen.thenComparing(natural);
    }

    /** Lets go of what rows were before once nobody marks the difference. */
    private void fade(Instant now) {
        long old = now.minus(MARKED).toEpochMilli();
        while (!marks.isEmpty() && marks.peekFirst().changed <= old) {
            marks.removeFirst().before = null;
        }
    }

    /** When the first change mark fades, if any is shown. */
    Optional<Instant> marksDue() {
        return Optional.ofNullable(marks.peekFirst())
                .map(slot -> Instant.ofEpochMilli(slot.changed).plus(MARKED));
    }

    /** When time alone changes which rows pass the filter. */
    Optional<Instant> filterDue() {
        return Optional.ofNullable(filterDue);
    }

    /** What the filter could not do, for the user; empty when all is well. */
    Optional<String> filterProblem() {
        return filterProblem;
    }

    boolean anyHasLabel(String name) {
        for (Slot<R> slot : slots.values()) {
            if (spec.label().apply(slot.row, name) != null) {
                return true;
            }
        }
        return false;
    }

    boolean isEmpty() {
        return slots.isEmpty();
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        return a == null ? b : b == null || a.isBefore(b) ? a : b;
    }

    /** How many shown rows have each severity, index 0 (fine) to 5 (bad). */
    int[] severities() {
        return severities.clone();
    }

    /** Where a key stands now, looked for first at `near`; -1 when it is not shown. */
    int indexOf(Object key, int near) {
        Slot<R> slot = slots.get(key);
        return slot == null || !slot.shown ? -1 : order.indexOf(slot, near);
    }

    @Nullable R row(int index) {
        return index < 0 || index >= order.count() ? null : order.get(index).row;
    }

    @Nullable K key(int index) {
        R row = row(index);
        return row == null ? null : spec.key().apply(row);
    }

    /** The rows as a frame shows them. */
    TableFrame.Rows rows(Instant now, boolean wide) {
        return new ShownRows<>(order, spec.shown(wide), spec.key(), now);
    }

    @Override
    public void close() {
        feed.close();
    }

    private final class RowSubject implements Subject {
        private @Nullable Slot<R> slot;
        private Instant now = Instant.EPOCH;

        @Override
        public Value value(Schema.Field field) {
            Slot<R> current = slot;
            return current == null
                    ? Value.NONE
                    : spec.columns().get(field.index()).value().apply(current.row);
        }

        @Override
        public String text() {
            Slot<R> current = slot;
            return current == null ? "" : current.search(spec);
        }

        @Override
        public @Nullable String label(String key) {
            Slot<R> current = slot;
            return current == null ? null : spec.label().apply(current.row, key);
        }

        @Override
        public Instant now() {
            return now;
        }
    }
}
