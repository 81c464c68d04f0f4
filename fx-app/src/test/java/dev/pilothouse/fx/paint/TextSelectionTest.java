package dev.pilothouse.fx.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pilothouse.fx.paint.TextSelection.Spot;
import dev.pilothouse.present.TextFrame.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextSelectionTest {
    private static final List<Line> LINES =
            List.of(Line.of("image: reg.local/a:1.2 (old)"), Line.of(""), Line.of("kind: Pod"));

    @Test
    void aMarkGoesEitherWayAcrossLines() {
        TextSelection down = TextSelection.at(new Spot(0, 23)).to(new Spot(2, 4));
        TextSelection up = TextSelection.at(new Spot(2, 4)).to(new Spot(0, 23));
        assertEquals("(old)\n\nkind", down.text(LINES));
        assertEquals("(old)\n\nkind", up.text(LINES));
        assertEquals(0, up.from(1, 0));
        assertEquals(-1, up.from(3, 9));
    }

    @Test
    void twoClicksTakeAWholeImageName() {
        TextSelection word = TextSelection.word(new Spot(0, 10), LINES.getFirst().plain());
        assertEquals("reg.local/a:1.2", word.text(LINES));
        assertTrue(TextSelection.word(new Spot(1, 0), "").empty());
    }

    @Test
    void allIsAllAndNothingIsNothing() {
        assertEquals(
                "image: reg.local/a:1.2 (old)\n\nkind: Pod", TextSelection.all(LINES).text(LINES));
        assertEquals("", TextSelection.NONE.text(LINES));
        assertTrue(TextSelection.all(List.of()).empty());
    }

    @Test
    void linesThatWentAwayAreLeftOut() {
        assertEquals(
                "image: reg.local/a:1.2 (old)\n",
                TextSelection.all(LINES).text(LINES.subList(0, 2)));
    }
}
