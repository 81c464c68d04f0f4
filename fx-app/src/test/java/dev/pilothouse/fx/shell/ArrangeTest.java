package dev.pilothouse.fx.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pilothouse.fx.Samples;
import dev.pilothouse.fx.Toolkit;
import dev.pilothouse.fx.memory.TableMemory;
import dev.pilothouse.present.FaceRequest;
import dev.pilothouse.present.ScreenKind;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

class ArrangeTest {
    @Test
    void columnsThatDoNotFitAreAScrollAwayAndTheNameStays() throws Exception {
        try (DeskHarness desk = DeskHarness.show(TableTest.fleet(1, Samples.fleet(), 0))) {
            Toolkit.run(() -> desk.shell().scene().getWindow().setWidth(760));
            Toolkit.pulses(3);
            List<String> home = desk.texts(".column-title");
            assertTrue(desk.all(".sideways").getFirst() instanceof ScrollBar, "there is a bar");
            desk.view.request(new FaceRequest.ScrollColumns(99));
            Toolkit.pulses(3);
            List<String> end = desk.texts(".column-title");
            assertEquals("AGENT", end.getFirst());
            assertEquals(Samples.FLEET.getLast().title(), end.getLast());
            assertFalse(end.equals(home), end::toString);
            desk.view.request(new FaceRequest.ScrollColumns(-99));
            Toolkit.pulses(3);
            assertEquals(home, desk.texts(".column-title"));
        }
    }

    @Test
    void aColumnThatIsMovedOrHiddenIsRemembered() throws Exception {
        try (DeskHarness desk = DeskHarness.show(TableTest.fleet(1, Samples.fleet(), 0))) {
            Node table = desk.all(".frame-table").getFirst();
            Toolkit.run(() -> swap((TableView<?>) table));
            Toolkit.pulses(2);
            List<String> order = Toolkit.on(() -> arranged(desk).order());
            assertEquals(Samples.FLEET.get(3).id(), order.get(1));
            TableMemory hidden = TableMemory.NONE.toggled("a").toggled("b").toggled("a");
            assertEquals(java.util.Set.of("b"), hidden.hidden());
        }
    }

    private static TableMemory arranged(DeskHarness desk) {
        return desk.desk.memory().tables().getOrDefault("AGENTS", TableMemory.NONE);
    }

    private static <T> void swap(TableView<T> table) {
        List<TableColumn<T, ?>> order = new ArrayList<>(table.getColumns());
        order.add(1, order.remove(3));
        table.getColumns().setAll(order);
    }

    @Test
    void aTextIsMarkedWithTheMouseAndCopied() throws Exception {
        try (DeskHarness desk =
                DeskHarness.show(Samples.frame(1, ScreenKind.LOGS, Samples.logs()))) {
            List<Node> lines = desk.all(".line-text");
            Node first = lines.get(lines.size() / 2);
            Toolkit.run(
                    () -> {
                        var from = first.localToScene(2, 8);
                        var to = first.localToScene(60, 8);
                        desk.mouse(first, MouseEvent.MOUSE_PRESSED, from, 1);
                        desk.mouse(first, MouseEvent.MOUSE_DRAGGED, to, 1);
                        desk.mouse(first, MouseEvent.MOUSE_RELEASED, to, 1);
                    });
            Toolkit.pulses(2);
            String marked = Toolkit.on(() -> desk.tab().body().selectedText());
            assertTrue(marked.length() >= 4 && marked.length() <= 12, marked);
            desk.key(KeyCode.C, "", true);
            assertEquals(marked, Toolkit.on(() -> Clipboard.getSystemClipboard().getString()));
            assertTrue(desk.texts(".status-message").contains("Copied 1 line."));
            desk.key(KeyCode.A, "", true);
            assertTrue(Toolkit.on(() -> desk.tab().body().selectedText()).lines().count() > 300);
        }
    }
}
