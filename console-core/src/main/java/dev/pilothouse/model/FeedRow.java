package dev.pilothouse.model;

/** State of one list/watch of one cluster. */
public record FeedRow(ClusterId cluster, Kind kind, SyncState state, int objects) {}
