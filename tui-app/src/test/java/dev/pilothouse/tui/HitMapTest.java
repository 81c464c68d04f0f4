package dev.pilothouse.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pilothouse.present.Frame;
import dev.pilothouse.present.Intent;
import dev.pilothouse.present.OverlayFrame;
import dev.pilothouse.present.TableFrame;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A click lands on the row that is painted there, also in a table that has scrolled. */
class HitMapTest {
    private static Frame table(int cursor) {
        return Frames.of(1, Frames.table(Frames.many(100), cursor), null);
    }

    @Test
    void theLineUnderTheHeadsIsTheFirstRow() throws IOException {
        HitMap hits = Stage.of(80, 24).hits(table(0));
        assertEquals(List.of(new Intent.Focus(0), new Intent.Select(0)), hits.click(3));
    }

    @Test
    void aScrolledTableKnowsItsFirstRow() throws IOException {
        HitMap hits = Stage.of(80, 24).hits(table(99));
        assertEquals(List.of(new Intent.Focus(0), new Intent.Select(99)), hits.click(22));
    }

    @Test
    void headsHeaderAndFooterAreNoRows() throws IOException {
        HitMap hits = Stage.of(80, 24).hits(table(0));
        assertEquals(List.of(), hits.click(0));
        assertEquals(List.of(), hits.click(2));
        assertEquals(List.of(), hits.click(23));
    }

    @Test
    void nothingIsClickedThroughAnOverlay() throws IOException {
        OverlayFrame prompt =
                new OverlayFrame.PromptFrame("filter", "", 0, TableFrame.FilterError.NONE);
        Frame frame = Frames.of(1, Frames.table(Frames.fleetRows(), 0), prompt);
        assertEquals(List.of(), Stage.of(80, 24).hits(frame).click(3));
    }

    @Test
    void theViewMovesOnlyAsFarAsTheCursorPushesIt() throws IOException {
        Stage stage = Stage.of(80, 24);
        stage.hits(table(50));
        HitMap back = stage.hits(table(40));
        assertEquals(new Intent.Select(31), back.click(3).getLast());
        HitMap above = stage.hits(table(30));
        assertEquals(new Intent.Select(30), above.click(3).getLast());
    }
}
