package dev.pilothouse.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ColorDepthTest {
    @Test
    void theEnvironmentDecides() {
        assertEquals(
                ColorDepth.NONE,
                ColorDepth.detect(
                        Map.of(
                                "NO_COLOR",
                                "1",
                                "COLORTERM",
                                "truecolor",
                                "TERM",
                                "xterm-256color")));
        assertEquals(
                ColorDepth.TRUE_COLOR,
                ColorDepth.detect(Map.of("COLORTERM", "truecolor", "TERM", "xterm-256color")));
        assertEquals(
                ColorDepth.INDEXED_256,
                ColorDepth.detect(Map.of("COLORTERM", "truecolor", "TERM", "tmux-256color")),
                "it leaks into tmux");
        assertEquals(
                ColorDepth.INDEXED_256,
                ColorDepth.detect(Map.of("TERM", "xterm-256color", "NO_COLOR", "")));
        assertEquals(ColorDepth.ANSI_16, ColorDepth.detect(Map.of("TERM", "vt100")));
        assertEquals(ColorDepth.NONE, ColorDepth.detect(Map.of("TERM", "dumb")));
    }
}
