package dev.pilothouse.fx;

import dev.pilothouse.present.KeyMap;
import dev.pilothouse.present.ScreenKind;
import dev.pilothouse.present.View;
import java.nio.file.Path;
import java.util.function.BiFunction;

/**
 * What the desktop needs.
 *
 * @param openView makes the view of a tab from its first screen and filter; called on the FX thread
 *     and must not block it
 * @param keys the key map that the console was given too
 * @param stateDir where windows and tabs are remembered; made when missing
 * @param palette id of a {@link dev.pilothouse.present.Palette}, or `auto` to follow the system;
 *     what the user chose in an earlier run wins
 * @param title of the windows
 */
public record DesktopOptions(
        BiFunction<ScreenKind, String, View> openView,
        KeyMap keys,
        Path stateDir,
        String palette,
        String title) {}
