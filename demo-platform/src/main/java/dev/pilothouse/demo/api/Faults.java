package dev.pilothouse.demo.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Makes a simulated API server misbehave, as real ones do. */
public final class Faults {
    /** What a request meets. */
    public enum Mode {
        /** Connections are closed without an answer, running watches too. */
        CUT("cut"),
        /** Answers come late. */
        SLOW("slow"),
        UNAUTHORIZED("401"),
        FORBIDDEN("403"),
        /** Watches cannot resume: all changes are forgotten. */
        GONE("410"),
        THROTTLED("429"),
        BROKEN("5xx"),
        /** The answer is not JSON. */
        GARBAGE("garbage"),
        /** Connections stay open and nothing comes any more, on running watches neither. */
        HALF_OPEN("half-open"),
        /** New requests are accepted and never answered; running watches go on. */
        HANG("hang");

        private final String word;

        Mode(String word) {
            this.word = word;
        }
    }

    /** Three seconds: longer than people wait, shorter than clients do. */
    static final Duration LATE = Duration.ofSeconds(3);

    /**
     * A fault and what it is limited to; empty texts stand for all.
     *
     * @param kind a plural, such as `pods`
     * @param verb `get`, `list` or `watch`
     */
    public record Fault(Mode mode, String kind, String verb) {
        boolean meets(String aKind, String aVerb) {
            return (kind.isEmpty() || kind.equals(aKind)) && (verb.isEmpty() || verb.equals(aVerb));
        }

        @Override
        public String toString() {
            String where =
                    kind.isEmpty() && verb.isEmpty() ? "" : "/" + some(kind) + "/" + some(verb);
            return mode.word + where;
        }

        private static String some(String text) {
            return text.isEmpty() ? "*" : text;
        }
    }

    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    private final Runnable endWatches;
    private final Runnable forget;

    Faults(Runnable endWatches, Runnable forget) {
        this.endWatches = endWatches;
        this.forget = forget;
    }

    /**
     * Reads `MODE[/KIND[/VERB]]`, where `*` stands for all, such as `429/pods/list`.
     *
     * @throws IllegalArgumentException with a sentence that lists the modes
     */
    public static Fault parse(String text) {
        String[] parts = text.strip().split("/", -1);
        for (Mode mode : Mode.values()) {
            if (mode.word.equals(parts[0].toLowerCase(Locale.ROOT)) && parts.length <= 3) {
                return new Fault(mode, part(parts, 1), part(parts, 2));
            }
        }
        throw new IllegalArgumentException(
                "'"
                        + text
                        + "' is not a fault. Write MODE or MODE/KIND/VERB, such as 429/pods/list."
                        + " Modes: "
                        + Arrays.stream(Mode.values())
                                .map(mode -> mode.word)
                                .collect(Collectors.joining(", "))
                        + ".");
    }

    private static String part(String[] parts, int index) {
        return index < parts.length && !parts[index].equals("*") ? parts[index] : "";
    }

    /** Adds a fault to those that are on. */
    public void add(Fault fault) {
        faults.add(fault);
        switch (fault.mode()) {
            // Whoever watches has to ask again, and then meets the fault.
            case CUT, UNAUTHORIZED, FORBIDDEN, THROTTLED, BROKEN, GARBAGE -> endWatches.run();
            case GONE -> {
                forget.run();
                endWatches.run();
            }
            case SLOW, HALF_OPEN, HANG -> {}
        }
    }

    /** One fault for every request, instead of those that are on. */
    public void set(Mode mode) {
        faults.clear();
        add(new Fault(mode, "", ""));
    }

    /** All is well again. */
    public void clear() {
        boolean silent = on(Mode.HALF_OPEN);
        faults.clear();
        if (silent) {
            endWatches.run();
        }
    }

    private boolean on(Mode mode) {
        return faults.stream().anyMatch(fault -> fault.mode() == mode);
    }

    List<Mode> of(String kind, String verb) {
        List<Mode> met = new ArrayList<>();
        for (Fault fault : faults) {
            if (fault.meets(kind, verb)) {
                met.add(fault.mode());
            }
        }
        return met;
    }

    /** True while a running watch must stay silent. */
    boolean silent(String kind) {
        return of(kind, "watch").contains(Mode.HALF_OPEN);
    }

    @Override
    public String toString() {
        return faults.toString();
    }
}
