package dev.pilothouse.tui;

import dev.pilothouse.present.Palette;
import java.nio.file.Path;

/**
 * How to paint: the palette, how many colours the terminal shows, and whether to keep to ASCII.
 *
 * @param saved the folder for what the user saves to a file; made when needed
 */
public record TerminalSettings(
        Palette palette, ColorDepth depth, boolean ascii, boolean mouse, Path saved) {}
