package dev.pilothouse.bench.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a screen of 10x4 shows after a program has written; {@code ^} stands for ESC. */
class InterpreterTest {
    private final Screen screen = new Screen(10, 4);
    private final List<String> answers = new ArrayList<>();
    private final Interpreter interpreter =
            new Interpreter(
                    screen, bytes -> answers.add(new String(bytes, StandardCharsets.UTF_8)));

    private String after(String written) {
        interpreter.feed(written.replace('^', '\u001b').getBytes(StandardCharsets.UTF_8));
        return screen.text().stripTrailing();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "ab^[2;3Hcd, \"ab\n  cd\"",
                "^[31;1mred^[0m plain, red plain",
                "abcdef^[1;3H^[K, ab",
                "abcdef^[1;3H^[2P, abef",
                "abcdef^[1;3H^[2@, ab  cdef",
                "abcdef^[1;3H^[2X, ab  ef",
                "a^[1;4Hb^[2D^[Cc, a  c",
                "x^[3b, xxxx",
                "one^[?1049htwo, two",
                "old^[2J^[Hnew, new",
                "^]0;title^Gtext, text",
                "^]0;title^\\text, text",
                "^P+q544e^\\text, text",
                "^(0text, text",
                "^[>4;1mtext, text",
                "0123456789ab, \"0123456789\nab\"",
                "üäß€, üäß€",
                "日本x, 日本x",
            })
    void showsWhatATerminalWouldShow(String written, String shown) {
        assertEquals(shown, after(written));
    }

    @Test
    void scrollsWithinTheMarginsOnly() {
        after("1\r\n2\r\n3\r\n4");
        assertEquals("1\n3\n\n4", after("^[2;3r^[3;1H\n"));
        assertEquals("1\n\n3\n4", after("^[2;1H^M"), "back down");
        assertEquals("1\nnew\n\n4", after("^[2;1H^[Lnew"));
    }

    @Test
    void aCharacterAndASequenceMayBeCutByTheChunks() {
        byte[] bytes = "\u001b[2;2H€".getBytes(StandardCharsets.UTF_8);
        for (byte one : bytes) {
            interpreter.feed(new byte[] {one});
        }
        assertEquals("\n €", screen.text().stripTrailing());
    }

    @Test
    void aLineThatIsJustFullWrapsOnlyWithTheNextCharacter() {
        assertEquals("0123456789", after("0123456789"));
        assertEquals("x123456789", after("\rx"));
    }

    @Test
    void questionsOfProgramsAreAnswered() {
        after("^[c^[>c^[6n^]11;?^G^[5n^[?2026$p");
        assertEquals(
                List.of(
                        "\u001b[?62;22c",
                        "\u001b[>41;390;0c",
                        "\u001b[1;1R",
                        "\u001b[0n",
                        "\u001b[?2026;0$y"),
                answers);
        after("^]11;?^\\");
        assertEquals("\u001b]11;rgb:1e1e/1e1e/1e1e\u001b\\", answers.getLast());
    }
}
