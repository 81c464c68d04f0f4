package dev.pilothouse.fx.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pilothouse.fx.FakeView;
import dev.pilothouse.fx.Samples;
import dev.pilothouse.fx.Toolkit;
import dev.pilothouse.fx.memory.DeskMemory;
import dev.pilothouse.fx.memory.TabMemory;
import dev.pilothouse.fx.memory.WindowMemory;
import dev.pilothouse.present.Intent;
import dev.pilothouse.present.ScreenKind;
import dev.pilothouse.present.TableFrame;
import dev.pilothouse.present.TextFrame;
import dev.pilothouse.present.TextFrame.Line;
import dev.pilothouse.present.TextFrame.Search;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.Test;

class WindowTest {
    @Test
    void linesAreShownAndTheirEndIsFollowed() throws Exception {
        try (DeskHarness desk =
                DeskHarness.show(Samples.frame(1, ScreenKind.LOGS, Samples.logs()))) {
            List<String> lines = lines(desk);
            assertTrue(lines.getLast().contains("step 399"), lines::toString);
            assertTrue(lines.size() < 80, "only what is visible: " + lines.size());
            assertFalse(desk.all(".search-mark").isEmpty(), "429 is marked");
        }
    }

    @Test
    void aVeryLongLineIsCut() throws Exception {
        TextFrame text =
                new TextFrame(
                        "LOGS",
                        List.of(Line.of("y".repeat(200_000)), Line.of("\u0007\uD800 \u202E end")),
                        -1,
                        false,
                        false,
                        false,
                        Search.NONE,
                        TableFrame.Notice.NONE);
        try (DeskHarness desk = DeskHarness.show(Samples.frame(1, ScreenKind.LOGS, text))) {
            assertEquals(4_001, lines(desk).getFirst().length());
        }
    }

    private static List<String> lines(DeskHarness desk) throws Exception {
        List<Node> cells = new ArrayList<>(desk.all(".line-cell"));
        return Toolkit.on(
                () ->
                        cells.stream()
                                .map(cell -> (ListCell<?>) cell)
                                .filter(cell -> !cell.isEmpty())
                                .sorted(java.util.Comparator.comparingInt(ListCell::getIndex))
                                .map(
                                        cell ->
                                                plain(
                                                        (TextFlow)
                                                                cell.getGraphic()
                                                                        .lookup(".line-text")))
                                .toList());
    }

    private static String plain(TextFlow flow) {
        StringBuilder all = new StringBuilder();
        for (Node node : flow.getChildren()) {
            all.append(node instanceof Text text ? text.getText() : "");
        }
        return all.toString();
    }

    @Test
    void panesAreStackedAndAClickGivesTheKeys() throws Exception {
        try (DeskHarness desk =
                DeskHarness.show(Samples.frame(1, ScreenKind.AGENT, Samples.agent()))) {
            assertEquals(List.of("SUMMARY", "VERSIONS 4", "PODS 6"), desk.texts(".pane-title"));
            desk.click(desk.all(".pane-title").get(1), 1);
            assertTrue(desk.asked().contains(new Intent.Focus(1)));
        }
    }

    @Test
    void aTabMovesToANewWindowWithItsView() throws Exception {
        try (DeskHarness desk = DeskHarness.show(TableTest.fleet(1, Samples.fleet(), 0))) {
            Toolkit.run(
                    () -> {
                        desk.shell().newTab();
                        desk.shell().tearOff(desk.tab());
                    });
            Toolkit.pulses(3);
            assertEquals(2, Toolkit.on(() -> desk.desk.shells().size()));
            assertEquals(1, Toolkit.on(() -> desk.desk.shells().getLast().tabs().size()));
            assertEquals(false, desk.view.closed());
            assertEquals(2, Toolkit.on(() -> desk.desk.memory().windows().size()));
        }
    }

    @Test
    void theRailOpensAScreen() throws Exception {
        try (DeskHarness desk = DeskHarness.show(TableTest.fleet(1, Samples.fleet(), 0))) {
            desk.click(desk.all(".rail-item").get(2), 1);
            assertTrue(desk.asked().contains(new Intent.Open(ScreenKind.PODS, "")));
        }
    }

    @Test
    void theInspectorFollowsTheRow() throws Exception {
        try (DeskHarness desk = DeskHarness.show(TableTest.fleet(1, Samples.fleet(), 1))) {
            Toolkit.run(desk.desk::toggleInspector);
            assertEquals(List.of("kyc-vision"), desk.texts(".inspector-name"));
            desk.frame(TableTest.fleet(2, Samples.fleet(), 2));
            assertEquals(List.of("search-router"), desk.texts(".inspector-name"));
            assertEquals(List.of("429 from budget, team search at 97%"), desk.texts(".state-why"));
        }
    }

    @Test
    void anotherThemeColoursEverythingAnew() throws Exception {
        try (DeskHarness desk = DeskHarness.show(TableTest.fleet(1, Samples.fleet(), 1))) {
            Object light = fill(desk);
            Toolkit.run(() -> desk.desk.theme("dark"));
            Toolkit.pulses(3);
            assertNotEquals(light, fill(desk));
            assertEquals("dark", Toolkit.on(() -> desk.desk.memory().style().theme()));
        }
    }

    private static Object fill(DeskHarness desk) throws Exception {
        Node cell = desk.all(".frame-cell").getFirst();
        return Toolkit.on(() -> ((Labeled) cell).getTextFill());
    }

    @Test
    void whatWasOpenOpensAgain() throws Exception {
        List<TabMemory> tabs =
                List.of(
                        new TabMemory(ScreenKind.PODS, "restarts>3"),
                        new TabMemory(ScreenKind.NODES, ""));
        List<TabMemory> opened = new ArrayList<>();
        List<DeskMemory> saved = new ArrayList<>();
        WindowMemory window = new WindowMemory(10, 20, 900, 600, tabs, 1);
        Desk desk =
                Toolkit.on(
                        () -> {
                            Desk made =
                                    new Desk(
                                            Toolkit.seams(
                                                    (kind, filter) -> {
                                                        opened.add(new TabMemory(kind, filter));
                                                        return view(kind, filter);
                                                    },
                                                    saved::add),
                                            DeskMemory.fresh("auto"));
                            made.open(List.of(window), "A message.");
                            return made;
                        });
        Toolkit.pulses(3);
        assertEquals(tabs, opened);
        DeskMemory now = Toolkit.on(desk::memory);
        assertEquals(tabs, now.windows().getFirst().tabs());
        assertEquals(1, now.windows().getFirst().selected());
        assertEquals(900, now.windows().getFirst().width(), 1);
        Toolkit.run(desk::quit);
        assertEquals(tabs, saved.getLast().windows().getFirst().tabs());
    }

    private static FakeView view(ScreenKind kind, String filter) {
        TableFrame table =
                new TableFrame(
                        kind.title(),
                        Samples.FLEET,
                        Samples.rows(Samples.fleet()),
                        new TableFrame.Cursor(0, java.util.Set.of()),
                        Samples.narrowing(filter, TableFrame.FilterError.NONE),
                        TableFrame.Notice.NONE);
        return new FakeView(Samples.frame(1, kind, table));
    }
}
