package dev.pilothouse.cli;

import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.launch.ContextChoice;
import dev.pilothouse.launch.Launch;
import dev.pilothouse.launch.LaunchOptions;
import dev.pilothouse.launch.UserSettings;
import dev.pilothouse.present.Console;
import dev.pilothouse.present.ScreenKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Settings and a console from the options of a command. */
final class Opened {
    private Opened() {}

    private static ContextChoice choice(Shared shared) {
        return new ContextChoice(shared.kubeconfig(), shared.contexts, shared.allContexts);
    }

    /**
     * The settings; what is wrong in the file is said on stderr and goes no further.
     *
     * @throws ConsoleException `cli.option` for an option with a value that cannot be used
     */
    static UserSettings settings(Shared shared, Looks looks, Pilothouse.Surroundings world)
            throws ConsoleException {
        Map<String, List<String>> flags = new HashMap<>(looks.flags());
        if (!shared.namespace().isEmpty()) {
            flags.put("--namespace", List.of(shared.namespace()));
        }
        UserSettings settings =
                UserSettings.load(
                        world.host(),
                        choice(shared),
                        new UserSettings.Given(shared.config(), flags));
        settings.complaints().forEach(words -> world.err().println("pilothouse: " + words));
        return settings;
    }

    /** The console of a screen, on the contexts that options or settings name. */
    static Console screen(
            Shared shared, UserSettings settings, Pilothouse.Surroundings world, ScreenKind first)
            throws ConsoleException {
        LaunchOptions options =
                LaunchOptions.of(settings.loaded().settings()).savedState(!shared.noSavedState);
        return Launch.console(settings.choice(), options, world.host(), first);
    }

    /**
     * The console of a command that prints. Which clusters it asks is said by its options and the
     * kubeconfig alone, since a script must not depend on what someone likes to start with.
     */
    static Console console(
            Shared shared, UserSettings settings, Pilothouse.Surroundings world, ScreenKind first)
            throws ConsoleException {
        return Launch.console(
                choice(shared),
                LaunchOptions.of(settings.loaded().settings()),
                world.host(),
                first);
    }

    static Console console(Shared shared, Pilothouse.Surroundings world, ScreenKind first)
            throws ConsoleException {
        return console(shared, settings(shared, new Looks(), world), world, first);
    }
}
