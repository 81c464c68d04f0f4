package dev.pilothouse.fx.memory;

import dev.pilothouse.present.ScreenKind;

/** A tab as it was: a screen that can be opened by name, and its filter. */
public record TabMemory(ScreenKind screen, String filter) {
    public static final TabMemory FIRST = new TabMemory(ScreenKind.FLEET, "");
}
