package dev.pilothouse.present;

import dev.pilothouse.model.ClusterId;
import dev.pilothouse.model.ContainerSpec;
import dev.pilothouse.model.ContainerState;
import dev.pilothouse.model.Health;
import dev.pilothouse.model.Kind;
import dev.pilothouse.model.Managed;
import dev.pilothouse.model.NodeRow;
import dev.pilothouse.model.ObjectKey;
import dev.pilothouse.model.OwnerRef;
import dev.pilothouse.model.PodRow;
import dev.pilothouse.model.PodTemplate;
import dev.pilothouse.model.Replicas;
import dev.pilothouse.model.Resources;
import dev.pilothouse.model.RevisionRow;
import dev.pilothouse.model.WorkloadRow;
import dev.pilothouse.store.FleetStores;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A made-up fleet of any size: deployments of 20 pods, 100 pods a node, one pod in 50 unwell. */
final class Pods {
    private static final int PER_AGENT = 20;
    private static final int PER_NODE = 100;
    private static final String[] WORDS = {
        "refund", "search", "invoice", "triage", "kyc", "checkout", "planner", "router", "writer"
    };

    private final ClusterId cluster = new ClusterId("eu-prod");
    private final Instant born;
    private final PodTemplate[] templates;
    private final ObjectKey[] keys;
    private final OwnerRef[] owners;
    private final String[] nodes;

    Pods(int count, Instant born) {
        this.born = born;
        keys = new ObjectKey[count];
        int agents = Math.max(1, count / PER_AGENT);
        templates = new PodTemplate[agents];
        owners = new OwnerRef[agents];
        nodes = new String[Math.max(1, count / PER_NODE)];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = "gke-eu-prod-pool-" + i + "-7c9d";
        }
        for (int i = 0; i < agents; i++) {
            templates[i] = template(i);
            owners[i] = new OwnerRef("apps/v1", "ReplicaSet", set(i), "uid-" + i);
        }
        for (int i = 0; i < count; i++) {
            String suffix = Integer.toString(0x10000 + i * 7919 % 0xEFFFF, 36);
            keys[i] =
                    new ObjectKey(
                            cluster, Kind.POD, namespace(i % agents), set(i % agents) + suffix);
        }
    }

    int count() {
        return keys.length;
    }

    private static String agent(int i) {
        return WORDS[i % WORDS.length] + "-" + WORDS[i / WORDS.length % WORDS.length] + "-" + i;
    }

    private static String set(int i) {
        return agent(i) + "-7f7cb9c4d";
    }

    private static String namespace(int i) {
        return WORDS[i % WORDS.length];
    }

    private static PodTemplate template(int i) {
        Resources requests = new Resources(250, 512L << 20, Map.of());
        ContainerSpec container =
                new ContainerSpec(
                        "agent",
                        "registry.local/agents/" + agent(i) + ":1.4." + i % 7,
                        requests,
                        requests,
                        Map.of("PROMPT_VERSION", "p-2.3", "MODEL", "opus"));
        return new PodTemplate(
                Map.of(
                        "app.kubernetes.io/component",
                        "agent",
                        "app.kubernetes.io/name",
                        agent(i),
                        "team",
                        namespace(i)),
                Map.of(),
                List.of(container),
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of());
    }

    /** The pod as it is after so many changes. */
    PodRow pod(int i, int change) {
        int agent = i % templates.length;
        boolean unwell = (i + change) % 50 == 7;
        ContainerState state =
                new ContainerState(
                        "agent",
                        false,
                        !unwell,
                        change,
                        new ContainerState.Current.Running(born),
                        null);
        Health health =
                unwell
                        ? new Health(
                                Health.Level.BAD, "crash loop", "OOM 512Mi, exit 137, " + change)
                        : Health.ok("running");
        return new PodRow(
                keys[i],
                new UUID(42, i).toString(),
                templates[agent],
                owners[agent],
                nodes[i / PER_NODE % nodes.length],
                born.minusSeconds(i),
                null,
                "Running",
                health,
                List.of(state),
                null);
    }

    /** Everything but the pods. */
    void world(FleetStores stores) {
        for (int i = 0; i < templates.length; i++) {
            Replicas replicas = new Replicas(PER_AGENT, PER_AGENT, PER_AGENT, PER_AGENT, PER_AGENT);
            ObjectKey deployment = new ObjectKey(cluster, Kind.DEPLOYMENT, namespace(i), agent(i));
            stores.workloads()
                    .put(
                            deployment,
                            new WorkloadRow(
                                    deployment,
                                    "w" + i,
                                    born,
                                    null,
                                    templates[i].labels(),
                                    Map.of(),
                                    templates[i],
                                    replicas,
                                    false,
                                    true,
                                    "3",
                                    List.of(),
                                    Managed.NOBODY,
                                    Health.ok("running")));
            ObjectKey set = new ObjectKey(cluster, Kind.REPLICA_SET, namespace(i), set(i));
            OwnerRef owner = new OwnerRef("apps/v1", "Deployment", agent(i), "w" + i);
            stores.revisions()
                    .put(
                            set,
                            new RevisionRow(
                                    set, "s" + i, born, owner, 3, templates[i], replicas, ""));
        }
        for (String name : nodes) {
            ObjectKey key = new ObjectKey(cluster, Kind.NODE, "", name);
            stores.nodes().put(key, node(key));
        }
    }

    private NodeRow node(ObjectKey key) {
        return new NodeRow(
                key,
                "n" + key.name(),
                born,
                List.of("worker"),
                "v1.36.3",
                "containerd://2",
                "10.0.0.1",
                new Resources(64_000, 256L << 30, Map.of()),
                110,
                false,
                List.of(),
                List.of(),
                Map.of(),
                Health.ok("ready"));
    }
}
