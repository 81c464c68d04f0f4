package dev.pilothouse.fx.shell;

import dev.pilothouse.fx.paint.FxPainter;
import dev.pilothouse.fx.paint.Look;
import dev.pilothouse.present.Cell;
import dev.pilothouse.present.Command;
import dev.pilothouse.present.Frame;
import dev.pilothouse.present.Glyph;
import dev.pilothouse.present.Intent;
import dev.pilothouse.present.TextFrame;
import dev.pilothouse.present.Tone;
import dev.pilothouse.present.View;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Why the chosen row is as it is, line by line; a click on a line leads to what it speaks of. */
final class EvidenceList {
    private final Look look;
    private final View view;
    private final VBox lines = new VBox();
    private final VBox node = new VBox(Nodes.label("EVIDENCE", "inspector-kind"), lines);
    private final FxPainter painter;
    private List<TextFrame.Line> shown = List.of();

    EvidenceList(View view, Look look, ViewTab.Hands hands) {
        this.view = view;
        this.look = look;
        node.getStyleClass().add("evidence");
        lines.getStyleClass().add("evidence-lines");
        painter = new FxPainter(view, hands.fx(), this::paint, hands.trouble());
    }

    VBox node() {
        return node;
    }

    void start() {
        painter.start();
    }

    void active(boolean active) {
        painter.active(active);
    }

    void repaint() {
        shown = List.of();
        painter.again();
    }

    void close() {
        painter.stop();
        view.close();
    }

    private void paint(Frame frame) {
        List<TextFrame.Line> next =
                frame.body() instanceof TextFrame text ? List.copyOf(text.lines()) : List.of();
        node.setVisible(!next.isEmpty());
        node.setManaged(!next.isEmpty());
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        lines.getChildren().clear();
        for (int i = 0; i < next.size(); i++) {
            lines.getChildren().add(line(next.get(i), i));
        }
    }

    private Label line(TextFrame.Line line, int index) {
        String plain = line.plain().strip();
        Glyph glyph = glyph(plain);
        String words = glyph == Glyph.NONE ? plain : plain.substring(1).strip();
        Tone tone = line.spans().isEmpty() ? Tone.NORMAL : line.spans().getFirst().tone();
        Label label = Nodes.cell(new Cell(glyph, words, tone), look);
        label.setTextFill(look.color(Tone.NORMAL));
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().add("evidence-line");
        if (line.jump()) {
            label.getStyleClass().add("jump");
            label.setOnMouseClicked(event -> jump(index));
        }
        return label;
    }

    private void jump(int index) {
        view.send(new Intent.Select(index));
        view.send(new Intent.Run(Command.OPEN));
    }

    private static Glyph glyph(String text) {
        for (Glyph glyph : Glyph.values()) {
            if (glyph != Glyph.NONE && !text.isEmpty() && text.charAt(0) == glyph.symbol()) {
                return glyph;
            }
        }
        return Glyph.NONE;
    }
}
