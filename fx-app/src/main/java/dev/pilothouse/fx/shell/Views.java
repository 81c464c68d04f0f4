package dev.pilothouse.fx.shell;

import dev.pilothouse.present.ScreenKind;
import dev.pilothouse.present.View;
import java.util.Optional;

/** Makes the views of a desk. Called on the FX thread; must not block it. */
@FunctionalInterface
public interface Views {
    /** The view of a tab, from its first screen and filter. */
    View open(ScreenKind screen, String filter);

    /**
     * A view of why the row under another view's cursor is as it is; what is opened in it is opened
     * in the other one. Empty where there is no such thing.
     */
    default Optional<View> beside(View view) {
        return Optional.empty();
    }
}
