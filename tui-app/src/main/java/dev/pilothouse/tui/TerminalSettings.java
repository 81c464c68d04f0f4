package dev.pilothouse.tui;

import dev.pilothouse.present.Palette;

/** How to paint: the palette, how many colours the terminal shows, and whether to keep to ASCII. */
public record TerminalSettings(Palette palette, ColorDepth depth, boolean ascii, boolean mouse) {}
