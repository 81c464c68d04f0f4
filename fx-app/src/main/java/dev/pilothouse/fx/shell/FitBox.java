package dev.pilothouse.fx.shell;

import javafx.scene.Node;
import javafx.scene.layout.HBox;

/** Shows as many of its children as fit, from the left, and none in part. */
final class FitBox extends HBox {
    FitBox() {
        setMinWidth(0);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double end = getWidth() - getInsets().getRight() + 1;
        for (Node child : getManagedChildren()) {
            double width = child.minWidth(-1);
            child.setVisible(child.getLayoutX() + width <= end);
        }
    }
}
