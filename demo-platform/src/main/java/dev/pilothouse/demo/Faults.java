package dev.pilothouse.demo;

import java.util.concurrent.atomic.AtomicReference;

/** Makes the simulated API servers misbehave, as real ones do. */
public final class Faults {
    /** What a request meets. */
    public enum Mode {
        NONE,
        /** Connections are closed without an answer, running watches too. */
        CUT,
        UNAUTHORIZED,
        FORBIDDEN,
        GONE,
        THROTTLED,
        BROKEN,
        /** Answers come 3 s late. */
        SLOW,
        /** The answer is not JSON. */
        GARBAGE,
        /** The request is accepted and never answered. */
        HANG
    }

    private final AtomicReference<Mode> mode = new AtomicReference<>(Mode.NONE);
    private final Runnable cutWatches;

    Faults(Runnable cutWatches) {
        this.cutWatches = cutWatches;
    }

    public void set(Mode wanted) {
        mode.set(wanted);
        if (wanted == Mode.CUT) {
            cutWatches.run();
        }
    }

    Mode mode() {
        return mode.get();
    }
}
