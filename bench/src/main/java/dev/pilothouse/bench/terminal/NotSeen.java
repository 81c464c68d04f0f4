package dev.pilothouse.bench.terminal;

/** What was waited for did not come on the screen in time. The message holds what was shown. */
public final class NotSeen extends Exception {
    private static final long serialVersionUID = 1;

    NotSeen(String message) {
        super(message);
    }
}
