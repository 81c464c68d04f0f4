package dev.pilothouse.model;

import java.time.Instant;

/**
 * The typed value of a cell: what sorts, filters and scripts see, where a {@link Cell} is what a
 * person sees.
 */
public sealed interface Value {
    record Text(String text) implements Value {}

    /** A plain number or a quantity in its base unit: bytes, cores, seconds. */
    record Amount(double amount) implements Value {}

    /** A point in time that is shown as an age. */
    record Moment(Instant at) implements Value {}

    /** A state word with its order of severity (higher is worse). */
    record State(String word, int severity) implements Value {}

    record Flag(boolean set) implements Value {}

    /** No value, and why; these sort last whatever the order. */
    record Absent(Why why) implements Value {}

    /** Three reasons that must not look the same. */
    enum Why {
        /** It has none: a pod without GPUs. */
        NONE,
        /** It was not collected: no metrics server. */
        NOT_COLLECTED,
        /** It should have one and we cannot tell. */
        UNKNOWN
    }

    Value NONE = new Absent(Why.NONE);
    Value NOT_COLLECTED = new Absent(Why.NOT_COLLECTED);
    Value UNKNOWN = new Absent(Why.UNKNOWN);
}
