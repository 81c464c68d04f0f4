package dev.pilothouse.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pilothouse.model.Condition;
import dev.pilothouse.model.ContainerSpec;
import dev.pilothouse.model.ContainerState;
import dev.pilothouse.model.Health;
import dev.pilothouse.model.PodTemplate;
import dev.pilothouse.model.Replicas;
import dev.pilothouse.model.Resources;
import dev.pilothouse.model.Termination;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PodHealthTest {
    private static final PodTemplate TEMPLATE =
            new PodTemplate(
                    Map.of(),
                    Map.of(),
                    List.of(
                            new ContainerSpec(
                                    "agent",
                                    "i:1",
                                    Resources.NONE,
                                    new Resources(-1, 512L << 20, Map.of()),
                                    Map.of())),
                    List.of(),
                    null,
                    List.of(),
                    List.of(),
                    List.of());

    private static ContainerState container(
            boolean ready, int restarts, ContainerState.Current now, @Nullable Termination last) {
        return new ContainerState("agent", false, ready, restarts, now, last);
    }

    private static Health of(
            String phase, List<Condition> conditions, ContainerState... containers) {
        return PodHealth.of(
                new PodHealth.Status(
                        phase, "", "", false, conditions, List.of(containers), TEMPLATE));
    }

    private static void is(Health.Level level, String word, String why, Health health) {
        assertEquals(new Health(level, word, why), health);
    }

    @Test
    void anOutOfMemoryCrashLoopNamesTheLimit() {
        ContainerState.Current waiting =
                new ContainerState.Current.Waiting("CrashLoopBackOff", null);
        Termination oom = new Termination(137, "OOMKilled", null, null);
        is(
                Health.Level.BAD,
                "crash loop",
                "OOM 512Mi, exit 137, 9th",
                of("Running", List.of(), container(false, 9, waiting, oom)));
        is(
                Health.Level.BAD,
                "crash loop",
                "OOM 512Mi, exit 137, 22nd",
                of("Running", List.of(), container(false, 22, waiting, oom)));
        is(
                Health.Level.BAD,
                "crash loop",
                "OOM 512Mi, exit 137, 112th",
                of("Running", List.of(), container(false, 112, waiting, oom)));
    }

    @Test
    void anImageErrorKeepsItsReasonAndTheImage() {
        ContainerState.Current waiting =
                new ContainerState.Current.Waiting(
                        "ImagePullBackOff",
                        "Back-off pulling image \"reg/a:2\": ErrImagePull: manifest unknown");
        is(
                Health.Level.BAD,
                "image pull",
                "not found: reg/a:2",
                of("Pending", List.of(), container(false, 0, waiting, null)));
    }

    @Test
    void pendingSaysWhatTheSchedulerSaid() {
        Condition unscheduled =
                new Condition(
                        "PodScheduled",
                        "False",
                        "Unschedulable",
                        "0/12 nodes are available: 12 Insufficient nvidia.com/gpu. preemption: 0/12"
                                + " nodes are available: 12 No preemption victims found.",
                        null);
        is(
                Health.Level.WARN,
                "pending",
                "0/12 nodes: 12 Insufficient nvidia.com/gpu",
                of("Pending", List.of(unscheduled)));
    }

    @Test
    void theRest() {
        ContainerState.Current running = new ContainerState.Current.Running(null);
        is(
                Health.Level.OK,
                "running",
                "",
                of("Running", List.of(), container(true, 0, running, null)));
        is(
                Health.Level.OK,
                "running",
                "was: exit 1, 2nd",
                of(
                        "Running",
                        List.of(),
                        container(true, 2, running, new Termination(1, "Error", null, null))));
        is(
                Health.Level.STARTING,
                "not ready",
                "0/1, agent not ready",
                of("Running", List.of(), container(false, 0, running, null)));
        is(Health.Level.IDLE, "completed", "", of("Succeeded", List.of()));
        is(
                Health.Level.BAD,
                "evicted",
                "low on memory",
                PodHealth.of(
                        new PodHealth.Status(
                                "Failed",
                                "Evicted",
                                "low on memory",
                                false,
                                List.of(),
                                List.of(),
                                TEMPLATE)));
        is(
                Health.Level.STARTING,
                "stopping",
                "",
                PodHealth.of(
                        new PodHealth.Status(
                                "Running", "", "", true, List.of(), List.of(), TEMPLATE)));
    }

    @Test
    void workloadsNodesAndCustomResources() {
        Condition deadline =
                new Condition(
                        "Progressing", "False", "ProgressDeadlineExceeded", "timed out", null);
        assertEquals(
                "stuck rollout",
                WorkloadHealth.ofReplicas(
                                new Replicas(3, 3, 1, 2, 2), false, true, List.of(deadline))
                        .word());
        assertEquals(
                "rolling",
                WorkloadHealth.ofReplicas(new Replicas(3, 3, 1, 3, 3), false, true, List.of())
                        .word());
        assertEquals(
                "paused",
                WorkloadHealth.ofReplicas(new Replicas(3, 3, 3, 3, 3), true, true, List.of())
                        .word());
        Condition silent =
                new Condition(
                        "Ready",
                        "Unknown",
                        "NodeStatusUnknown",
                        "Kubelet stopped posting node status.",
                        null);
        assertEquals("lost", WorkloadHealth.ofNode(false, List.of(silent)).word());
        assertEquals(
                "cordoned",
                WorkloadHealth.ofNode(true, List.of(new Condition("Ready", "True", "", "", null)))
                        .word());
        assertEquals(
                Health.Level.UNKNOWN,
                WorkloadHealth.ofCustom(dev.pilothouse.model.Kind.RAY_SERVICE, "", "", List.of())
                        .level());
    }
}
