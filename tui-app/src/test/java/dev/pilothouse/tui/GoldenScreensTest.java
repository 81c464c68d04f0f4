package dev.pilothouse.tui;

import dev.pilothouse.present.FooterFrame.Hint;
import dev.pilothouse.present.Frame;
import dev.pilothouse.present.HeaderFrame;
import dev.pilothouse.present.OverlayFrame;
import dev.pilothouse.present.PanesFrame;
import dev.pilothouse.present.TableFrame;
import dev.pilothouse.present.TextFrame;
import dev.pilothouse.present.Tone;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole screens at the sizes that people use, compared with files. */
class GoldenScreensTest {
    private static void check(String name, Frame frame, int columns, int rows) throws IOException {
        Stage stage = Stage.of(columns, rows);
        stage.paint(frame);
        Golden.check(name + "-" + columns + "x" + rows, stage.text());
    }

    @ParameterizedTest
    @CsvSource({"60,12", "80,24", "120,40", "200,50"})
    void fleetPutsProblemsFirst(int columns, int rows) throws IOException {
        check("fleet", Frames.of(1, Frames.table(Frames.fleetRows(), 1), null), columns, rows);
    }

    @ParameterizedTest
    @CsvSource({"59,24", "80,11", "20,5"})
    void belowTheMinimumSaysWhatIsNeeded(int columns, int rows) throws IOException {
        check("small", Frames.of(1, Frames.table(Frames.fleetRows(), 1), null), columns, rows);
    }

    @ParameterizedTest
    @CsvSource({"80,24", "120,40"})
    void hostileNamesKeepColumnsAligned(int columns, int rows) throws IOException {
        check("hostile", Frames.of(1, Frames.table(Frames.hostileRows(), 0), null), columns, rows);
    }

    @ParameterizedTest
    @CsvSource({"80,24", "120,40"})
    void staleSourcesAreSaidInTheHeader(int columns, int rows) throws IOException {
        TableFrame table = Frames.table(Frames.fleetRows(), 0);
        check("stale", Frames.of(1, table, null, Frames.header(Frames.stale())), columns, rows);
    }

    /** PROD and what may be done stay readable however many contexts are open. */
    @ParameterizedTest
    @CsvSource({"60,12", "80,24", "120,40"})
    void manyContextsNeverHideProd(int columns, int rows) throws IOException {
        HeaderFrame one = Frames.header(Frames.stale());
        List<HeaderFrame.Place> places = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            places.add(new HeaderFrame.Place("cluster-number-" + i, i == 5, i == 2));
        }
        HeaderFrame many =
                new HeaderFrame(
                        places,
                        one.mode(),
                        one.sources(),
                        one.counts(),
                        List.of("Agents", "refund-planner", "Logs"),
                        one.clock());
        check("contexts", Frames.of(1, fleet(), null, many), columns, rows);
    }

    @ParameterizedTest
    @CsvSource({"80,24"})
    void anEmptyTableSaysWhatToDoNext(int columns, int rows) throws IOException {
        TableFrame table =
                new TableFrame(
                        "Agents",
                        Frames.fleetColumns(),
                        Frames.rows(List.of()),
                        new TableFrame.Cursor(-1, Set.of()),
                        Frames.ALL,
                        new TableFrame.Notice(
                                Tone.QUIET,
                                "No agents in eu-prod, staging.",
                                List.of("esc clears the filter", "N chooses other namespaces")));
        check("empty", Frames.of(1, table, null), columns, rows);
    }

    @ParameterizedTest
    @CsvSource({"80,24", "120,40"})
    void aFilterErrorPointsAtTheCharacter(int columns, int rows) throws IOException {
        OverlayFrame prompt =
                new OverlayFrame.PromptFrame(
                        "filter",
                        "restarts>x age<2h",
                        17,
                        new TableFrame.FilterError(9, "'x' is not a number"));
        check("filter-error", Frames.of(1, fleet(), prompt), columns, rows);
    }

    @ParameterizedTest
    @CsvSource({"80,24", "120,40", "200,50"})
    void aPickerSaysWhyAnItemIsGrey(int columns, int rows) throws IOException {
        OverlayFrame picker =
                new OverlayFrame.PickerFrame(
                        "Go to or run anything",
                        "ro",
                        2,
                        List.of(
                                item("Roll back refund-planner", "to r13, before -> after", "R"),
                                new OverlayFrame.Item(
                                        "Rotate key", "", "", false, "read-only: no permission"),
                                item("Wrong versions only", "filter", "")),
                        1);
        check("picker", Frames.of(1, fleet(), picker), columns, rows);
    }

    private static OverlayFrame.Item item(String label, String detail, String key) {
        return new OverlayFrame.Item(label, detail, key, true, "");
    }

    @ParameterizedTest
    @CsvSource({"80,24", "120,40"})
    void helpIsASheetOfColumns(int columns, int rows) throws IOException {
        List<OverlayFrame.Section> sections = new ArrayList<>();
        for (String heading : List.of("Go", "Move", "Find", "Look")) {
            List<Hint> keys = new ArrayList<>();
            for (int i = 1; i <= 7; i++) {
                keys.add(new Hint("ctrl-" + i, heading + " somewhere else " + i));
            }
            sections.add(new OverlayFrame.Section(heading, keys));
        }
        OverlayFrame help = new OverlayFrame.HelpFrame("Agents", "", 0, sections);
        check("help", Frames.of(1, fleet(), help), columns, rows);
    }

    @ParameterizedTest
    @CsvSource({"80,24", "120,40", "200,50"})
    void anAgentIsPanes(int columns, int rows) throws IOException {
        TextFrame summary =
                text(
                        List.of(
                                TextFrame.Line.of("refund-planner  eu-prod/refund", Tone.STRONG),
                                TextFrame.Line.of("looping: search_orders x41", Tone.BAD)),
                        false,
                        TextFrame.Search.NONE);
        PanesFrame panes =
                new PanesFrame(
                        "refund-planner",
                        List.of(
                                new PanesFrame.Pane("Summary", 0, summary),
                                new PanesFrame.Pane("Versions", 1, fleet()),
                                new PanesFrame.Pane("Pods", 2, fleet())),
                        1);
        check("agent", Frames.of(1, panes, null), columns, rows);
    }

    @ParameterizedTest
    @CsvSource({"80,24", "120,40"})
    void logsFollowTheEnd(int columns, int rows) throws IOException {
        check("logs", Frames.of(1, logs(true), null), columns, rows);
    }

    @ParameterizedTest
    @CsvSource({"80,24"})
    void logsWrapWithAnIndent(int columns, int rows) throws IOException {
        check("logs-wrapped", Frames.of(1, logs(false), null), columns, rows);
    }

    private static TableFrame fleet() {
        return Frames.table(Frames.fleetRows(), 0);
    }

    private static TextFrame logs(boolean follow) {
        List<TextFrame.Line> lines = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String tail = i % 7 == 3 ? " retry of search_orders failed: ".repeat(5) : " ok";
            lines.add(
                    new TextFrame.Line(
                            List.of(
                                    new TextFrame.Span("refund-7f9c ", Tone.SERIES_1),
                                    new TextFrame.Span("line " + i + tail, Tone.NORMAL)),
                            false));
        }
        return new TextFrame(
                "Logs",
                lines,
                follow ? 59 : 0,
                false,
                follow,
                !follow,
                new TextFrame.Search("retry", 8, 0),
                TableFrame.Notice.NONE);
    }

    private static TextFrame text(
            List<TextFrame.Line> lines, boolean wrap, TextFrame.Search search) {
        return new TextFrame("", lines, 0, false, false, wrap, search, TableFrame.Notice.NONE);
    }
}
