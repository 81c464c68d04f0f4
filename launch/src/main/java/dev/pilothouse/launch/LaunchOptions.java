package dev.pilothouse.launch;

import dev.pilothouse.present.ConsoleOptions;
import dev.pilothouse.present.KeyMap;

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
 */
public record LaunchOptions(ConsoleOptions console, boolean withoutClusters, boolean savedState) {
    public static LaunchOptions defaults() {
        return new LaunchOptions(ConsoleOptions.defaults(), false, false);
    }

    public LaunchOptions keys(KeyMap keys) {
        ConsoleOptions changed =
                new ConsoleOptions(
                        console.rules(),
                        keys,
                        console.production(),
                        console.open(),
                        console.zone());
        return new LaunchOptions(changed, withoutClusters, savedState);
    }

    public LaunchOptions acceptNoClusters() {
        return new LaunchOptions(console, true, savedState);
    }

    public LaunchOptions savedState(boolean wanted) {
        return new LaunchOptions(console, withoutClusters, wanted);
    }
}
