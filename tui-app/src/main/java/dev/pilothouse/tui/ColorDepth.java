package dev.pilothouse.tui;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How many colours a terminal shows. */
public enum ColorDepth {
    NONE,
    ANSI_16,
    INDEXED_256,
    TRUE_COLOR;

    /**
     * What the environment tells. NO_COLOR wins; COLORTERM is not believed inside screen and tmux,
     * where it leaks in from the outer terminal.
     *
     * @see <a href="https://no-color.org">NO_COLOR</a>
     */
    public static ColorDepth detect(Map<String, String> environment) {
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
            return NONE;
        }
        String term = environment.getOrDefault("TERM", "").toLowerCase(Locale.ROOT);
        String colorTerm = environment.getOrDefault("COLORTERM", "").toLowerCase(Locale.ROOT);
        boolean multiplexer = term.startsWith("screen") || term.startsWith("tmux");
        boolean named =
                colorTerm.equals("truecolor")
                        || colorTerm.equals("24bit")
                        || environment.containsKey("WT_SESSION");
        if (term.equals("dumb")) {
            return NONE;
        }
        if ((named && !multiplexer)
                || term.contains("kitty")
                || term.contains("alacritty")
                || term.contains("ghostty")
                || term.endsWith("-direct")) {
            return TRUE_COLOR;
        }
        if (term.contains("256color") || multiplexer) {
            return INDEXED_256;
        }
        return ANSI_16;
    }

    /** `none`, `16`, `256`, `truecolor`; empty for `auto` and anything else. */
    public static Optional<ColorDepth> of(String word) {
        return switch (word) {
            case "none", "never" -> Optional.of(NONE);
            case "16" -> Optional.of(ANSI_16);
            case "256" -> Optional.of(INDEXED_256);
            case "truecolor", "always" -> Optional.of(TRUE_COLOR);
            default -> Optional.empty();
        };
    }
}
