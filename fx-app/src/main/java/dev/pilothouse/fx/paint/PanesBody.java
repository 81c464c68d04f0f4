package dev.pilothouse.fx.paint;

import dev.pilothouse.present.BodyFrame;
import dev.pilothouse.present.Intent;
import dev.pilothouse.present.PanesFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Several bodies under each other, each under its title; a click gives a pane the keys. */
final class PanesBody implements BodyView {
    private static final PseudoClass FOCUS = PseudoClass.getPseudoClass("focus-pane");
    private static final double TITLE = 32;

    private final Look look;
    private final Consumer<Intent> send;
    private final List<Slot> slots = new ArrayList<>();
    private final Stack node = new Stack();
    private int focus;

    PanesBody(Look look, Consumer<Intent> send) {
        this.look = look;
        this.send = send;
        node.getStyleClass().add("panes-body");
    }

    private final class Slot {
        private final Label title = new Label();
        private final BodyPainter body;
        private final VBox box;
        private int weight;

        Slot(int index) {
            title.getStyleClass().add("pane-title");
            title.setMinHeight(TITLE);
            title.setMaxWidth(Double.MAX_VALUE);
            body = new BodyPainter(look, intent -> fromPane(index, intent));
            box = new VBox(title, body.node());
            VBox.setVgrow(body.node(), javafx.scene.layout.Priority.ALWAYS);
            box.getStyleClass().add("pane");
            box.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> focusOn(index));
        }
    }

    private void focusOn(int index) {
        if (index != focus) {
            focus = index;
            send.accept(new Intent.Focus(index));
        }
    }

    private void fromPane(int index, Intent intent) {
        if (intent instanceof Intent.Viewport) {
            if (index == focus) {
                send.accept(intent);
            }
            return;
        }
        focusOn(index);
        send.accept(intent);
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public boolean accepts(BodyFrame next) {
        return next instanceof PanesFrame;
    }

    @Override
    public void apply(BodyFrame next) {
        if (!(next instanceof PanesFrame shown)) {
            return;
        }
        boolean same = slots.size() == shown.panes().size();
        if (!same) {
            slots.clear();
            for (int i = 0; i < shown.panes().size(); i++) {
                slots.add(new Slot(i));
            }
            node.show(slots.stream().map(slot -> slot.box).toList());
        }
        boolean moved = focus != shown.focus();
        focus = shown.focus();
        boolean other = !same;
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            PanesFrame.Pane pane = shown.panes().get(i);
            double need = slot.body.need();
            other |= slot.weight != pane.weight();
            slot.weight = pane.weight();
            slot.title.setText(pane.title());
            slot.box.pseudoClassStateChanged(FOCUS, i == focus);
            slot.body.apply(pane.body(), !same);
            other |= need != slot.body.need();
        }
        if (other) {
            node.requestLayout();
        }
        if (moved && rows() > 0) {
            send.accept(new Intent.Viewport(rows()));
        }
    }

    @Override
    public void fresh() {
        slots.clear();
        node.show(List.of());
    }

    @Override
    public int rows() {
        return focus < slots.size() ? slots.get(focus).body.rows() : 0;
    }

    @Override
    public void scrollColumns(int columns) {
        if (focus < slots.size()) {
            slots.get(focus).body.scrollColumns(columns);
        }
    }

    @Override
    public String selectedText() {
        return slots.stream()
                .map(slot -> slot.body.selectedText())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    @Override
    public boolean markAll() {
        return focus < slots.size() && slots.get(focus).body.markAll();
    }

    @Override
    public double need() {
        return 0;
    }

    /** Gives panes without weight what they need, up to half, and shares the rest by weight. */
    private final class Stack extends Region {
        void show(List<VBox> boxes) {
            getChildren().setAll(boxes);
        }

        @Override
        protected void layoutChildren() {
            double left = getHeight();
            int weights = 0;
            double[] heights = new double[slots.size()];
            for (int i = 0; i < heights.length; i++) {
                Slot slot = slots.get(i);
                weights += slot.weight;
                if (slot.weight == 0) {
                    heights[i] = Math.min(TITLE + slot.body.need(), getHeight() / 2);
                    left -= heights[i];
                }
            }
            double y = 0;
            for (int i = 0; i < heights.length; i++) {
                Slot slot = slots.get(i);
                if (slot.weight > 0) {
                    heights[i] = Math.max(TITLE * 2, left * slot.weight / weights);
                }
                slot.box.resizeRelocate(0, Math.rint(y), getWidth(), Math.rint(heights[i]));
                y += heights[i];
            }
        }
    }
}
