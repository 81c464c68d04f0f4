package dev.pilothouse.filter;

/** What kind of value a column holds, which decides how a filter compares with it. */
public enum ColumnType {
    /** Words; `<` and `>` compare them in natural order, so that `v9` comes before `v10`. */
    TEXT("a text"),

    /** A state word with an order from fine to bad. */
    STATE("a state word, or one of ok, starting, unknown, warn, bad"),

    /** Yes or no. */
    FLAG("yes or no"),

    /** A plain number. */
    COUNT("a number such as 5, 10k or 1.5M"),

    /** A part of a whole, 0 to 1. */
    SHARE("a share such as 50% or 0.5"),

    /** Cores. */
    CORES("cores such as 500m, 0.5 or 2"),

    /** Bytes. */
    BYTES("bytes such as 512Mi, 1.5Gi or 200M"),

    /** Money in the column's own currency. */
    MONEY("an amount of money such as 0.50 or $18.90"),

    /** A moment, compared by its age. */
    AGE("a length of time such as 90s, 30m or 2h30m, or a date such as 2026-11-24T09:30");

    private final String expected;

    ColumnType(String expected) {
        this.expected = expected;
    }

    /** What may stand beside this column, in words for an error. */
    String expected() {
        return expected;
    }

    /** True when a comparison needs an amount. */
    boolean amount() {
        return compareTo(COUNT) >= 0;
    }
}
