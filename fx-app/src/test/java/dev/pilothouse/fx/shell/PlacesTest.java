package dev.pilothouse.fx.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.pilothouse.fx.memory.TabMemory;
import dev.pilothouse.fx.memory.WindowMemory;
import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private static final Rectangle2D LAPTOP = new Rectangle2D(0, 24, 1280, 776);
    private static final Rectangle2D WALL = new Rectangle2D(1280, 0, 2560, 1440);

    private static WindowMemory at(double x, double y) {
        return new WindowMemory(x, y, 1440, 900, List.of(TabMemory.FIRST), 0);
    }

    @Test
    void aWindowOnAScreenStaysWhereItWas() {
        assertEquals(at(1500, 100), Places.reachable(at(1500, 100), List.of(LAPTOP, WALL)));
        assertEquals(at(-1300, 40), Places.reachable(at(-1300, 40), List.of(LAPTOP)));
    }

    @Test
    void aWindowOfAMonitorThatIsGoneComesBack() {
        WindowMemory back = Places.reachable(at(1500, 100), List.of(LAPTOP));
        assertFalse(back.placed());
        assertEquals(1280, back.width());
        assertEquals(776, back.height());
        assertFalse(
                Places.reachable(at(-1400, 40), List.of(LAPTOP)).placed(), "too little to grip");
        assertFalse(Places.reachable(at(10, 1200), List.of(LAPTOP)).placed(), "title below");
        assertFalse(Places.reachable(at(10, -30), List.of(LAPTOP)).placed(), "title above");
    }
}
