package dev.pilothouse.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pilothouse.model.AgentId;
import dev.pilothouse.model.AgentRow;
import dev.pilothouse.model.ClusterId;
import dev.pilothouse.model.ContainerSpec;
import dev.pilothouse.model.ContainerState;
import dev.pilothouse.model.FeedRow;
import dev.pilothouse.model.Health;
import dev.pilothouse.model.Isolation;
import dev.pilothouse.model.Kind;
import dev.pilothouse.model.Managed;
import dev.pilothouse.model.ObjectKey;
import dev.pilothouse.model.OwnerRef;
import dev.pilothouse.model.PodRow;
import dev.pilothouse.model.PodTemplate;
import dev.pilothouse.model.Replicas;
import dev.pilothouse.model.Resources;
import dev.pilothouse.model.RevisionRow;
import dev.pilothouse.model.RuntimeClassRow;
import dev.pilothouse.model.SyncState;
import dev.pilothouse.model.WorkloadRow;
import dev.pilothouse.store.FleetStores;
import dev.pilothouse.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FleetIndexTest {
    private static final ClusterId CLUSTER = new ClusterId("eu-prod");
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final ManualTime time = ManualTime.atNoon();
    private final FleetStores raw = FleetStores.create();
    private final FleetIndex index = new FleetIndex(raw, IdentityRules.defaults(), time, () -> {});

    private static ObjectKey key(Kind kind, String name) {
        return new ObjectKey(CLUSTER, kind, "refund", name);
    }

    private static PodTemplate template(
            Map<String, String> labels,
            String image,
            String prompt,
            @Nullable String runtimeClass) {
        Resources gpu = new Resources(250, 1 << 20, Map.of("nvidia.com/gpu", 1L));
        ContainerSpec container =
                new ContainerSpec(
                        "agent",
                        image,
                        gpu,
                        Resources.NONE,
                        Map.of("PROMPT_VERSION", prompt, "MODEL", "opus"));
        return new PodTemplate(
                labels,
                Map.of(),
                List.of(container),
                List.of(),
                runtimeClass,
                List.of(),
                List.of(),
                List.of());
    }

    private static WorkloadRow deployment(
            String name, Map<String, String> labels, String revision, PodTemplate template) {
        return new WorkloadRow(
                key(Kind.DEPLOYMENT, name),
                name,
                NOON,
                null,
                labels,
                Map.of(),
                template,
                new Replicas(2, 2, 2, 2, 2),
                false,
                true,
                revision,
                List.of(),
                Managed.NOBODY,
                Health.ok("running"));
    }

    private static RevisionRow set(
            String name, String owner, long number, PodTemplate template, int replicas) {
        return new RevisionRow(
                key(Kind.REPLICA_SET, name),
                name,
                NOON.minusSeconds(1_000 - number),
                new OwnerRef("apps/v1", "Deployment", owner, owner),
                number,
                template,
                new Replicas(replicas, replicas, replicas, replicas, replicas),
                "");
    }

    private static PodRow pod(String name, String set, PodTemplate template, Health health) {
        ContainerState running =
                new ContainerState(
                        "agent", false, true, 0, new ContainerState.Current.Running(null), null);
        return new PodRow(
                key(Kind.POD, name),
                name,
                template,
                new OwnerRef("apps/v1", "ReplicaSet", set, set),
                "node-1",
                NOON,
                null,
                "Running",
                health,
                List.of(running),
                null);
    }

    private static final Map<String, String> AGENT =
            Map.of("app.kubernetes.io/component", "agent", "app.kubernetes.io/part-of", "refund");

    /** All the puts that make one agent with two versions and two pods. */
    private List<Runnable> puts() {
        PodTemplate old = template(AGENT, "reg/refund:1", "p-1", "gvisor");
        PodTemplate now = template(AGENT, "reg/x/refund:2@sha256:abc", "p-2", "gvisor");
        return new ArrayList<>(
                List.of(
                        () ->
                                raw.workloads()
                                        .put(
                                                key(Kind.DEPLOYMENT, "planner"),
                                                deployment("planner", AGENT, "2", now)),
                        () ->
                                raw.revisions()
                                        .put(
                                                key(Kind.REPLICA_SET, "planner-a"),
                                                set("planner-a", "planner", 1, old, 0)),
                        () ->
                                raw.revisions()
                                        .put(
                                                key(Kind.REPLICA_SET, "planner-b"),
                                                set("planner-b", "planner", 2, now, 2)),
                        () ->
                                raw.pods()
                                        .put(
                                                key(Kind.POD, "planner-b-1"),
                                                pod(
                                                        "planner-b-1",
                                                        "planner-b",
                                                        now,
                                                        Health.ok("running"))),
                        () ->
                                raw.pods()
                                        .put(
                                                key(Kind.POD, "planner-b-2"),
                                                pod(
                                                        "planner-b-2",
                                                        "planner-b",
                                                        now,
                                                        Health.ok("running"))),
                        () ->
                                raw.runtimeClasses()
                                        .put(
                                                new ObjectKey(
                                                        CLUSTER, Kind.RUNTIME_CLASS, "", "gvisor"),
                                                new RuntimeClassRow(
                                                        new ObjectKey(
                                                                CLUSTER,
                                                                Kind.RUNTIME_CLASS,
                                                                "",
                                                                "gvisor"),
                                                        "runsc"))));
    }

    @Test
    void joinsPodsSetsAndDeploymentIntoOneAgentWithItsVersions() {
        puts().forEach(Runnable::run);
        index.refresh();
        AgentRow row = index.agents().get(new AgentId(CLUSTER, "refund", "planner")).orElseThrow();
        assertEquals("refund", row.team());
        assertEquals(new AgentRow.Pods(2, 2, 0), row.pods());
        assertEquals("2 gpu", row.use().devices());
        assertEquals(Isolation.SANDBOX_KERNEL, row.safety().isolation());
        assertEquals("r2", java.util.Objects.requireNonNull(row.version()).label());
        assertEquals("refund:2", row.version().image());
        assertEquals("sha256:abc", row.version().digest());
        assertEquals("p-2", row.version().prompt());
        assertEquals(2, index.versions().size());
        assertTrue(
                row.why().stream()
                        .anyMatch(
                                line ->
                                        line.sentence()
                                                .contains("app.kubernetes.io/component=agent")));
        assertEquals("r2", index.pods().get(key(Kind.POD, "planner-b-1")).orElseThrow().version());
    }

    @Test
    void anyOrderOfArrivalGivesTheSameFleet() {
        puts().forEach(Runnable::run);
        index.refresh();
        Set<Object> expected = everything(index);
        for (int seed = 0; seed < 60; seed++) {
            FleetIndexTest other = new FleetIndexTest();
            List<Runnable> puts = other.puts();
            Random random = new Random(seed);
            Collections.shuffle(puts, random);
            for (Runnable put : puts) {
                put.run();
                if (random.nextBoolean()) {
                    other.index.refresh();
                }
            }
            other.index.refresh();
            assertEquals(expected, everything(other.index), "seed " + seed);
        }
    }

    private static Set<Object> everything(FleetIndex index) {
        Set<Object> all = new HashSet<>(index.agents().values());
        all.addAll(index.versions().values());
        all.addAll(index.pods().values());
        return all;
    }

    @Test
    void untrustedCodeWithoutIsolationIsExposed() {
        Map<String, String> labels =
                Map.of("app.kubernetes.io/component", "agent", "agent-trust", "untrusted");
        PodTemplate open = template(labels, "i:1", "p", null);
        raw.workloads()
                .put(key(Kind.DEPLOYMENT, "runner"), deployment("runner", labels, "1", open));
        raw.revisions()
                .put(key(Kind.REPLICA_SET, "runner-a"), set("runner-a", "runner", 1, open, 1));
        raw.pods()
                .put(
                        key(Kind.POD, "runner-a-1"),
                        pod("runner-a-1", "runner-a", open, Health.ok("running")));
        index.refresh();
        AgentRow row = index.agents().get(new AgentId(CLUSTER, "refund", "runner")).orElseThrow();
        assertTrue(row.safety().exposed());
        assertTrue(row.safety().reason().contains("agent-trust=untrusted"));
    }

    @Test
    void withoutAnyRuleThatMatchesAllWorkloadsAreShownUntilOneDoes() {
        PodTemplate plain = template(Map.of(), "i:1", "p", null);
        raw.workloads().put(key(Kind.DEPLOYMENT, "web"), deployment("web", Map.of(), "1", plain));
        raw.feeds()
                .put(
                        new FleetStores.FeedKey(CLUSTER, Kind.DEPLOYMENT),
                        new FeedRow(CLUSTER, Kind.DEPLOYMENT, new SyncState.Live(NOON), 1));
        index.refresh();
        assertEquals(1, index.agents().size());
        assertTrue(
                index.agents()
                        .values()
                        .getFirst()
                        .why()
                        .getFirst()
                        .sentence()
                        .contains("no agent rule matches"));
        raw.workloads()
                .put(
                        key(Kind.DEPLOYMENT, "planner"),
                        deployment("planner", AGENT, "1", template(AGENT, "i:1", "p", null)));
        index.refresh();
        index.refresh();
        assertEquals(
                List.of("planner"),
                index.agents().values().stream().map(row -> row.id().name()).toList());
    }

    @Test
    void aStartThatTakesTooLongBecomesAProblemByTimeAlone() {
        PodTemplate now = template(AGENT, "i:1", "p", null);
        raw.pods()
                .put(
                        key(Kind.POD, "p-1"),
                        pod(
                                "p-1",
                                "s",
                                now,
                                new Health(Health.Level.STARTING, "not ready", "0/1")));
        index.refresh();
        assertEquals(
                Health.Level.STARTING, index.pods().values().getFirst().pod().health().level());
        time.advance(Duration.ofMinutes(4));
        index.refresh();
        assertEquals(Health.Level.WARN, index.pods().values().getFirst().pod().health().level());
    }

    @Test
    void whatIsDeletedIsGoneEverywhere() {
        puts().forEach(Runnable::run);
        index.refresh();
        raw.pods().retain(key -> true, Set.of());
        raw.revisions().retain(key -> true, Set.of());
        raw.workloads().retain(key -> true, Set.of());
        index.refresh();
        assertEquals(0, index.agents().size());
        assertEquals(0, index.versions().size());
        assertEquals(0, index.pods().size());
        assertFalse(index.refresh());
    }
}
