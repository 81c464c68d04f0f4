package dev.pilothouse.fx.paint;

import dev.pilothouse.fx.memory.TableMemory;
import dev.pilothouse.present.ColumnHead;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Which columns are in view. At home (nothing scrolled) the least important columns give way until
 * the others fit. Scrolled sideways, all columns are there in their order and the first of them
 * that is a name stays, so that a row can always be told by it.
 *
 * @param order indices of the heads that the user has not hidden, from left to right
 * @param shown those of `order` that are in view
 * @param last the largest useful offset, 0 when everything fits
 * @param offset how many columns besides the name are scrolled away
 */
record ColumnWindow(List<Integer> order, Set<Integer> shown, int last, int offset) {

    /** The room there is, and what the user asked for. */
    record Ask(double room, boolean wide, int offset) {}

    static ColumnWindow of(
            List<ColumnHead> heads,
            TableMemory memory,
            ToDoubleFunction<ColumnHead> width,
            Ask ask) {
        List<Integer> order = order(heads, memory);
        int pin = pin(heads, order);
        List<Integer> rest = order.stream().filter(i -> i != pin).toList();
        double[] widths =
                rest.stream().mapToDouble(i -> width.applyAsDouble(heads.get(i))).toArray();
        double room = ask.room() - width.applyAsDouble(heads.get(pin));
        int last = last(widths, room);
        int offset = Math.clamp(ask.offset(), 0, last);
        Set<Integer> shown =
                offset == 0 && !ask.wide()
                        ? home(heads, order, width, ask.room())
                        : scrolled(rest, widths, room, offset);
        shown.add(pin);
        return new ColumnWindow(order, shown, last, offset);
    }

    /** The first name, or else the first column. */
    private static int pin(List<ColumnHead> heads, List<Integer> order) {
        return order.stream()
                .filter(i -> heads.get(i).layout().cutMiddle())
                .findFirst()
                .orElse(order.getFirst());
    }

    /** All heads in the user's order; those that the order does not name come behind. */
    static List<Integer> arranged(List<ColumnHead> heads, TableMemory memory) {
        List<Integer> order = new ArrayList<>();
        for (String id : memory.order()) {
            for (int i = 0; i < heads.size(); i++) {
                if (heads.get(i).id().equals(id)) {
                    order.add(i);
                }
            }
        }
        for (int i = 0; i < heads.size(); i++) {
            if (!order.contains(i)) {
                order.add(i);
            }
        }
        return order;
    }

    private static List<Integer> order(List<ColumnHead> heads, TableMemory memory) {
        List<Integer> all = arranged(heads, memory);
        List<Integer> left =
                all.stream().filter(i -> !memory.hidden().contains(heads.get(i).id())).toList();
        return left.isEmpty() ? all : left;
    }

    /** The smallest offset at which the end is in view. */
    private static int last(double[] widths, double room) {
        double used = 0;
        for (int i = widths.length - 1; i >= 0; i--) {
            used += widths[i];
            if (used > room) {
                return Math.min(i + 1, widths.length - 1);
            }
        }
        return 0;
    }

    private static Set<Integer> scrolled(
            List<Integer> rest, double[] widths, double room, int offset) {
        Set<Integer> shown = new HashSet<>();
        double used = 0;
        for (int i = offset; i < widths.length; i++) {
            used += widths[i];
            if (used > room && i > offset) {
                break;
            }
            shown.add(rest.get(i));
        }
        return shown;
    }

    private static Set<Integer> home(
            List<ColumnHead> heads,
            List<Integer> order,
            ToDoubleFunction<ColumnHead> width,
            double room) {
        Set<Integer> shown = new HashSet<>(order);
        double used = order.stream().mapToDouble(i -> width.applyAsDouble(heads.get(i))).sum();
        int highest = heads.stream().mapToInt(ColumnHead::priority).max().orElse(0);
        for (int priority = highest; priority > 0 && used > room; priority--) {
            for (int at = order.size() - 1; at >= 0 && used > room; at--) {
                int head = order.get(at);
                if (heads.get(head).priority() == priority) {
                    shown.remove(head);
                    used -= width.applyAsDouble(heads.get(head));
                }
            }
        }
        return shown;
    }
}
