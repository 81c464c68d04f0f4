package dev.pilothouse.fx.shell;

import dev.pilothouse.fx.FakeView;
import dev.pilothouse.fx.Toolkit;
import dev.pilothouse.fx.memory.DeskMemory;
import dev.pilothouse.fx.memory.TabMemory;
import dev.pilothouse.fx.memory.WindowMemory;
import dev.pilothouse.present.Frame;
import dev.pilothouse.present.Intent;
import dev.pilothouse.present.ScreenKind;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** One window on one fake view, and hands for its keyboard and mouse. */
final class DeskHarness implements AutoCloseable {
    final FakeView view;
    final List<DeskMemory> saved = new ArrayList<>();
    final Desk desk;

    private DeskHarness(FakeView view) {
        this.view = view;
        desk =
                new Desk(
                        Toolkit.seams((kind, filter) -> view, saved::add),
                        DeskMemory.of(new DeskMemory.Style("light", false, false, 13), List.of()));
        desk.open(
                List.of(
                        new WindowMemory(
                                0, 0, 1200, 800, List.of(new TabMemory(ScreenKind.FLEET, "")), 0)),
                "");
    }

    static DeskHarness show(Frame first) throws Exception {
        return show(new FakeView(first));
    }

    static DeskHarness show(FakeView view) throws Exception {
        DeskHarness harness = Toolkit.on(() -> new DeskHarness(view));
        Toolkit.pulses(3);
        return harness;
    }

    Shell shell() {
        return desk.shells().getFirst();
    }

    ViewTab tab() {
        return shell().current().orElseThrow();
    }

    /** Sets a frame and waits until it is on the screen. */
    void frame(Frame next) throws Exception {
        long before = Toolkit.on(() -> tab().painter().applied());
        view.show(next);
        Toolkit.until(() -> tab().painter().applied() > before);
        Toolkit.pulses(2);
    }

    List<Node> all(String selector) throws Exception {
        return Toolkit.on(
                () ->
                        shell().scene().getRoot().lookupAll(selector).stream()
                                .filter(Node::isVisible)
                                .toList());
    }

    List<String> texts(String selector) throws Exception {
        List<Node> nodes = all(selector);
        return Toolkit.on(
                () ->
                        nodes.stream()
                                .filter(Labeled.class::isInstance)
                                .map(node -> ((Labeled) node).getText())
                                .toList());
    }

    /** A key as a keyboard makes it: pressed, and typed when it prints. */
    void key(KeyCode code, String prints, boolean control) throws Exception {
        Toolkit.run(
                () -> {
                    Node to = shell().scene().getFocusOwner();
                    Event.fireEvent(
                            to,
                            new KeyEvent(
                                    KeyEvent.KEY_PRESSED,
                                    "",
                                    prints,
                                    code,
                                    false,
                                    control,
                                    false,
                                    false));
                    if (!prints.isEmpty()) {
                        Event.fireEvent(
                                shell().scene().getFocusOwner(),
                                new KeyEvent(
                                        KeyEvent.KEY_TYPED,
                                        prints,
                                        "",
                                        KeyCode.UNDEFINED,
                                        false,
                                        false,
                                        false,
                                        false));
                    }
                });
        Toolkit.pulses(2);
    }

    void click(Node node, int times) throws Exception {
        Toolkit.run(
                () -> {
                    mouse(node, MouseEvent.MOUSE_PRESSED, times);
                    mouse(node, MouseEvent.MOUSE_RELEASED, times);
                    mouse(node, MouseEvent.MOUSE_CLICKED, times);
                });
        Toolkit.pulses(2);
    }

    private static void mouse(Node node, javafx.event.EventType<MouseEvent> type, int times) {
        Event.fireEvent(
                node,
                new MouseEvent(
                        type,
                        4,
                        4,
                        4,
                        4,
                        MouseButton.PRIMARY,
                        times,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        true,
                        null));
    }

    /** A mouse event at a point of the scene, with the first button down. */
    void mouse(Node node, javafx.event.EventType<MouseEvent> type, Point2D scene, int clicks) {
        Point2D at = node.sceneToLocal(scene);
        Point2D screen = node.localToScreen(at);
        Event.fireEvent(
                node,
                new MouseEvent(
                        node,
                        node,
                        type,
                        scene.getX(),
                        scene.getY(),
                        screen.getX(),
                        screen.getY(),
                        MouseButton.PRIMARY,
                        clicks,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        false,
                        null));
    }

    List<Intent> asked() {
        return view.asked();
    }

    @Override
    public void close() {
        Toolkit.soon(desk::quit);
    }
}
