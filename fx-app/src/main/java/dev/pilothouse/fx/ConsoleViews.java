package dev.pilothouse.fx;

import dev.pilothouse.fx.shell.Views;
import dev.pilothouse.present.Console;
import dev.pilothouse.present.ScreenKind;
import dev.pilothouse.present.View;
import java.util.Optional;

/** The views of a console. */
record ConsoleViews(Console console) implements Views {
    @Override
    public View open(ScreenKind screen, String filter) {
        return console.openView(screen, filter);
    }

    @Override
    public Optional<View> beside(View view) {
        return Optional.of(console.openBeside(view));
    }
}
