package dev.pilothouse.fx.paint;

import java.util.function.IntConsumer;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;

/** Scrolls a table by whole columns. */
final class SidewaysBar extends ScrollBar {
    private boolean showing;

    SidewaysBar(IntConsumer scroll) {
        setOrientation(Orientation.HORIZONTAL);
        getStyleClass().add("sideways");
        setUnitIncrement(1);
        setBlockIncrement(2);
        setVisible(false);
        setManaged(false);
        valueProperty()
                .addListener(
                        (value, before, now) -> {
                            if (!showing) {
                                scroll.accept((int) Math.round((double) now));
                            }
                        });
    }

    void show(int last, int offset) {
        showing = true;
        setVisible(last > 0);
        setManaged(last > 0);
        setMax(Math.max(1, last));
        setVisibleAmount(Math.max(1, last) / 2.0);
        if (Math.round(getValue()) != offset) {
            setValue(offset);
        }
        showing = false;
    }
}
