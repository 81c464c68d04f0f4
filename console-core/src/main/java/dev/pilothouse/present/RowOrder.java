package dev.pilothouse.present;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Slots in an order. Never written again once made, so that frames can share it; a change makes a
 * new array out of pieces of the old one.
 */
final class RowOrder<R> {
    /** Up to this part of the rows are patched one by one; above, one pass over all is cheaper. */
    private static final int FEW = 32;

    private final Slot<R>[] slots;

    private RowOrder(Slot<R>[] slots) {
        this.slots = slots;
    }

    static <R> RowOrder<R> empty() {
        return new RowOrder<>(array(0));
    }

    @SuppressWarnings("unchecked")
    private static <R> Slot<R>[] array(int length) {
        return (Slot<R>[]) new Slot<?>[length];
    }

    int count() {
        return slots.length;
    }

    Slot<R> get(int index) {
        return slots[index];
    }

    boolean sameAs(RowOrder<R> other) {
        return Arrays.equals(slots, other.slots);
    }

    RowOrder<R> sorted(Comparator<Slot<R>> by) {
        Slot<R>[] copy = slots.clone();
        Arrays.sort(copy, by);
        return new RowOrder<>(copy);
    }

    /** Those that hold, in the same order; this object when all do. */
    RowOrder<R> only(Predicate<Slot<R>> wanted) {
        Slot<R>[] kept = array(slots.length);
        int count = 0;
        for (Slot<R> slot : slots) {
            if (wanted.test(slot)) {
                kept[count++] = slot;
            }
        }
        return count == slots.length ? this : new RowOrder<>(Arrays.copyOf(kept, count));
    }

    /** Where a slot stands; -1 when it is not here. `near` is looked at first. */
    int indexOf(Slot<R> slot, int near) {
        if (near >= 0 && near < slots.length && slots[near] == slot) {
            return near;
        }
        for (int i = 0; i < slots.length; i++) {
            if (slots[i] == slot) {
                return i;
            }
        }
        return -1;
    }

    /** Takes out what is gone and merges in what is new; this order must be good. */
    RowOrder<R> patched(List<Slot<R>> gone, List<Slot<R>> fresh, Comparator<Slot<R>> by) {
        if (gone.isEmpty() && fresh.isEmpty()) {
            return this;
        }
        Slot<R>[] sorted = fresh.toArray(array(0));
        Arrays.sort(sorted, by);
        if ((gone.size() + sorted.length) * FEW < slots.length) {
            int[] holes = holes(gone, by);
            if (holes.length == gone.size()) {
                return pieced(holes, sorted, by);
            }
        }
        return merged(sorted, by);
    }

    /** Where the gone slots stand, ascending; fewer when one is not where it belongs. */
    private int[] holes(List<Slot<R>> gone, Comparator<Slot<R>> by) {
        int[] holes = new int[gone.size()];
        int found = 0;
        for (Slot<R> slot : gone) {
            int at = Arrays.binarySearch(slots, slot, by);
            if (at >= 0 && slots[at] == slot) {
                holes[found++] = at;
            }
        }
        int[] ascending = Arrays.copyOf(holes, found);
        Arrays.sort(ascending);
        return ascending;
    }

    private RowOrder<R> pieced(int[] holes, Slot<R>[] fresh, Comparator<Slot<R>> by) {
        Slot<R>[] target = array(slots.length - holes.length + fresh.length);
        int from = 0;
        int to = 0;
        int hole = 0;
        for (int i = 0; i <= fresh.length; i++) {
            int until = i == fresh.length ? slots.length : place(fresh[i], from, by);
            while (hole < holes.length && holes[hole] < until) {
                System.arraycopy(slots, from, target, to, holes[hole] - from);
                to += holes[hole] - from;
                from = holes[hole++] + 1;
            }
            System.arraycopy(slots, from, target, to, until - from);
            to += until - from;
            from = until;
            if (i < fresh.length) {
                target[to++] = fresh[i];
            }
        }
        return new RowOrder<>(target);
    }

    private int place(Slot<R> slot, int from, Comparator<Slot<R>> by) {
        int at = Arrays.binarySearch(slots, from, slots.length, slot, by);
        return at < 0 ? -at - 1 : at;
    }

    private RowOrder<R> merged(Slot<R>[] fresh, Comparator<Slot<R>> by) {
        Slot<R>[] target = array(slots.length + fresh.length);
        int to = 0;
        int next = 0;
        for (Slot<R> slot : slots) {
            if (!slot.live) {
                continue;
            }
            while (next < fresh.length && by.compare(fresh[next], slot) <= 0) {
                target[to++] = fresh[next++];
            }
            target[to++] = slot;
        }
        while (next < fresh.length) {
            target[to++] = fresh[next++];
        }
        return new RowOrder<>(to == target.length ? target : Arrays.copyOf(target, to));
    }

    /** Every row keeps its place: changed ones are replaced, gone ones left out, new ones last. */
    RowOrder<R> held(List<Slot<R>> fresh, Predicate<Slot<R>> wanted) {
        Slot<R>[] target = array(slots.length + fresh.size());
        int to = 0;
        for (Slot<R> slot : slots) {
            Slot<R> now = slot.live ? slot : slot.next;
            if (now != null && wanted.test(now)) {
                target[to++] = now;
            }
        }
        for (Slot<R> slot : fresh) {
            target[to++] = slot;
        }
        return new RowOrder<>(to == target.length ? target : Arrays.copyOf(target, to));
    }
}
