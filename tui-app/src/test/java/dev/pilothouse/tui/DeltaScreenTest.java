package dev.pilothouse.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.screen.Screen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever changes, the terminal shows after the bytes what it would show painted anew. */
class DeltaScreenTest {
    private static final int COLUMNS = 40;
    private static final int ROWS = 12;

    private final Random random = new Random(11);
    private final MemoryTerminal terminal = MemoryTerminal.of(COLUMNS, ROWS);
    private final ByteTerminal shown = new ByteTerminal(COLUMNS, ROWS);
    private final DeltaScreen screen;

    DeltaScreenTest() throws IOException {
        screen = new DeltaScreen(terminal, StandardCharsets.UTF_8);
        screen.startScreen();
        screen.setCursorPosition(null);
        terminal.take();
    }

    @Test
    void randomChangesAndScrollsLeaveTheSameScreen() throws IOException {
        for (int round = 0; round < 3_000; round++) {
            for (int i = random.nextInt(60); i > 0; i--) {
                change();
            }
            if (random.nextInt(4) == 0) {
                int top = random.nextInt(4);
                screen.moved(top, ROWS - 1 - random.nextInt(4), random.nextInt(7) - 3);
            }
            screen.refresh(
                    random.nextInt(50) == 0
                            ? Screen.RefreshType.COMPLETE
                            : Screen.RefreshType.DELTA);
            shown.write(terminal.take());
            assertSame(round);
        }
    }

    private void change() {
        int y = random.nextInt(ROWS);
        int from = random.nextInt(COLUMNS);
        int to = random.nextInt(3) == 0 ? COLUMNS : Math.min(COLUMNS, from + random.nextInt(9));
        boolean blank = random.nextBoolean();
        boolean reverse = random.nextInt(5) == 0;
        TextColor color =
                random.nextBoolean() ? TextColor.ANSI.DEFAULT : new TextColor.RGB(9, 8, 7);
        SGR[] style = reverse ? new SGR[] {SGR.REVERSE} : new SGR[0];
        for (int x = from; x < to; x++) {
            char c = blank ? ' ' : (char) ('a' + random.nextInt(26));
            screen.setCharacter(
                    x, y, TextCharacter.fromCharacter(c, color, TextColor.ANSI.DEFAULT, style)[0]);
        }
    }

    private void assertSame(int round) {
        for (int y = 0; y < ROWS; y++) {
            StringBuilder wanted = new StringBuilder();
            for (int x = 0; x < COLUMNS; x++) {
                TextCharacter cell = screen.getBackCharacter(x, y);
                wanted.append(cell.getCharacterString());
                assertEquals(cell.isReversed(), shown.reversed(x, y), round + ": " + x + "," + y);
            }
            assertEquals(wanted.toString(), shown.line(y), "round " + round + ", row " + y);
        }
    }
}
