package dev.pilothouse.present;

/**
 * What a user chose in a log beside what every pane has.
 *
 * @param container a name, {@link #ALL_CONTAINERS}, or empty for each pod's default one
 * @param readable JSON lines are laid out for people
 */
record LogChoice(LogRange range, String container, boolean times, boolean readable) {
    static final String ALL_CONTAINERS = "*";
    static final LogChoice START = new LogChoice(LogRange.TAIL, "", false, true);

    LogChoice range(LogRange other) {
        return new LogChoice(other, container, times, readable);
    }

    LogChoice container(String other) {
        return new LogChoice(range, other, times, readable);
    }

    LogChoice times(boolean on) {
        return new LogChoice(range, container, on, readable);
    }

    LogChoice readable(boolean on) {
        return new LogChoice(range, container, times, on);
    }

    /** Whether the same lines are read. */
    boolean reads(LogChoice other) {
        return range == other.range && container.equals(other.container);
    }
}
