package dev.pilothouse.tui;

import com.googlecode.lanterna.TerminalTextUtils;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.screen.Screen;
import dev.pilothouse.present.Frame;
import dev.pilothouse.present.Palette;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Paints frames as the face does, onto a terminal in memory. */
final class Stage {
    private final MemoryTerminal terminal;
    private final DeltaScreen screen;
    private final TerminalSettings settings;
    private final ScrollMemory scroll = new ScrollMemory();

    private Stage(int columns, int rows, TerminalSettings settings) throws IOException {
        terminal = MemoryTerminal.of(columns, rows);
        screen = new DeltaScreen(terminal, StandardCharsets.UTF_8);
        screen.startScreen();
        screen.setCursorPosition(null);
        this.settings = settings;
    }

    static Stage of(int columns, int rows) throws IOException {
        return new Stage(
                columns,
                rows,
                new TerminalSettings(
                        Palette.DARK, ColorDepth.TRUE_COLOR, false, false, Path.of("target")));
    }

    static Stage ascii(int columns, int rows) throws IOException {
        return new Stage(
                columns,
                rows,
                new TerminalSettings(
                        Palette.DARK, ColorDepth.NONE, true, false, Path.of("target")));
    }

    void paint(Frame frame) throws IOException {
        hits(frame);
    }

    /** Paints and returns where the rows are. */
    HitMap hits(Frame frame) throws IOException {
        Canvas canvas =
                new Canvas(
                        screen,
                        new Theme(settings.palette(), settings.depth()),
                        settings.ascii(),
                        screen.getTerminalSize().getColumns(),
                        screen.getTerminalSize().getRows());
        FramePainter painter = new FramePainter(canvas, scroll, false, "");
        painter.paint(frame);
        screen.refresh(Screen.RefreshType.DELTA);
        return painter.hits();
    }

    /** Bytes that went to the terminal since the last call. */
    int bytes() {
        return terminal.take().getBytes(StandardCharsets.UTF_8).length;
    }

    TextCharacter at(int column, int row) {
        return screen.getBackCharacter(column, row);
    }

    /** The screen as text, one line per row, without blanks at the ends. */
    String text() {
        StringBuilder all = new StringBuilder();
        for (int row = 0; row < screen.getTerminalSize().getRows(); row++) {
            all.append(line(row).stripTrailing()).append('\n');
        }
        return all.toString();
    }

    String line(int row) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < screen.getTerminalSize().getColumns(); column++) {
            String character = at(column, row).getCharacterString();
            line.append(character);
            if (TerminalTextUtils.isCharDoubleWidth(character.charAt(0))) {
                column++;
            }
        }
        return line.toString();
    }
}
