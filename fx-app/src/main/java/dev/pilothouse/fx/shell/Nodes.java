package dev.pilothouse.fx.shell;

import dev.pilothouse.fx.paint.GlyphIcon;
import dev.pilothouse.fx.paint.Look;
import dev.pilothouse.present.Cell;
import dev.pilothouse.present.Glyph;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small parts that several places use. */
final class Nodes {
    private Nodes() {}

    static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }

    static Region spacer() {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        return spacer;
    }

    static Button iconButton(Feather icon, String tip, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll("flat", "icon-button");
        button.setFocusTraversable(false);
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** A cell outside a table: its mark, its words, its colour. */
    static Label cell(Cell cell, Look look) {
        Label label = new Label(cell.text());
        label.setTextFill(look.color(cell.tone()));
        if (cell.glyph() != Glyph.NONE) {
            GlyphIcon icon = new GlyphIcon();
            icon.show(cell.glyph(), look.color(cell.tone()));
            label.setGraphic(icon);
            label.setGraphicTextGap(6);
        }
        return label;
    }

    /** Puts a style class on or off. */
    static void styled(Node node, String style, boolean on) {
        boolean has = node.getStyleClass().contains(style);
        if (on && !has) {
            node.getStyleClass().add(style);
        } else if (!on && has) {
            node.getStyleClass().remove(style);
        }
    }
}
