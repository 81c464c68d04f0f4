package dev.pilothouse.fx.paint;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.TextFlow;

/**
 * One line of text with marks behind it: what was searched for, and what the mouse marked. A node
 * in the line that is no text (a drawn glyph) counts as one character, as it stands for one.
 */
final class MarkedText extends Region {
    private final TextFlow flow = new TextFlow();
    private final Path found = path("search-mark");
    private final Path selected = path("text-selection");
    private List<int[]> hits = List.of();
    private int from = -1;
    private int to;

    MarkedText() {
        flow.getStyleClass().add("line-text");
        getChildren().setAll(found, selected, flow);
    }

    private static Path path(String style) {
        Path path = new Path();
        path.getStyleClass().add(style);
        path.setManaged(false);
        path.setStroke(null);
        path.setMouseTransparent(true);
        return path;
    }

    ObservableList<Node> parts() {
        return flow.getChildren();
    }

    /** Ranges of characters, each from and to. */
    void hits(List<int[]> ranges) {
        hits = ranges;
        requestLayout();
    }

    /** The range that the mouse marked; `from` is -1 for none. */
    void selected(int from, int to) {
        if (this.from != from || this.to != to) {
            this.from = from;
            this.to = to;
            requestLayout();
        }
    }

    /** The place between characters that is nearest to a point of the scene. */
    int column(double sceneX, double sceneY) {
        Point2D here = flow.sceneToLocal(sceneX, sceneY);
        double y = Math.clamp(here.getY(), 1, Math.max(1, flow.getHeight() - 1));
        return flow.getHitInfo(new Point2D(Math.max(0, here.getX()), y)).getInsertionIndex();
    }

    @Override
    protected double computePrefWidth(double height) {
        return flow.prefWidth(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
        return flow.prefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        flow.resizeRelocate(0, 0, getWidth(), getHeight());
        List<javafx.scene.shape.PathElement> shape = new ArrayList<>();
        for (int[] hit : hits) {
            shape.addAll(List.of(flow.getRangeShape(hit[0], hit[1], false)));
        }
        found.getElements().setAll(shape);
        if (from >= 0 && to > from) {
            selected.getElements().setAll(flow.getRangeShape(from, to, false));
        } else {
            selected.getElements().clear();
        }
    }
}
