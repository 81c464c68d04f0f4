package dev.pilothouse.fx;

import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.launch.ContextChoice;
import dev.pilothouse.launch.Host;
import dev.pilothouse.launch.Launch;
import dev.pilothouse.launch.LaunchOptions;
import dev.pilothouse.launch.UserSettings;
import dev.pilothouse.present.Console;
import dev.pilothouse.present.KeyMap;
import dev.pilothouse.present.ScreenKind;

/** Makes a console as the desktop wants it. */
final class Wiring {
    private Wiring() {}

    /** A console as the settings say. */
    static Console console(UserSettings user, KeyMap keys, boolean saved, Host host)
            throws ConsoleException {
        LaunchOptions options =
                LaunchOptions.of(user.loaded().settings())
                        .keys(keys)
                        .acceptNoClusters()
                        .savedState(saved);
        return Launch.console(user.choice(), options, host, ScreenKind.FLEET);
    }

    /** The clusters are opened at once; none is waited for. */
    static Console console(ContextChoice choice, boolean saved, Host host) throws ConsoleException {
        LaunchOptions options =
                LaunchOptions.defaults()
                        .keys(DesktopKeys.map())
                        .acceptNoClusters()
                        .savedState(saved);
        return Launch.console(choice, options, host, ScreenKind.FLEET);
    }
}
