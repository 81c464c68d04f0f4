package dev.pilothouse.fx;

import dev.pilothouse.fx.memory.TabMemory;
import dev.pilothouse.present.KeyMap;
import dev.pilothouse.present.ScreenKind;
import dev.pilothouse.present.View;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What the desktop needs.
 *
 * @param openView makes the view of a tab from its first screen and filter; called on the FX thread
 *     and must not block it
 * @param keys the key map that the console was given too
 * @param stateDir where windows and tabs are remembered; made when missing
 * @param start how it begins
 * @param title of the windows
 */
public record DesktopOptions(
        BiFunction<ScreenKind, String, View> openView,
        KeyMap keys,
        Path stateDir,
        Start start,
        String title) {

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
