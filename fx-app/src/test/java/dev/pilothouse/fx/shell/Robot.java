package dev.pilothouse.fx.shell;

import dev.pilothouse.fx.Toolkit;
import dev.pilothouse.fx.memory.DeskMemory;
import dev.pilothouse.present.KeyMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;

/** A user with a keyboard before a desk of real views. */
public final class Robot implements AutoCloseable {
    private final Desk desk;
    private final AtomicInteger pulses = new AtomicInteger();

    private Robot(Desk desk) {
        this.desk = desk;
    }

    /** A desk with its first window. */
    public static Robot open(Views open, KeyMap keys) throws Exception {
        return restore(open, keys, DeskMemory.fresh("light"));
    }

    public static Robot restore(Views open, KeyMap keys, DeskMemory memory) throws Exception {
        Robot robot =
                Toolkit.on(
                        () -> {
                            Desk.Seams plain = Toolkit.seams(open, saved -> {});
                            Desk.Seams seams =
                                    new Desk.Seams(
                                            plain.title(),
                                            plain.open(),
                                            keys,
                                            plain.toolkit(),
                                            plain.keeper());
                            Desk desk = new Desk(seams, memory);
                            desk.open(memory.windows(), "");
                            Robot made = new Robot(desk);
                            made.shell()
                                    .scene()
                                    .addPostLayoutPulseListener(made.pulses::incrementAndGet);
                            return made;
                        });
        Toolkit.pulses(3);
        return robot;
    }

    private Shell shell() {
        return desk.shells().getFirst();
    }

    /** Texts of the labels that are visible, on the FX thread. */
    public List<String> now(String selector) {
        return shell().scene().getRoot().lookupAll(selector).stream()
                .filter(Robot::visible)
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    /** Cells that a control keeps for later are visible themselves, and their parents are not. */
    private static boolean visible(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** The lines of the text that are visible, on the FX thread. */
    public List<String> lines() {
        return shell().scene().getRoot().lookupAll(".line-cell").stream()
                .map(cell -> (ListCell<?>) cell)
                .filter(cell -> !cell.isEmpty() && visible(cell))
                .map(Robot::plain)
                .toList();
    }

    private static String plain(Node node) {
        return switch (node) {
            case Text text -> text.getText();
            case Parent parent ->
                    parent.getChildrenUnmodifiable().stream()
                            .map(Robot::plain)
                            .collect(Collectors.joining());
            default -> "";
        };
    }

    public void until(BooleanSupplier holds) throws Exception {
        Toolkit.until(holds);
    }

    /** Waits until a label with this text is visible. */
    public void sees(String selector, String text) throws Exception {
        Toolkit.until(() -> now(selector).contains(text));
    }

    /** A palette, picker or key sheet lies over the tab. */
    public boolean overlay() {
        return shell().current().orElseThrow().overlay().open();
    }

    /** Types into the field that has the focus. */
    public void type(String text) throws Exception {
        Toolkit.run(
                () -> ((TextInputControl) shell().scene().getFocusOwner()).replaceSelection(text));
        Toolkit.pulses(2);
    }

    public void key(KeyCode code, String prints) throws Exception {
        press(code, prints, false);
    }

    public void control(KeyCode code) throws Exception {
        press(code, "", true);
    }

    private void press(KeyCode code, String prints, boolean control) throws Exception {
        Toolkit.run(
                () -> {
                    fire(KeyEvent.KEY_PRESSED, "", prints, code, control);
                    if (!prints.isEmpty()) {
                        fire(KeyEvent.KEY_TYPED, prints, "", KeyCode.UNDEFINED, false);
                    }
                });
        Toolkit.pulses(3);
    }

    private void fire(
            javafx.event.EventType<KeyEvent> type,
            String typed,
            String text,
            KeyCode code,
            boolean control) {
        Event.fireEvent(
                shell().scene().getFocusOwner(),
                new KeyEvent(type, typed, text, code, false, control, false, false));
    }

    /** How many frames the chosen tab has painted. */
    public long painted() throws Exception {
        return Toolkit.on(() -> shell().current().orElseThrow().painter().applied());
    }

    /** How many pulses the window has had. */
    public int pulses() {
        return pulses.get();
    }

    /** Closes everything; what would be open after the next start. */
    public DeskMemory quit() throws Exception {
        return Toolkit.on(
                () -> {
                    DeskMemory memory = desk.memory();
                    desk.quit();
                    return memory;
                });
    }

    @Override
    public void close() {
        Toolkit.soon(desk::quit);
    }
}
