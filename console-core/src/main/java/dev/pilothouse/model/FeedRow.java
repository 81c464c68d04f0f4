package dev.pilothouse.model;

/**
 * State of one list/watch of one cluster.
 *
 * @param objects how many the server has, as far as we heard
 * @param unreadable how many came in a form that cannot be read, and are not shown
 */
public record FeedRow(ClusterId cluster, Kind kind, SyncState state, int objects, int unreadable) {
    public FeedRow(ClusterId cluster, Kind kind, SyncState state, int objects) {
        this(cluster, kind, state, objects, 0);
    }
}
