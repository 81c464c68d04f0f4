package dev.pilothouse.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pilothouse.present.ScreenKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * Against a real Kubernetes control plane that testbed/kubernetes/bed has started and seed has
 * filled.
 */
@Tag("testbed")
@Timeout(240)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RealClusterTest {
    private static final Path BED =
            Path.of(System.getProperty("pilothouse.testbed", "../testbed/kubernetes"));

    private static String bed(String... args) throws Exception {
        List<String> line = new ArrayList<>(List.of(BED.resolve("bed").toString()));
        line.addAll(List.of(args));
        return run(line);
    }

    private static String kubectl(String... args) throws Exception {
        List<String> line =
                new ArrayList<>(
                        List.of(
                                run(List.of(BED.resolve("build").toString())).strip() + "/kubectl",
                                "--kubeconfig",
                                config("admin").toString()));
        line.addAll(List.of(args));
        return run(line);
    }

    private static String run(List<String> line) throws Exception {
        Process process =
                new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String out =
                new String(
                        process.getInputStream().readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(process.waitFor(90, TimeUnit.SECONDS), () -> line + " took too long");
        assertEquals(0, process.exitValue(), () -> line + " failed: " + out);
        return out;
    }

    private static Path config(String user) throws Exception {
        return Path.of(bed("kubeconfig", user).strip());
    }

    @Test
    @Order(1)
    void theFleetIsSeenWithReasonsVersionsOwnersAndIsolation() throws Exception {
        try (Driver user = Driver.open(config("admin"), ScreenKind.FLEET)) {
            user.untilLine("kyc-vision", "crash loop", "OOM 512Mi", "exit 137");
            user.untilLine("kyc-scorer", "crash loop", "exit 1");
            user.untilLine("invoice-writer", "image pull", "not found", "Flux");
            user.untilLine("model-server", "Insufficient nvidia.com/gpu");
            user.untilLine("refund-planner", "running", "p-2.3.1", "6/6", "Argo CD");
            user.untilLine("code-runner", "runc exposed");
            user.untilLine("safe-runner", "gVisor");
            assertFalse(Driver.text(user.frame()).contains("not-a-real-secret"));
        }
    }

    @Test
    @Order(2)
    void explainNamesTheLimitTheExitAndTheEvents() throws Exception {
        try (Driver user = Driver.open(config("admin"), ScreenKind.FLEET)) {
            user.untilLine("kyc-vision", "crash loop");
            user.press("/");
            user.type("kyc-vision");
            user.until("one agent", f -> Driver.rows(f) == 1);
            user.press("enter", "x");
            user.untilLine("OOMKilled", "exit 137", "memory limit is 512Mi");
        }
    }

    @Test
    @Order(3)
    void aRolloutIsSeenLive() throws Exception {
        try (Driver user = Driver.open(config("admin"), ScreenKind.FLEET)) {
            user.untilLine("search-router", "running", "4/4");
            kubectl(
                    "-n",
                    "search",
                    "set",
                    "env",
                    "deployment/search-router",
                    "PROMPT_VERSION=p-8-" + System.nanoTime() % 1000);
            user.untilLine("search-router", "p-8-");
            user.untilLine("search-router", "p-8-", "running", "4/4");
        }
    }

    @Test
    @Order(4)
    void hostileLogTextIsCleaned() throws Exception {
        try (Driver user = Driver.open(config("admin"), ScreenKind.FLEET)) {
            user.untilLine("refund-planner", "running");
            user.press("/");
            user.type("refund-planner");
            user.until("one agent", f -> Driver.rows(f) == 1);
            user.press("enter", "l");
            user.untilLine("non-ASCII: üä€");
            assertFalse(Driver.text(user.frame()).contains("\u001b"));
        }
    }

    @Test
    @Order(5)
    void aUserWithoutRightsIsToldSo() throws Exception {
        try (Driver user = Driver.open(config("nobody"), ScreenKind.PODS)) {
            user.untilLine("Not allowed", "nobody");
        }
        try (Driver user = Driver.open(config("viewer"), ScreenKind.PODS)) {
            user.untilLine("refund-planner");
        }
    }

    @Test
    @Order(6)
    void aUserOfOneNamespaceSeesThatNamespace() throws Exception {
        try (Driver user = Driver.open(config("team-a"), ScreenKind.PODS)) {
            user.untilLine("team-a", "code-runner");
            assertFalse(Driver.text(user.frame()).contains("refund-planner"));
        }
    }

    @Test
    @Order(7)
    void aClientCertificateLogsIn() throws Exception {
        try (Driver user = Driver.open(config("certificate"), ScreenKind.PODS)) {
            user.untilLine("refund-planner");
        }
    }

    @Test
    @Order(8)
    void customResourcesAreListedWithTheirOwnStatus() throws Exception {
        try (Driver user = Driver.open(config("admin"), ScreenKind.WORKLOADS)) {
            user.untilLine("Rollout", "answer-writer", "paused", "CanaryPauseStep", "step 1/4");
            user.untilLine("Sandbox", "code-sandbox", "suspended");
            user.untilLine("Model", "embed-small", "loading", "1/2");
            user.untilLine("RayCluster", "batch-scoring", "running", "2/2");
            user.untilLine("InferenceService", "fraud-score", "ready");
            user.untilLine("LLMInferenceService", "planner-llm", "not ready");
            user.untilLine("Agent", "incident-helper", "ready");
            user.untilLine("RayService", "ranker", "ready");
        }
    }

    @Test
    @Order(9)
    void aKilledServerMakesRowsStaleAndComesBackLiveWithinTwoSeconds() throws Exception {
        try (Driver user = Driver.open(config("admin"), ScreenKind.FLEET)) {
            user.untilLine("refund-planner", "running");
            user.untilLine("k8s live");
            bed("kill-apiserver");
            user.untilLine("k8s stale");
            user.untilLine("refund-planner");
            bed("start-apiserver");
            user.until(
                    "live within 2 s of the server",
                    Duration.ofSeconds(2),
                    f -> Driver.sources(f).contains("k8s live"));
        }
    }
}
