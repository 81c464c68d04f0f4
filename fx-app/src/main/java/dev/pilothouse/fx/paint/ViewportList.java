package dev.pilothouse.fx.paint;

import java.util.AbstractList;
import java.util.List;
import javafx.collections.ObservableListBase;

/**
 * The row numbers 0 up to the size of a frame, as a list that a control can show. It holds nothing
 * and fires only for the difference in size, at the tail: a frame that orders 50,000 rows anew
 * costs the control nothing, because visible cells ask the frame again for their row.
 */
final class ViewportList extends ObservableListBase<Integer> {
    private int size;

    void resize(int to) {
        if (to == size) {
            return;
        }
        int from = size;
        beginChange();
        size = to;
        if (to > from) {
            nextAdd(from, to);
        } else {
            nextRemove(to, range(to, from));
        }
        endChange();
    }

    private static List<Integer> range(int from, int to) {
        return new AbstractList<>() {
            @Override
            public Integer get(int index) {
                return from + index;
            }

            @Override
            public int size() {
                return to - from;
            }
        };
    }

    @Override
    public Integer get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return index;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int indexOf(Object row) {
        return row instanceof Integer index && index >= 0 && index < size ? index : -1;
    }

    @Override
    public int lastIndexOf(Object row) {
        return indexOf(row);
    }

    @Override
    public boolean contains(Object row) {
        return indexOf(row) >= 0;
    }
}
