package dev.pilothouse.fx.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pilothouse.fx.memory.TableMemory;
import dev.pilothouse.present.ColumnHead;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ColumnWindowTest {
    /** Each is 100 wide. */
    private static final List<ColumnHead> HEADS =
            List.of(
                    head("cluster", 1, false),
                    head("name", 0, true),
                    head("image", 7, false),
                    head("status", 0, false),
                    head("age", 2, false));

    private static ColumnHead head(String id, int priority, boolean name) {
        ColumnHead.Layout layout = new ColumnHead.Layout(10, 0, false, name);
        return new ColumnHead(id, id, layout, priority, false, "");
    }

    private static List<String> shown(TableMemory memory, double room, boolean wide, int offset) {
        ColumnWindow window = window(memory, room, wide, offset);
        return window.order().stream()
                .filter(window.shown()::contains)
                .map(i -> HEADS.get(i).id())
                .toList();
    }

    private static ColumnWindow window(TableMemory memory, double room, boolean wide, int offset) {
        return ColumnWindow.of(
                HEADS, memory, head -> 100, new ColumnWindow.Ask(room, wide, offset));
    }

    @Test
    void allAreThereWhenTheyFit() {
        assertEquals(
                List.of("cluster", "name", "image", "status", "age"),
                shown(TableMemory.NONE, 500, false, 3));
        assertEquals(0, window(TableMemory.NONE, 500, false, 3).last());
    }

    @Test
    void theLeastImportantGiveWayFirst() {
        assertEquals(List.of("cluster", "name", "status"), shown(TableMemory.NONE, 300, false, 0));
        assertEquals(List.of("name", "status"), shown(TableMemory.NONE, 90, false, 0));
    }

    @Test
    void theNameStaysWhileTheOthersScroll() {
        assertEquals(List.of("name", "image", "status"), shown(TableMemory.NONE, 300, false, 1));
        assertEquals(List.of("name", "status", "age"), shown(TableMemory.NONE, 300, false, 2));
        assertEquals(
                List.of("name", "status", "age"),
                shown(TableMemory.NONE, 300, false, 99),
                "not beyond the end");
        assertEquals(
                List.of("cluster", "name", "image"),
                shown(TableMemory.NONE, 300, true, 0),
                "wide drops nothing, it scrolls");
        assertEquals(
                List.of("name", "age"),
                shown(TableMemory.NONE, 50, false, 99),
                "one column beside the name even without room");
    }

    @Test
    void whatTheUserHidOrMovedIsKept() {
        TableMemory memory =
                new TableMemory(List.of("age", "gone", "name"), Set.of("image"), Map.of());
        assertEquals(List.of("age", "name", "cluster", "status"), shown(memory, 500, false, 0));
        TableMemory all =
                new TableMemory(
                        List.of(), Set.of("cluster", "name", "image", "status", "age"), Map.of());
        assertEquals(5, shown(all, 500, false, 0).size(), "an empty table would be a trap");
    }
}
