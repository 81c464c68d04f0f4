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

    static Console console(Shared shared, Pilothouse.Surroundings world, ScreenKind first)
            throws ConsoleException {
        ContextChoice choice =
                new ContextChoice(shared.kubeconfig(), shared.contexts, shared.allContexts);
        return Launch.console(choice, LaunchOptions.defaults(), world.host(), first);
    }
}
