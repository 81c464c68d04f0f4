package dev.pilothouse.fx;

import dev.pilothouse.fx.memory.TabMemory;
import dev.pilothouse.fx.shell.Views;
import dev.pilothouse.present.KeyMap;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the desktop needs.
 *
 * @param openView makes the views of tabs
 * @param keys the key map that the console was given too
 * @param stateDir where windows and tabs are remembered; made when missing
 * @param start how it begins
 * @param title of the windows
 */
public record DesktopOptions(
        Views openView, KeyMap keys, Path stateDir, Start start, String title) {

    /**
     * How the first window begins.
     *
     * @param palette id of a {@link dev.pilothouse.present.Palette}, or `auto` to follow the
     *     system, until the user chooses another one
     * @param forced a palette that wins over what was chosen in an earlier run
     * @param tab a tab in front of those that are restored
     */
    public record Start(String palette, Optional<String> forced, Optional<TabMemory> tab) {
        public static Start palette(String palette) {
            return new Start(palette, Optional.empty(), Optional.empty());
        }
    }
}
