package dev.pilothouse.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must hold for any text at all. */
class TextPropertiesTest {
    private final Random random = new Random(20_261_124);

    /** Mostly the troublesome parts of Unicode, among them halves of pairs. */
    private String anyText() {
        int[][] ranges = {
            {0x00, 0xFF},
            {0x200, 0x36F},
            {0x590, 0x6FF},
            {0x1100, 0x11FF},
            {0x2000, 0x206F},
            {0x3000, 0x30FF},
            {0xD800, 0xDFFF},
            {0xFE00, 0xFEFF},
            {0xFFF0, 0xFFFF},
            {0x1F300, 0x1FAFF},
            {0xE0000, 0xE01EF}
        };
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(24); i > 0; i--) {
            int[] range = ranges[random.nextInt(ranges.length)];
            text.appendCodePoint(range[0] + random.nextInt(range[1] - range[0] + 1));
        }
        return text.toString();
    }

    @Test
    void nothingInvisibleOrActiveIsEverLeft() {
        for (int round = 0; round < 50_000; round++) {
            String dirty = anyText();
            String line = CleanText.line(dirty, 40);
            String lines = CleanText.lines(dirty, 40);
            assertFalse(active(line, false), dirty);
            assertFalse(active(lines, true), dirty);
            assertTrue(line.length() <= 41, "at most 40 and the mark of the cut");
            assertEquals(line, CleanText.line(line, 41), "cleaning twice changes nothing");
        }
    }

    private static boolean active(String text, boolean breaks) {
        return text.codePoints()
                .anyMatch(
                        c ->
                                (c == '\n' && !breaks)
                                        || (c != '\n' && Character.isISOControl(c))
                                        || Character.getType(c) == Character.FORMAT
                                        || Character.getType(c) == Character.SURROGATE
                                        || c == 0x2028
                                        || c == 0x2029
                                        || (c >= 0xFE00 && c <= 0xFE0F));
    }

    @ParameterizedTest
    @CsvSource({
        "a\u202Eb, a\uFFFDb",
        "a\u2067b, a\uFFFDb",
        "a\u061Cb, a\uFFFDb",
        "a\u00ADb, a\uFFFDb",
        "a\u009Bb, a\uFFFDb",
        "\uD83D\uDC68\u200D\uD83D\uDC69, \uD83D\uDC68\uD83D\uDC69",
        "\u2764\uFE0F, \u2764",
        "a\uD83D, a\uFFFD",
        "a\uDB40\uDC41b, a\uFFFDb"
    })
    void eachKindOfTrickIsTakenOut(String dirty, String clean) {
        assertEquals(clean, CleanText.line(dirty, 100));
    }

    @Test
    void piecesThatWereCutToAWidthFitAndAddUp() {
        for (int round = 0; round < 50_000; round++) {
            String text = CleanText.line(anyText(), 60);
            int cells = random.nextInt(20);
            assertTrue(CellWidth.of(CellWidth.cutEnd(text, cells)) <= cells, text);
            assertTrue(CellWidth.of(CellWidth.cutMiddle(text, cells)) <= cells, text);
            String head = CellWidth.prefix(text, cells);
            assertEquals(
                    CellWidth.of(text),
                    CellWidth.of(head) + CellWidth.of(text.substring(head.length())));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a, 1",
        "\u00E9, 1",
        "e\u0301, 1",
        "\u4E2D\u6587, 4",
        "\uFF21, 2",
        "\uD55C, 2",
        "\u1112\u1161\u11AB, 2",
        "\u0E01\u0E34, 1",
        "\u303F, 1",
        "\u25CF, 1",
        "\u2588, 1",
        "\u2714, 1",
        "\u2705, 2",
        "\uD83D\uDE80, 2",
        "\uD83C\uDFF3, 1",
        "\uD840\uDC00, 2",
        "\uFFFD, 1"
    })
    void widthIsWhatATerminalDraws(String text, int cells) {
        assertEquals(cells, CellWidth.of(text));
    }
}
