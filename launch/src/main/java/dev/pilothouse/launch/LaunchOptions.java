package dev.pilothouse.launch;

import dev.pilothouse.config.Settings;
import dev.pilothouse.present.ConsoleOptions;
import dev.pilothouse.present.KeyMap;
import java.time.Duration;

/**
 * What the user set, as far as it decides how a console is put together. The settings file is
 * turned into this, and a face adds what is its own.
 *
 * @param console what all views share: identity rules, keys, words for production, time zone. Its
 *     set of contexts is replaced by what the {@link ContextChoice} opens.
 * @param withoutClusters whether a kubeconfig without any context is good enough: a window can show
 *     that it is empty, a command cannot
 * @param savedState whether the rows of the last run are shown until the clusters have answered,
 *     and saved for the next; never for a command, whose output is taken for the truth of now
 * @param pluginTimeout how long a credential plugin may take
 */
public record LaunchOptions(
        ConsoleOptions console,
        boolean withoutClusters,
        boolean savedState,
        Duration pluginTimeout) {
    /** How long a credential plugin may take; some open a browser and wait for the user. */
    private static final Duration PLUGIN = Duration.ofSeconds(30);

    public static LaunchOptions defaults() {
        return new LaunchOptions(ConsoleOptions.defaults(), false, false, PLUGIN);
    }

    /** What the settings say, with the keys of the terminal. */
    public static LaunchOptions of(Settings settings) {
        return new LaunchOptions(
                settings.console(settings.keys().map()), false, false, settings.pluginTimeout());
    }

    public LaunchOptions keys(KeyMap keys) {
        return new LaunchOptions(console.keys(keys), withoutClusters, savedState, pluginTimeout);
    }

    public LaunchOptions acceptNoClusters() {
        return new LaunchOptions(console, true, savedState, pluginTimeout);
    }

    public LaunchOptions savedState(boolean wanted) {
        return new LaunchOptions(console, withoutClusters, wanted, pluginTimeout);
    }
}
