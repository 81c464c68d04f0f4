package dev.pilothouse.store;

import dev.pilothouse.model.ClaimRow;
import dev.pilothouse.model.ClusterId;
import dev.pilothouse.model.ClusterRow;
import dev.pilothouse.model.CustomRow;
import dev.pilothouse.model.EventRow;
import dev.pilothouse.model.FeedRow;
import dev.pilothouse.model.Kind;
import dev.pilothouse.model.NodeRow;
import dev.pilothouse.model.ObjectKey;
import dev.pilothouse.model.PodRow;
import dev.pilothouse.model.RevisionRow;
import dev.pilothouse.model.RuntimeClassRow;
import dev.pilothouse.model.UsageRow;
import dev.pilothouse.model.WorkloadRow;

/** Everything the console holds of all clusters. Connectors write it; the presenter reads it. */
public record FleetStores(
        KeyedStore<ClusterId, ClusterRow> clusters,
        KeyedStore<FeedKey, FeedRow> feeds,
        KeyedStore<ObjectKey, PodRow> pods,
        KeyedStore<ObjectKey, WorkloadRow> workloads,
        KeyedStore<ObjectKey, RevisionRow> revisions,
        KeyedStore<ObjectKey, NodeRow> nodes,
        KeyedStore<ObjectKey, EventRow> events,
        KeyedStore<ObjectKey, CustomRow> customs,
        KeyedStore<ObjectKey, UsageRow> usages,
        KeyedStore<ObjectKey, RuntimeClassRow> runtimeClasses,
        KeyedStore<ObjectKey, ClaimRow> claims) {

    /** One list/watch. */
    public record FeedKey(ClusterId cluster, Kind kind) {}

    /** Bounds fit 100,000 pods; events are the only kind that a busy cluster can flood. */
    public static FleetStores create() {
        return new FleetStores(
                new KeyedStore<>("clusters", 1_000),
                new KeyedStore<>("feeds", 20_000),
                new KeyedStore<>("pods", 200_000),
                new KeyedStore<>("workloads", 50_000),
                new KeyedStore<>("revisions", 200_000),
                new KeyedStore<>("nodes", 20_000),
                new KeyedStore<>("events", 20_000),
                new KeyedStore<>("custom resources", 50_000),
                new KeyedStore<>("usages", 200_000),
                new KeyedStore<>("runtime classes", 10_000),
                new KeyedStore<>("claims", 200_000));
    }
}
