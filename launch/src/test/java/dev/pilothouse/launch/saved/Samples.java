package dev.pilothouse.launch.saved;

import dev.pilothouse.model.ClusterId;
import dev.pilothouse.model.Condition;
import dev.pilothouse.model.ContainerSpec;
import dev.pilothouse.model.ContainerState;
import dev.pilothouse.model.CustomRow;
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
import dev.pilothouse.model.RuntimeClassRow;
import dev.pilothouse.model.Termination;
import dev.pilothouse.model.WorkloadRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rows in which every component has a value that its neighbours have not. */
final class Samples {
    static final ClusterId CLUSTER = new ClusterId("prod");
    static final Instant T = Instant.parse("2026-11-20T10:00:00.123456789Z");

    static final PodTemplate TEMPLATE =
            new PodTemplate(
                    Map.of("app", "planner", "tier", "gold"),
                    Map.of("prompt", "v7"),
                    List.of(
                            new ContainerSpec(
                                    "main",
                                    "registry/planner:1.4",
                                    new Resources(250, 512L << 20, Map.of()),
                                    new Resources(
                                            Resources.UNSET,
                                            1L << 30,
                                            Map.of("nvidia.com/gpu", 2L)),
                                    Map.of("MODEL", "m-large"))),
                    List.of(
                            new ContainerSpec(
                                    "init", "busy:1", Resources.NONE, Resources.NONE, Map.of())),
                    "gvisor",
                    List.of("claim"),
                    List.of("configmap/prompts"),
                    List.of("privileged"));

    private Samples() {}

    static ObjectKey key(Kind kind, String name) {
        return new ObjectKey(CLUSTER, kind, kind.namespaced() ? "refund" : "", name);
    }

    static PodRow pod(String name) {
        return new PodRow(
                key(Kind.POD, name),
                "uid-" + name,
                TEMPLATE,
                new OwnerRef("apps/v1", "ReplicaSet", "planner-77", "uid-rs"),
                "node-1",
                T,
                T.plusSeconds(1),
                "Running",
                new Health(Health.Level.BAD, "crash loop", "exit 137"),
                List.of(
                        state("a", new ContainerState.Current.Running(T.plusSeconds(2)), true),
                        state("b", new ContainerState.Current.Waiting("BackOff", "5m"), false),
                        state("c", new ContainerState.Current.Waiting("Pull", null), false),
                        state("d", new ContainerState.Current.Ended(ended()), true),
                        state("e", new ContainerState.Current.Unknown(), false)),
                T.plusSeconds(3));
    }

    static PodRow barePod(String name) {
        return new PodRow(
                key(Kind.POD, name),
                "uid-" + name,
                PodTemplate.EMPTY,
                null,
                null,
                T,
                null,
                "Pending",
                Health.ok("running"),
                List.of(),
                null);
    }

    private static ContainerState state(
            String name, ContainerState.Current current, boolean ended) {
        return new ContainerState(name, !ended, ended, 300, current, ended ? ended() : null);
    }

    private static Termination ended() {
        return new Termination(-1, "OOMKilled", null, T.minusSeconds(9));
    }

    static List<Condition> conditions() {
        return List.of(
                new Condition("Ready", "False", "NoQuota", "über quota, 東京", T.minusSeconds(4)),
                new Condition("Progressing", "True", "", "", null));
    }

    static WorkloadRow workload() {
        return new WorkloadRow(
                key(Kind.DEPLOYMENT, "planner"),
                "uid-d",
                T,
                null,
                Map.of("l", "1"),
                Map.of("a", "2"),
                TEMPLATE,
                new Replicas(1, 2, 3, 4, 5),
                true,
                false,
                "14",
                conditions(),
                new Managed(Managed.Manager.FLUX, "agents/refund", "label x"),
                Health.unknown("?"));
    }

    static SavedFleet fleet(int pods) {
        List<PodRow> rows = new ArrayList<>();
        for (int i = 0; i < pods; i++) {
            rows.add(i % 7 == 3 ? barePod("bare-" + i) : pod("planner-" + i));
        }
        return new SavedFleet(
                Map.of(Kind.POD, T, Kind.DEPLOYMENT, T.minusSeconds(60), Kind.KAGENT_AGENT, T),
                List.of(new RuntimeClassRow(key(Kind.RUNTIME_CLASS, "gvisor"), "runsc")),
                List.of(custom()),
                List.of(workload()),
                List.of(revision()),
                List.of(node()),
                rows);
    }

    private static CustomRow custom() {
        return new CustomRow(
                key(Kind.KAGENT_AGENT, "helper"),
                "uid-c",
                T,
                new OwnerRef("a/v1", "B", "c", "d"),
                Map.of("l", "3"),
                Map.of("a", "4"),
                TEMPLATE,
                Replicas.NONE,
                "rev",
                "m-small",
                "step 1 of 4",
                conditions(),
                Managed.NOBODY,
                Health.ok("ready"));
    }

    private static RevisionRow revision() {
        return new RevisionRow(
                key(Kind.REPLICA_SET, "planner-77"),
                "uid-rs",
                T,
                new OwnerRef("apps/v1", "Deployment", "planner", "uid-d"),
                1L << 40,
                TEMPLATE,
                new Replicas(5, 4, 3, 2, 1),
                "kubectl set image");
    }

    private static NodeRow node() {
        return new NodeRow(
                key(Kind.NODE, "node-1"),
                "uid-n",
                T,
                List.of("worker", "gpu"),
                "v1.36.3",
                "containerd://2",
                "10.0.0.1",
                new Resources(64_000, 1L << 38, Map.of("nvidia.com/gpu", 8L)),
                110,
                true,
                List.of("gpu:NoSchedule"),
                conditions(),
                Map.of("zone", "a"),
                new Health(Health.Level.WARN, "cordoned", ""));
    }
}
