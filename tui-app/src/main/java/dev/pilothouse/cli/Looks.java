package dev.pilothouse.cli;

import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.present.Palette;
import dev.pilothouse.present.ScreenKind;
import dev.pilothouse.tui.ColorDepth;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

import java.util.Map;

/** What the terminal shows first, and how. */
final class Looks {
    @Option(
            names = "--palette",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "dark, light, high-contrast, deuteranopia, tritanopia or mono.")
    @Nullable String palette;

    @Option(
            names = "--color",
            paramLabel = "DEPTH",
            scope = ScopeType.INHERIT,
            description = "auto, truecolor, 256, 16 or none.")
    @Nullable String color;

    @Option(
            names = "--ascii",
            scope = ScopeType.INHERIT,
            description = "Draw with ASCII characters only.")
    boolean ascii;

    @Option(
            names = "--screen",
            paramLabel = "SCREEN",
            scope = ScopeType.INHERIT,
            description =
                    "Start on this screen: agents, workloads, pods, nodes, events, versions,"
                            + " clusters or self.")
    @Nullable String screen;

    Palette palette() throws ConsoleException {
        String wanted = palette == null ? "dark" : palette;
        return Palette.of(wanted)
                .orElseThrow(
                        () ->
                                new ConsoleException(
                                        "cli.palette",
                                        "There is no palette '"
                                                + wanted
                                                + "'. Use dark, light, high-contrast,"
                                                + " deuteranopia, tritanopia or mono."));
    }

    ColorDepth depth(Map<String, String> environment) throws ConsoleException {
        if (color == null || color.equals("auto")) {
            return ColorDepth.detect(environment);
        }
        return ColorDepth.of(color)
                .orElseThrow(
                        () ->
                                new ConsoleException(
                                        "cli.color",
                                        "There is no colour depth '"
                                                + color
                                                + "'. Use auto, truecolor, 256, 16 or none."));
    }

    ScreenKind screen() throws ConsoleException {
        return screen == null ? ScreenKind.FLEET : Kinds.screen(screen);
    }
}
