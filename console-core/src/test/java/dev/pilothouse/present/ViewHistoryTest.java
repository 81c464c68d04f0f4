package dev.pilothouse.present;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ViewHistoryTest {
    private final ViewHistory history = new ViewHistory();

    private void shown(ScreenKind kind) {
        history.shown(new ViewHistory.Place(kind, Selection.NOTHING, Scope.ALL));
    }

    private ScreenKind step(int by) {
        return present(history.step(by)).kind();
    }

    private static ViewHistory.Place present(ViewHistory.@Nullable Place place) {
        assertNotNull(place);
        return place;
    }

    @Test
    void backAndForwardAsInABrowser() {
        shown(ScreenKind.FLEET);
        shown(ScreenKind.PODS);
        shown(ScreenKind.NODES);
        assertEquals(ScreenKind.PODS, step(-1));
        assertEquals(ScreenKind.FLEET, step(-1));
        assertNull(history.step(-1));
        assertEquals(ScreenKind.PODS, step(1));
        shown(ScreenKind.EVENTS);
        assertNull(history.step(1), "a new screen forgets what lay ahead");
    }

    @Test
    void theLastScreenIsTheOneBefore() {
        shown(ScreenKind.FLEET);
        assertNull(history.last());
        shown(ScreenKind.PODS);
        shown(ScreenKind.PODS);
        assertEquals(ScreenKind.FLEET, present(history.last()).kind());
    }

    @Test
    void onlyTwentyAreKept() {
        for (int i = 0; i < 30; i++) {
            shown(i % 2 == 0 ? ScreenKind.PODS : ScreenKind.NODES);
        }
        int steps = 0;
        while (history.step(-1) != null) {
            steps++;
        }
        assertEquals(19, steps);
    }
}
