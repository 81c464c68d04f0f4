package dev.pilothouse.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pilothouse.present.Frame;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a frame costs on a slow line, at 180x50 in true colour. A number here is a promise: 600
 * bytes for a key, 200 for a row that changed, nothing but the hidden cursor when nothing did.
 */
class ByteBudgetTest {
    private static final int CURSOR_HIDDEN = 6;

    private final List<Frames.Row> rows = new ArrayList<>();
    private Stage stage;

    ByteBudgetTest() throws IOException {
        stage = Stage.of(180, 50);
    }

    @BeforeEach
    void paintOnce() throws IOException {
        for (int i = 0; i < 12; i++) {
            rows.addAll(Frames.fleetRows());
        }
        stage = Stage.of(180, 50);
        stage.paint(frame(1, 3));
        stage.bytes();
    }

    private Frame frame(long number, int cursor) {
        return Frames.of(number, Frames.table(List.copyOf(rows), cursor), null);
    }

    @Test
    void nothingChangedCostsNothing() throws IOException {
        stage.paint(frame(2, 3));
        assertEquals(CURSOR_HIDDEN, stage.bytes());
    }

    @Test
    void oneChangedRowCostsLessThan200Bytes() throws IOException {
        Frames.Row old = rows.get(7);
        rows.set(
                7,
                Frames.Row.of(
                        old.glyph(),
                        old.tone(),
                        old.cells().get(0),
                        old.cells().get(1),
                        old.cells().get(2),
                        old.cells().get(3),
                        "7/9",
                        "99k",
                        "8.25",
                        "3d"));
        stage.paint(frame(2, 3));
        int bytes = stage.bytes();
        assertTrue(bytes < 200, bytes + " bytes");
    }

    @Test
    void movingTheCursorCostsLessThan600Bytes() throws IOException {
        stage.paint(frame(2, 4));
        int bytes = stage.bytes();
        assertTrue(bytes < 600, bytes + " bytes");
    }

    @Test
    void allRowsChangedStaysUnder15Kilobytes() throws IOException {
        rows.sort((a, b) -> b.cells().getFirst().compareTo(a.cells().getFirst()));
        stage.paint(frame(2, 3));
        int bytes = stage.bytes();
        assertTrue(bytes < 15_000, bytes + " bytes");
    }
}
