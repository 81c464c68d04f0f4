package dev.pilothouse.connectors.kube;

import dev.pilothouse.identity.IdentityRules;
import dev.pilothouse.model.ClusterId;
import dev.pilothouse.model.Kind;
import dev.pilothouse.model.ObjectKey;
import dev.pilothouse.model.PodRow;
import dev.pilothouse.store.FleetStores;
import dev.pilothouse.store.KeyedStore;
import java.util.Set;
import java.util.function.Function;

/** Which mapper and which store each kind goes to. */
final class Sinks {
    private final ClusterId cluster;
    private final FleetStores stores;
    private final PodMapper pods;
    private final WorkloadMapper workloads;
    private final CustomMapper customs;
    private final Runnable claimed;

    /** `claimed` is called when a pod came that refers to a claim. */
    Sinks(ClusterId cluster, FleetStores stores, IdentityRules rules, Runnable claimed) {
        this.claimed = claimed;
        this.cluster = cluster;
        this.stores = stores;
        TemplateMapper templates = new TemplateMapper(rules);
        pods = new PodMapper(templates);
        workloads = new WorkloadMapper(templates);
        customs = new CustomMapper(templates);
    }

    FeedSink of(Kind kind) {
        return switch (kind) {
            case POD -> new Into<>(kind, stores.pods(), this::pod);
            case NODE -> new Into<>(kind, stores.nodes(), json -> ThingMapper.node(cluster, json));
            case EVENT ->
                    new Into<>(kind, stores.events(), json -> ThingMapper.event(cluster, json));
            case REPLICA_SET ->
                    new Into<>(
                            kind, stores.revisions(), json -> workloads.replicaSet(cluster, json));
            case CONTROLLER_REVISION ->
                    new Into<>(
                            kind,
                            stores.revisions(),
                            json -> workloads.controllerRevision(cluster, json));
            case RUNTIME_CLASS ->
                    new Into<>(
                            kind,
                            stores.runtimeClasses(),
                            json -> ThingMapper.runtimeClass(cluster, json));
            case POD_METRICS ->
                    new Into<>(Kind.POD, stores.usages(), json -> ThingMapper.usage(cluster, json));
            case RESOURCE_CLAIM, RESOURCE_CLAIM_TEMPLATE ->
                    new Into<>(kind, stores.claims(), json -> ClaimMapper.of(cluster, kind, json));
            case DEPLOYMENT, STATEFUL_SET, DAEMON_SET, JOB, CRON_JOB ->
                    new Into<>(kind, stores.workloads(), json -> workloads.of(cluster, kind, json));
            case KAGENT_AGENT,
                    SANDBOX,
                    INFERENCE_SERVICE,
                    LLM_INFERENCE_SERVICE,
                    KUBEAI_MODEL,
                    RAY_SERVICE,
                    RAY_CLUSTER,
                    ROLLOUT ->
                    new Into<>(kind, stores.customs(), json -> customs.of(cluster, kind, json));
            case NAMESPACE, CONFIG_MAP ->
                    throw new IllegalArgumentException("no store for " + kind);
        };
    }

    private PodRow pod(Json json) {
        PodRow pod = pods.of(cluster, json);
        if (!pod.template().resourceClaims().isEmpty()) {
            claimed.run();
        }
        return pod;
    }

    private final class Into<V> implements FeedSink {
        private final Kind kind;
        private final KeyedStore<ObjectKey, V> store;
        private final Function<Json, V> map;

        Into(Kind kind, KeyedStore<ObjectKey, V> store, Function<Json, V> map) {
            this.kind = kind;
            this.store = store;
            this.map = map;
        }

        @Override
        public ObjectKey put(Json object) {
            ObjectKey key = Metadata.key(cluster, kind, object);
            store.put(key, map.apply(object));
            return key;
        }

        @Override
        public void remove(Json object) {
            store.remove(Metadata.key(cluster, kind, object));
        }

        @Override
        public void retain(Set<ObjectKey> keep, String namespace) {
            store.retain(
                    key ->
                            key.cluster().equals(cluster)
                                    && key.kind() == kind
                                    && (namespace.isEmpty() || key.namespace().equals(namespace)),
                    keep);
        }
    }
}
