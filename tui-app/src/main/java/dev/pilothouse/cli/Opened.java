package dev.pilothouse.cli;

import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.launch.ContextChoice;
import dev.pilothouse.launch.Launch;
import dev.pilothouse.launch.LaunchOptions;
import dev.pilothouse.present.Console;
import dev.pilothouse.present.ScreenKind;

/** A console from the options of a command. */
final class Opened {
    private Opened() {}

    /** The truth of now, for a command. */
    static Console console(Shared shared, Pilothouse.Surroundings world, ScreenKind first)
            throws ConsoleException {
        return console(shared, LaunchOptions.defaults(), world, first);
    }

    /** For a face, which can show what is stale as stale. */
    static Console face(Shared shared, Pilothouse.Surroundings world, ScreenKind first)
            throws ConsoleException {
        LaunchOptions options = LaunchOptions.defaults().savedState(!shared.noSavedState);
        return console(shared, options, world, first);
    }

    private static Console console(
            Shared shared, LaunchOptions options, Pilothouse.Surroundings world, ScreenKind first)
            throws ConsoleException {
        ContextChoice choice =
                new ContextChoice(shared.kubeconfig(), shared.contexts, shared.allContexts);
        return Launch.console(choice, options, world.host(), first);
    }
}
