package dev.pilothouse.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.screen.Screen;
import com.googlecode.lanterna.screen.TerminalScreen;
import com.googlecode.lanterna.terminal.virtual.DefaultVirtualTerminal;
import dev.pilothouse.model.Value;
import dev.pilothouse.present.Cell;
import dev.pilothouse.present.ColumnHead;
import dev.pilothouse.present.FooterFrame;
import dev.pilothouse.present.Frame;
import dev.pilothouse.present.Glyph;
import dev.pilothouse.present.HeaderFrame;
import dev.pilothouse.present.OverlayFrame;
import dev.pilothouse.present.Palette;
import dev.pilothouse.present.ScreenKind;
import dev.pilothouse.present.TableFrame;
import dev.pilothouse.present.Tone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Screens as text, kept under version control. Rewrite them with -Dgolden.update=true and look at
 * the difference.
 */
class GoldenScreenTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final String[][] ROWS = {
        {
            "refund-planner",
            "eu-prod",
            "r13→r14",
            "✖crash loop",
            "OOM 512Mi, exit 137, 9th, 3 of 6 pods",
            "3/6",
            "22m"
        },
        {
            "kyc-vision-with-a-very-long-name-indeed",
            "eu-prod",
            "r9",
            "✖image pull",
            "not found: registry.local/agents/kyc:1.8.0",
            "0/4",
            "3h"
        },
        {
            "日本語のエージェント",
            "us-prod",
            "r31",
            "▲pending",
            "0/12 nodes: 12 Insufficient nvidia.com/gpu",
            "7/8",
            "2d"
        },
        {"e\u0301clair\u001b[31m", "us-prod", "?", "●running", "", "12/12", "6d"},
    };

    private static ColumnHead head(
            String id, String title, int width, int grow, boolean right, int priority) {
        return new ColumnHead(
                id,
                title,
                new ColumnHead.Layout(width, grow, right, id.equals("name")),
                priority,
                false,
                "");
    }

    private static Frame frame(
            @Nullable OverlayFrame overlay, TableFrame.Notice notice, int count) {
        TableFrame.Rows rows =
                new TableFrame.Rows() {
                    @Override
                    public int count() {
                        return count;
                    }

                    @Override
                    public Object key(int row) {
                        return row;
                    }

                    @Override
                    public Cell cell(int row, int column) {
                        String text = ROWS[row][column];
                        if (column != 3) {
                            return Cell.of(text);
                        }
                        Glyph glyph =
                                text.charAt(0) == '✖'
                                        ? Glyph.BAD
                                        : text.charAt(0) == '▲' ? Glyph.WARN : Glyph.OK;
                        return new Cell(glyph, text.substring(1), Tone.BAD);
                    }

                    @Override
                    public Value value(int row, int column) {
                        return Value.NONE;
                    }

                    @Override
                    public boolean changed(int row, int column) {
                        return false;
                    }
                };
        List<ColumnHead> heads =
                List.of(
                        head("name", "AGENT", 20, 3, false, 0),
                        head("cluster", "CLUSTER", 8, 0, false, 1),
                        head("version", "VERSION", 8, 0, false, 2),
                        head("status", "STATE", 14, 0, false, 0),
                        head("why", "WHY", 18, 4, false, 1),
                        head("pods", "PODS", 6, 0, true, 1),
                        head("age", "AGE", 6, 0, true, 1));
        TableFrame.FilterError error =
                overlay instanceof OverlayFrame.PromptFrame prompt
                        ? prompt.error()
                        : TableFrame.FilterError.NONE;
        TableFrame table =
                new TableFrame(
                        "Agents",
                        heads,
                        rows,
                        new TableFrame.Cursor(count == 0 ? -1 : 1, Set.of(0)),
                        new TableFrame.Narrowing("", error, "age", true, 61, false),
                        notice);
        HeaderFrame header =
                new HeaderFrame(
                        List.of(
                                new HeaderFrame.Place("eu-prod", true, false),
                                new HeaderFrame.Place("lab", false, true)),
                        "READ-ONLY",
                        List.of(
                                new HeaderFrame.SourceAge("eu-prod", "live", Tone.GOOD),
                                new HeaderFrame.SourceAge("lab", "stale 42s", Tone.WARN)),
                        List.of(
                                Cell.of("AGENTS 4 of 61", Tone.STRONG),
                                new Cell(Glyph.BAD, "2", Tone.BAD)),
                        List.of("Agents"),
                        "14:02");
        FooterFrame footer =
                new FooterFrame(
                        List.of(
                                new FooterFrame.Hint("enter", "open"),
                                new FooterFrame.Hint("x", "explain")),
                        "",
                        Tone.NORMAL);
        return new Frame(
                1,
                Instant.EPOCH,
                new Frame.ScreenId(ScreenKind.FLEET, "", 1),
                header,
                table,
                footer,
                overlay,
                0);
    }

    private static String paint(Frame frame, int columns, int rows, boolean ascii)
            throws IOException {
        try (DefaultVirtualTerminal terminal =
                        new DefaultVirtualTerminal(new TerminalSize(columns, rows));
                Screen screen = new TerminalScreen(terminal)) {
            screen.startScreen();
            Canvas canvas =
                    new Canvas(
                            screen, new Theme(Palette.DARK, ColorDepth.NONE), ascii, columns, rows);
            new FramePainter(canvas, new ScrollMemory(), false, "").paint(frame);
            StringBuilder text = new StringBuilder();
            for (int row = 0; row < rows; row++) {
                StringBuilder line = new StringBuilder();
                for (int column = 0; column < columns; column++) {
                    String cell = screen.getBackCharacter(column, row).getCharacterString();
                    line.append(cell);
                    column += dev.pilothouse.text.CellWidth.of(cell) == 2 ? 1 : 0;
                }
                text.append(line.toString().stripTrailing()).append('\n');
            }
            return text.toString();
        }
    }

    private static void golden(String name, String shown) throws IOException {
        Path file = FOLDER.resolve(name + ".txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, shown);
        }
        assertEquals(Files.readString(file), shown, name);
    }

    @ParameterizedTest
    @CsvSource({"80,24", "120,40", "200,50"})
    void fleet(int columns, int rows) throws IOException {
        golden(
                "fleet-" + columns + "x" + rows,
                paint(frame(null, TableFrame.Notice.NONE, 4), columns, rows, false));
    }

    @Test
    void fleetInAsciiHoldsNothingElse() throws IOException {
        String shown = paint(frame(null, TableFrame.Notice.NONE, 3), 80, 24, true);
        assertTrue(shown.chars().allMatch(c -> c == '\n' || (c >= 0x20 && c < 0x7f)), shown);
    }

    @Test
    void noEscapeSequenceOfANameReachesTheScreen() throws IOException {
        assertTrue(
                paint(frame(null, TableFrame.Notice.NONE, 4), 120, 24, false).indexOf('\u001b')
                        < 0);
    }

    @Test
    void aWrongFilterPointsAtItsCharacter() throws IOException {
        OverlayFrame prompt =
                new OverlayFrame.PromptFrame(
                        "filter",
                        "restarst>5",
                        10,
                        new TableFrame.FilterError(
                                0, "There is no column 'restarst'; did you mean 'restarts'?"));
        golden("filter-error", paint(frame(prompt, TableFrame.Notice.NONE, 4), 120, 24, false));
    }

    @Test
    void anEmptyTableSaysWhyAndWhatToDo() throws IOException {
        TableFrame.Notice notice =
                new TableFrame.Notice(
                        Tone.BAD,
                        "eu-prod: https://10.0.0.1 refuses connections; trying again by itself.",
                        List.of("r tries again"));
        golden("empty", paint(frame(null, notice, 0), 80, 24, false));
    }

    @Test
    void aPickerShowsWhyAnItemCannotBeChosen() throws IOException {
        OverlayFrame picker =
                new OverlayFrame.PickerFrame(
                        "Go to or run",
                        "po",
                        2,
                        List.of(
                                new OverlayFrame.Item(
                                        "Pods", "Pods of all open clusters", "", true, ""),
                                new OverlayFrame.Item(
                                        "Roll back", "", "R", false, "this console is read-only")),
                        0);
        golden("picker", paint(frame(picker, TableFrame.Notice.NONE, 4), 100, 24, false));
    }

    @Test
    void belowTheMinimumItSaysWhatItNeeds() throws IOException {
        String shown = paint(frame(null, TableFrame.Notice.NONE, 4), 40, 10, false);
        assertTrue(shown.contains("needs 60x12") && shown.contains("this is 40x10"), shown);
    }
}
