package dev.pilothouse.config;

import java.nio.file.Path;
import java.util.List;

/**
 * The settings that hold, where each comes from, and what was wrong. What is wrong is left at its
 * default; it never stops the program.
 *
 * @param file the settings file, whether it exists or not
 * @param exists whether it does
 */
public record Loaded(
        Path file, boolean exists, Settings settings, List<Chosen> chosen, List<Fault> faults) {
    public Loaded {
        chosen = List.copyOf(chosen);
        faults = List.copyOf(faults);
    }

    /** The same with more that is wrong. */
    public Loaded with(List<Fault> more) {
        List<Fault> all = new java.util.ArrayList<>(faults);
        all.addAll(more);
        return new Loaded(file, exists, settings, chosen, all);
    }

    /**
     * A setting in force.
     *
     * @param origin `default`, `line 7`, `PILOTHOUSE_PALETTE` or `--palette`
     */
    public record Chosen(String path, Object value, String origin) {}
}
