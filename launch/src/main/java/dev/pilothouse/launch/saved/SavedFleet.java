package dev.pilothouse.launch.saved;

import dev.pilothouse.model.ClusterId;
import dev.pilothouse.model.CustomRow;
import dev.pilothouse.model.FeedRow;
import dev.pilothouse.model.Kind;
import dev.pilothouse.model.NodeRow;
import dev.pilothouse.model.ObjectKey;
import dev.pilothouse.model.PodRow;
import dev.pilothouse.model.RevisionRow;
import dev.pilothouse.model.RuntimeClassRow;
import dev.pilothouse.model.SyncState;
import dev.pilothouse.model.WorkloadRow;
import dev.pilothouse.store.FleetStores;
import dev.pilothouse.store.KeyedStore;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What one cluster held when it was last looked at. Events and measured use are left out: they are
 * old within minutes.
 *
 * @param until for each kind, when its rows were last known to be true; kinds that never answered
 *     are absent
 */
record SavedFleet(
        Map<Kind, Instant> until,
        List<RuntimeClassRow> runtimeClasses,
        List<CustomRow> customs,
        List<WorkloadRow> workloads,
        List<RevisionRow> revisions,
        List<NodeRow> nodes,
        List<PodRow> pods) {
    /** Rows of each kind that are kept; more would take longer to read than the cluster to ask. */
    private static final int ROWS = 50_000;

    static SavedFleet of(FleetStores stores, ClusterId cluster, Instant now) {
        Map<Kind, Instant> until = new EnumMap<>(Kind.class);
        for (FeedRow feed : stores.feeds().values()) {
            if (feed.cluster().equals(cluster)) {
                switch (feed.state()) {
                    case SyncState.Live ignored -> until.put(feed.kind(), now);
                    case SyncState.Stale stale -> until.put(feed.kind(), stale.since());
                    case SyncState.NotSynced ignored -> {}
                    case SyncState.Failed ignored -> {}
                }
            }
        }
        Chosen chosen = new Chosen(cluster, until);
        return new SavedFleet(
                until,
                chosen.of(stores.runtimeClasses(), RuntimeClassRow::key),
                chosen.of(stores.customs(), CustomRow::key),
                chosen.of(stores.workloads(), WorkloadRow::key),
                chosen.of(stores.revisions(), RevisionRow::key),
                chosen.of(stores.nodes(), NodeRow::key),
                chosen.of(stores.pods(), PodRow::key));
    }

    private record Chosen(ClusterId cluster, Map<Kind, Instant> until) {
        <V> List<V> of(KeyedStore<ObjectKey, V> store, Function<V, ObjectKey> keyOf) {
            return store.values().stream()
                    .filter(
                            row -> {
                                ObjectKey key = keyOf.apply(row);
                                return key.cluster().equals(cluster)
                                        && until.containsKey(key.kind());
                            })
                    .limit(ROWS)
                    .toList();
        }
    }

    /**
     * Custom resources are followed as soon as the cluster said that it has them, so they go first.
     */
    void intoBeforeDialling(FleetStores stores) {
        runtimeClasses.forEach(row -> stores.runtimeClasses().put(row.key(), row));
        customs.forEach(row -> stores.customs().put(row.key(), row));
    }

    void into(FleetStores stores) {
        workloads.forEach(row -> stores.workloads().put(row.key(), row));
        revisions.forEach(row -> stores.revisions().put(row.key(), row));
        nodes.forEach(row -> stores.nodes().put(row.key(), row));
        pods.forEach(row -> stores.pods().put(row.key(), row));
    }
}
