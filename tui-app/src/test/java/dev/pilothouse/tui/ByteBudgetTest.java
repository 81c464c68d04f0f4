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
 * bytes for a key, 100 for a row that changed, 400 for an age in every row, nothing but the hidden
 * cursor when nothing did.
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
    void oneChangedRowCostsLessThan100Bytes() throws IOException {
        aged(7, "7/9", "99k", "8.25", "3d");
        stage.paint(frame(2, 3));
        int bytes = stage.bytes();
        assertTrue(bytes < 100, bytes + " bytes");
    }

    private void aged(int row, String... tail) {
        List<String> cells = new ArrayList<>(rows.get(row).cells().subList(0, 4));
        cells.addAll(List.of(tail));
        rows.set(row, new Frames.Row(rows.get(row).glyph(), rows.get(row).tone(), cells));
    }

    @Test
    void anAgeInEveryRowCostsLessThan400Bytes() throws IOException {
        for (int i = 0; i < rows.size(); i++) {
            aged(i, "3/3", "10k", "1.00", "4m");
        }
        stage.paint(frame(2, 3));
        stage.bytes();
        for (int i = 0; i < rows.size(); i++) {
            aged(i, "3/3", "10k", "1.00", "5m");
        }
        stage.paint(frame(3, 3));
        int bytes = stage.bytes();
        assertTrue(bytes < 400, bytes + " bytes");
    }

    @Test
    void scrollingByALineCostsLessThan700Bytes() throws IOException {
        stage.paint(frame(2, 46));
        stage.bytes();
        stage.paint(frame(3, 47));
        int bytes = stage.bytes();
        assertTrue(bytes < 700, bytes + " bytes");
        stage.paint(frame(4, 46));
        stage.bytes();
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
