package dev.pilothouse.fx.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pilothouse.fx.FakeView;
import dev.pilothouse.fx.SampleOverlays;
import dev.pilothouse.fx.Samples;
import dev.pilothouse.fx.Toolkit;
import dev.pilothouse.present.Command;
import dev.pilothouse.present.Frame;
import dev.pilothouse.present.Intent;
import dev.pilothouse.present.OverlayFrame;
import dev.pilothouse.present.ScreenKind;
import dev.pilothouse.present.TableFrame;
import java.util.List;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class KeysTest {
    private static final Frame FLEET = TableTest.fleet(1, Samples.fleet(), 0);

    @Test
    void chordsAreWrittenAsTheKeyMapWritesThem() {
        assertEquals("ctrl-d", pressed(KeyCode.D, true, false));
        assertEquals("pgdn", pressed(KeyCode.PAGE_DOWN, false, false));
        assertEquals("shift-tab", pressed(KeyCode.TAB, false, true));
        assertEquals("ctrl-\\", pressed(KeyCode.BACK_SLASH, true, false));
        assertEquals("", pressed(KeyCode.G, false, true), "what prints comes with the typed event");
        assertEquals("G", typed("G"));
        assertEquals("/", typed("/"));
        assertEquals("space", typed(" "));
        assertEquals("", typed("\r"));
    }

    private static String pressed(KeyCode code, boolean control, boolean shift) {
        return KeyChords.of(
                        new KeyEvent(
                                KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false))
                .orElse("");
    }

    private static String typed(String text) {
        return KeyChords.of(
                        new KeyEvent(
                                KeyEvent.KEY_TYPED,
                                text,
                                "",
                                KeyCode.UNDEFINED,
                                false,
                                false,
                                false,
                                false))
                .orElse("");
    }

    @Test
    void keysGoToThePresenter() throws Exception {
        try (DeskHarness desk = DeskHarness.show(FLEET)) {
            desk.key(KeyCode.X, "x", false);
            desk.key(KeyCode.DOWN, "", false);
            desk.key(KeyCode.D, "", true);
            assertTrue(desk.asked().contains(new Intent.Keys(List.of("x"))));
            assertTrue(desk.asked().contains(new Intent.Keys(List.of("down"))));
            assertTrue(desk.asked().contains(new Intent.Keys(List.of("ctrl-d"))));
        }
    }

    @Test
    void controlKOpensThePaletteAndControlTAnotherTab() throws Exception {
        try (DeskHarness desk = DeskHarness.show(FLEET)) {
            desk.key(KeyCode.K, "", true);
            assertTrue(desk.asked().contains(new Intent.Run(Command.PALETTE)));
            desk.key(KeyCode.T, "", true);
            assertEquals(2, Toolkit.on(() -> desk.shell().tabs().size()));
            desk.key(KeyCode.W, "", true);
            assertEquals(1, Toolkit.on(() -> desk.shell().tabs().size()));
            assertTrue(desk.view.closed());
        }
    }

    @Test
    void aSlashGoesToTheFilterAndTypingFiltersLive() throws Exception {
        try (DeskHarness desk = DeskHarness.show(FLEET)) {
            desk.key(KeyCode.SLASH, "/", false);
            assertTrue(Toolkit.on(() -> desk.tab().filter().field().isFocused()));
            Toolkit.run(() -> desk.tab().filter().field().replaceSelection("kyc"));
            assertTrue(desk.asked().contains(new Intent.SetFilter("kyc")), desk.asked()::toString);
            desk.key(KeyCode.DOWN, "", false);
            assertTrue(desk.asked().contains(new Intent.Run(Command.DOWN)));
            desk.key(KeyCode.ENTER, "", false);
            assertFalse(Toolkit.on(() -> desk.tab().filter().field().isFocused()));
        }
    }

    @Test
    void aWrongFilterIsPointedAt() throws Exception {
        TableFrame wrong =
                new TableFrame(
                        "AGENTS",
                        Samples.FLEET,
                        Samples.rows(Samples.fleet()),
                        new TableFrame.Cursor(0, Set.of()),
                        Samples.narrowing(
                                "restarts>",
                                new TableFrame.FilterError(9, "a number is missing after '>'")),
                        TableFrame.Notice.NONE);
        try (DeskHarness desk = DeskHarness.show(FLEET)) {
            assertTrue(desk.all(".filter-error").isEmpty());
            desk.frame(Samples.frame(2, ScreenKind.FLEET, wrong));
            assertEquals(
                    List.of("at 10: a number is missing after '>'"), desk.texts(".filter-error"));
            double at =
                    Toolkit.on(
                            () -> desk.shell().scene().lookup(".filter-pointer").getTranslateX());
            assertTrue(at > 60 && at < 100, "under the tenth character: " + at);
        }
    }

    @Test
    void thePaletteNarrowsChoosesAndCloses() throws Exception {
        Frame open =
                Samples.frame(
                        2,
                        ScreenKind.FLEET,
                        Samples.table(Samples.FLEET, Samples.fleet(), 0),
                        SampleOverlays.palette());
        FakeView view = new FakeView(FLEET);
        try (DeskHarness desk = DeskHarness.show(view)) {
            desk.frame(open);
            assertTrue(Toolkit.on(() -> desk.tab().overlay().open()));
            assertTrue(Toolkit.on(() -> desk.tab().overlay().field().isFocused()));
            assertTrue(desk.texts(".item-label").contains("Roll back"));
            assertTrue(
                    desk.texts(".item-detail").contains("read-only: start with --allow-writes"),
                    "what cannot be done says why");
            Toolkit.run(() -> desk.tab().overlay().field().appendText("d"));
            assertTrue(desk.asked().contains(new Intent.Type("pod")), desk.asked()::toString);
            desk.key(KeyCode.DOWN, "", false);
            assertTrue(desk.asked().contains(new Intent.Run(Command.DOWN)));
            desk.click(desk.all(".item").get(2), 1);
            assertTrue(desk.asked().contains(new Intent.Choose(2)));
            desk.key(KeyCode.ESCAPE, "", false);
            assertTrue(desk.asked().contains(new Intent.Run(Command.BACK)));
            desk.frame(FLEET);
            assertFalse(Toolkit.on(() -> desk.tab().overlay().open()));
            assertFalse(Toolkit.on(() -> desk.tab().overlay().field().isFocused()));
        }
    }

    @Test
    void aPromptOfThePresenterIsTheFilterField() throws Exception {
        Frame prompt =
                Samples.frame(
                        2,
                        ScreenKind.FLEET,
                        Samples.table(Samples.FLEET, Samples.fleet(), 0),
                        new OverlayFrame.PromptFrame("filter", "", 0, TableFrame.FilterError.NONE));
        try (DeskHarness desk = DeskHarness.show(FLEET)) {
            desk.frame(prompt);
            assertTrue(Toolkit.on(() -> desk.tab().filter().field().isFocused()));
        }
    }

    @Test
    void aHintIsAButton() throws Exception {
        try (DeskHarness desk = DeskHarness.show(FLEET)) {
            javafx.scene.control.Button explain =
                    (javafx.scene.control.Button)
                            desk.all(".hint").stream()
                                    .filter(
                                            node ->
                                                    ((javafx.scene.control.Button) node)
                                                            .getText()
                                                            .equals("explain"))
                                    .findFirst()
                                    .orElseThrow();
            Toolkit.run(explain::fire);
            assertTrue(desk.asked().contains(new Intent.Keys(List.of("x"))));
        }
    }
}
