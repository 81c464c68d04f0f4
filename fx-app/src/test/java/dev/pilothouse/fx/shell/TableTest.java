package dev.pilothouse.fx.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pilothouse.fx.FakeView;
import dev.pilothouse.fx.SampleOverlays;
import dev.pilothouse.fx.Samples;
import dev.pilothouse.fx.Toolkit;
import dev.pilothouse.present.Cell;
import dev.pilothouse.present.Command;
import dev.pilothouse.present.Frame;
import dev.pilothouse.present.Intent;
import dev.pilothouse.present.ScreenKind;
import dev.pilothouse.present.TableFrame;
import dev.pilothouse.present.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final PseudoClass CURSOR = PseudoClass.getPseudoClass("cursor");

    static Frame fleet(long number, List<Samples.Row> rows, int cursor) {
        return Samples.frame(number, ScreenKind.FLEET, Samples.table(Samples.FLEET, rows, cursor));
    }

    @Test
    void aFrameBecomesCells() throws Exception {
        try (DeskHarness desk = DeskHarness.show(fleet(1, Samples.fleet(), 0))) {
            List<String> cells = desk.texts(".frame-cell");
            assertTrue(cells.contains("kyc-vision"), cells::toString);
            assertTrue(cells.contains("crash loop"), cells::toString);
            assertTrue(desk.texts(".column-title").contains("STATE"));
            assertTrue(desk.texts(".prod").contains("PROD"));
        }
    }

    @Test
    void theCursorStaysOnItsRowWhenTheOrderChanges() throws Exception {
        List<Samples.Row> rows = Samples.fleet();
        try (DeskHarness desk = DeskHarness.show(fleet(1, rows, 1))) {
            assertEquals("kyc-vision", underCursor(desk));
            List<Samples.Row> turned = new ArrayList<>(rows.reversed());
            desk.frame(fleet(2, turned, turned.size() - 2));
            assertEquals("kyc-vision", underCursor(desk), "it is scrolled into view");
        }
    }

    private static String underCursor(DeskHarness desk) throws Exception {
        List<Node> rows = desk.all(".frame-row");
        return Toolkit.on(
                () ->
                        rows.stream()
                                .filter(row -> row.getPseudoClassStates().contains(CURSOR))
                                .map(row -> (TableRow<?>) row)
                                .flatMap(row -> row.lookupAll(".frame-cell").stream())
                                .map(cell -> ((javafx.scene.control.Labeled) cell).getText())
                                .findFirst()
                                .orElse("none"));
    }

    @Test
    void aClickSelectsAndTwoOpen() throws Exception {
        try (DeskHarness desk = DeskHarness.show(fleet(1, Samples.fleet(), 0))) {
            Node row =
                    desk.all(".frame-row").stream()
                            .filter(node -> ((TableRow<?>) node).getIndex() == 3)
                            .findFirst()
                            .orElseThrow();
            desk.click(row, 1);
            assertTrue(desk.asked().contains(new Intent.Select(3)));
            assertFalse(desk.asked().contains(new Intent.Run(Command.OPEN)));
            desk.click(row, 2);
            assertTrue(desk.asked().contains(new Intent.Run(Command.OPEN)));
        }
    }

    @Test
    void aClickOnAHeadSorts() throws Exception {
        try (DeskHarness desk = DeskHarness.show(fleet(1, Samples.fleet(), 0))) {
            Node head =
                    desk.all(".column-title").stream()
                            .filter(
                                    n ->
                                            ((javafx.scene.control.Labeled) n)
                                                    .getText()
                                                    .equals("STATE"))
                            .findFirst()
                            .orElseThrow();
            desk.click(head, 1);
            assertTrue(desk.asked().contains(new Intent.Sort("state")), desk.asked()::toString);
        }
    }

    @Test
    void fiftyThousandRowsMakeOnlyTheNodesThatAreVisible() throws Exception {
        List<Samples.Row> rows = many(50_000);
        try (DeskHarness desk = DeskHarness.show(fleet(1, rows, 0))) {
            int cells = desk.all(".frame-cell").size();
            assertTrue(cells > 50 && cells < 800, "cells: " + cells);
            assertTrue(
                    desk.asked().stream()
                            .anyMatch(
                                    i -> i instanceof Intent.Viewport(int n) && n > 10 && n < 60));
            desk.frame(fleet(2, rows.subList(0, 10), 0));
            desk.frame(fleet(3, rows, 49_999));
            assertEquals("agent-49999", underCursor(desk));
        }
    }

    static List<Samples.Row> many(int count) {
        List<Samples.Row> base = Samples.fleet();
        List<Samples.Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Cell> cells = new ArrayList<>(base.get(i % base.size()).cells());
            cells.set(0, Cell.of("agent-" + i));
            rows.add(new Samples.Row("agent-" + i, cells, Set.of()));
        }
        return rows;
    }

    @Test
    void hostileNamesArePaintedAsText() throws Exception {
        List<Samples.Row> rows = new ArrayList<>(Samples.fleet());
        List<Cell> cells = new ArrayList<>(rows.getFirst().cells());
        String hostile = "_mnemonic \u202E txt <b>&amp; \uD83D " + "x".repeat(20_000);
        cells.set(0, Cell.of(hostile, Tone.BAD));
        rows.set(0, new Samples.Row("hostile", cells, Set.of(0, 1, 2)));
        try (DeskHarness desk = DeskHarness.show(fleet(1, rows, 0))) {
            assertTrue(desk.texts(".frame-cell").contains(hostile));
        }
    }

    @Test
    void noRowsSayWhy() throws Exception {
        TableFrame empty =
                new TableFrame(
                        "AGENTS",
                        Samples.FLEET,
                        Samples.rows(List.of()),
                        new TableFrame.Cursor(-1, Set.of()),
                        Samples.narrowing("nobody", TableFrame.FilterError.NONE),
                        new TableFrame.Notice(
                                Tone.QUIET, "No agent matches 'nobody'.", List.of("esc clears")));
        try (DeskHarness desk = DeskHarness.show(Samples.frame(1, ScreenKind.FLEET, empty))) {
            assertTrue(desk.texts(".notice-text").contains("No agent matches 'nobody'."));
            assertTrue(desk.texts(".notice-hint").contains("esc clears"));
        }
    }

    @Test
    void anIdleWindowMakesNoPulses() throws Exception {
        try (DeskHarness desk = DeskHarness.show(fleet(1, Samples.fleet(), 0))) {
            TableFrame table = Samples.table(Samples.FLEET, Samples.fleet(), 0);
            desk.frame(Samples.frame(2, ScreenKind.FLEET, table, SampleOverlays.palette()));
            desk.frame(fleet(3, Samples.fleet(), 1));
            int[] pulses = new int[1];
            Toolkit.run(
                    () -> {
                        desk.shell().scene().addPostLayoutPulseListener(() -> pulses[0]++);
                    });
            Toolkit.quiet(1_500);
            long applied = Toolkit.on(() -> desk.tab().painter().applied());
            int before = Toolkit.on(() -> pulses[0]);
            Toolkit.quiet(700);
            assertEquals(before, Toolkit.on(() -> pulses[0]), "pulses while nothing changed");
            assertEquals(applied, Toolkit.on(() -> desk.tab().painter().applied()));
        }
    }

    @Test
    void manyWakesPaintOnlyTheNewestFrame() throws Exception {
        FakeView view = new FakeView(fleet(1, Samples.fleet(), 0));
        try (DeskHarness desk = DeskHarness.show(view)) {
            long before = Toolkit.on(() -> desk.tab().painter().applied());
            for (int i = 2; i < 2_002; i++) {
                view.show(fleet(i, Samples.fleet(), i % 20));
            }
            Toolkit.pulses(5);
            long painted = Toolkit.on(() -> desk.tab().painter().applied()) - before;
            assertTrue(painted >= 1 && painted < 1_000, "painted: " + painted);
            assertEquals(2_001, Toolkit.on(() -> desk.tab().view().frame().number()));
        }
    }
}
