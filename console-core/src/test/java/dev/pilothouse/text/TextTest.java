package dev.pilothouse.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {
    @Test
    void escapesControlsAndBidiNeverGetThrough() {
        String hostile = "a\u001b[2Jb\u0007c\u009b31md\u202Ee\u2066f\u200Bg\u2028h\r\ni\tj";
        String clean = CleanText.line(hostile, 100);
        assertTrue(clean.chars().noneMatch(c -> c < 0x20 || (c >= 0x7f && c <= 0x9f)), clean);
        assertTrue(
                clean.chars()
                        .noneMatch(c -> c == 0x202e || c == 0x2066 || c == 0x200b || c == 0x2028),
                clean);
        assertTrue(clean.startsWith("a\uFFFD[2Jb\uFFFDc"), clean);
        assertTrue(clean.endsWith("h i j"), clean);
    }

    @Test
    void absurdLengthIsCutAndASurrogatePairIsNotSplit() {
        String cut = CleanText.line("x".repeat(9) + "😀".repeat(10), 10);
        assertEquals("x".repeat(9) + "…", cut);
    }

    @Test
    void anythingAtAllComesOutClean() {
        Random random = new Random(7);
        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(20); i > 0; i--) {
                text.append((char) random.nextInt(0x3000));
            }
            String once = CleanText.line(text.toString(), 50);
            assertEquals(once, CleanText.line(once, 51), "cleaning twice changes nothing");
        }
    }

    @ParameterizedTest
    @CsvSource({"abc,3", "日本,4", "e\u0301,1", "✅,2", "→,1"})
    void widthInCells(String text, int cells) {
        assertEquals(cells, CellWidth.of(text));
    }

    @ParameterizedTest
    @CsvSource({
        "checkout-agent-refund,16,checkout…-refund",
        "short,16,short",
        "日本語のエージェント,9,日本…ント",
        "abcdef,3,ab…"
    })
    void longNamesAreCutInTheMiddle(String text, int cells, String cut) {
        assertEquals(cut, CellWidth.cutMiddle(text, cells));
        assertTrue(CellWidth.of(cut) <= cells);
    }

    @ParameterizedTest
    @CsvSource({
        "42,42s",
        "240,4m",
        "11520,3h12m",
        "10800,3h",
        "190800,2d5h",
        "3542400,41d",
        "-5,0s"
    })
    void ages(long seconds, String words) {
        assertEquals(words, Formats.duration(Duration.ofSeconds(seconds)));
    }

    @Test
    void quantities() {
        assertEquals("512Mi", Formats.bytes(512L << 20));
        assertEquals("1.5Gi", Formats.bytes(3L << 29));
        assertEquals("250m", Formats.cpu(250));
        assertEquals("1.5", Formats.cpu(1_500));
        assertEquals("", Formats.cpu(-1));
        assertEquals("1.2k", Formats.count(1_234));
    }
}
