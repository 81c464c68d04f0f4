package dev.pilothouse.fx.shell;

import dev.pilothouse.fx.paint.Look;
import dev.pilothouse.present.Cell;
import dev.pilothouse.present.Glyph;
import dev.pilothouse.present.Tone;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The state of the chosen row and why it is so, before all other facts. */
final class StateBox {
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
    private static final PseudoClass WARN = PseudoClass.getPseudoClass("warn");

    private final Look look;
    private final Label state = Nodes.label("", "state-word");
    private final Label why = Nodes.label("", "state-why");
    private final VBox node = new VBox(state, why);

    StateBox(Look look) {
        this.look = look;
        node.getStyleClass().add("state-box");
        why.setWrapText(true);
        why.setMinHeight(Label.USE_PREF_SIZE);
    }

    VBox node() {
        return node;
    }

    /** Without a glyph there is no state and the box is not there. */
    void apply(Cell shown, String reason) {
        boolean there = shown.glyph() != Glyph.NONE;
        node.setVisible(there);
        node.setManaged(there);
        Label made = Nodes.cell(shown, look);
        state.setText(shown.text());
        state.setTextFill(made.getTextFill());
        state.setGraphic(made.getGraphic());
        state.setGraphicTextGap(8);
        why.setText(reason);
        why.setVisible(!reason.isEmpty());
        why.setManaged(!reason.isEmpty());
        node.pseudoClassStateChanged(BAD, shown.tone() == Tone.BAD);
        node.pseudoClassStateChanged(WARN, shown.tone() == Tone.WARN);
    }
}
