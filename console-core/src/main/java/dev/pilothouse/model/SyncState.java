package dev.pilothouse.model;

import java.time.Instant;

/** Whether what we hold of a source is true now. */
public sealed interface SyncState {
    /** Nothing has arrived yet; an empty list means nothing. */
    record NotSynced(String doing) implements SyncState {}

    record Live(Instant since) implements SyncState {}

    /** What we hold was true until `since`; we are trying to reach the source again. */
    record Stale(Instant since, Problem why) implements SyncState {}

    /**
     * We hold nothing and will not get it without the user: forbidden, not installed, unusable
     * credentials.
     */
    record Failed(Problem why) implements SyncState {}
}
