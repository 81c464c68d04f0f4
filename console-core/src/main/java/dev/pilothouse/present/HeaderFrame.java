package dev.pilothouse.present;

import java.util.List;

/**
 * The line that says where am I, what may I do, is it true.
 *
 * @param places the open contexts
 * @param mode `READ-ONLY` or what is unlocked and for how long
 * @param sources age of each source: `k8s live`, `k8s stale 42s`
 * @param counts the screen's totals: `AGENTS 61 of 61`, `✖ 2` ...
 * @param breadcrumbs the way back, from the first screen to this one
 */
public record HeaderFrame(
        List<Place> places,
        String mode,
        List<SourceAge> sources,
        List<Cell> counts,
        List<String> breadcrumbs,
        String clock) {
    public HeaderFrame {
        places = List.copyOf(places);
        sources = List.copyOf(sources);
        counts = List.copyOf(counts);
        breadcrumbs = List.copyOf(breadcrumbs);
    }

    /**
     * A context; `prod` puts the word PROD beside it, `insecure` says that its certificate is not
     * checked.
     */
    public record Place(String name, boolean prod, boolean insecure) {}

    /** A source and how true it is. */
    public record SourceAge(String name, String words, Tone tone) {}
}
