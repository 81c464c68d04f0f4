package dev.pilothouse.fx.shell;

import javafx.beans.value.ChangeListener;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.TextInputControlSkin;

/**
 * Stops the caret of a field without the focus. The skin of JavaFX 26 starts it at every change of
 * the caret's place, focus or not, and nothing stops it again: a filter that a frame had set made
 * 60 pulses a second from then on in an idle window.
 */
final class QuietCaret {
    private QuietCaret() {}

    static void install(TextField field) {
        ChangeListener<Object> listener = (value, before, now) -> still(field);
        // Behind the listeners of the skin, which are added before the property says so.
        field.skinProperty()
                .addListener(
                        (skin, before, now) -> {
                            field.caretPositionProperty().removeListener(listener);
                            field.caretPositionProperty().addListener(listener);
                            field.focusedProperty().removeListener(listener);
                            field.focusedProperty().addListener(listener);
                            still(field);
                        });
    }

    private static void still(TextField field) {
        if (!field.isFocused() && field.getSkin() instanceof TextInputControlSkin<?> skin) {
            skin.setCaretAnimating(false);
        }
    }
}
