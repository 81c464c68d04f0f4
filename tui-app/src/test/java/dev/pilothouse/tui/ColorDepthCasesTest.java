package dev.pilothouse.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What terminals say of themselves, and what we make of it. */
class ColorDepthCasesTest {
    @ParameterizedTest
    @CsvSource({
        "TERM=xterm, ANSI_16",
        "TERM=xterm-256color, INDEXED_256",
        "TERM=xterm-256color COLORTERM=truecolor, TRUE_COLOR",
        "TERM=xterm-256color COLORTERM=24bit, TRUE_COLOR",
        "TERM=xterm-kitty, TRUE_COLOR",
        "TERM=alacritty, TRUE_COLOR",
        "TERM=xterm-ghostty, TRUE_COLOR",
        "TERM=xterm-direct, TRUE_COLOR",
        "TERM=screen, INDEXED_256",
        "TERM=screen-256color COLORTERM=truecolor, INDEXED_256",
        "TERM=tmux-256color COLORTERM=truecolor, INDEXED_256",
        "TERM=xterm-256color WT_SESSION=1, TRUE_COLOR",
        "TERM=xterm-kitty NO_COLOR=1, NONE",
        "TERM=xterm NO_COLOR=, ANSI_16",
        "TERM=dumb COLORTERM=truecolor, NONE",
        "TERM=linux, ANSI_16",
        "OTHER=1, ANSI_16"
    })
    void depthFollowsTheEnvironment(String environment, ColorDepth expected) {
        Map<String, String> variables = new HashMap<>();
        for (String variable : environment.split(" ", -1)) {
            int equals = variable.indexOf('=');
            variables.put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        assertEquals(expected, ColorDepth.detect(variables));
    }
}
