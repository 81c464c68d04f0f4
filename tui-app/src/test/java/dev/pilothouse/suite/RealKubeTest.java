package dev.pilothouse.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pilothouse.present.ScreenKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rights, namespaces, impersonation and device claims on a real control plane. */
@Tag("testbed")
@Timeout(240)
class RealKubeTest {
    private static final Path BED =
            Path.of(System.getProperty("pilothouse.testbed", "../testbed/kubernetes"));

    @TempDir Path folder;

    private static String run(List<String> line) throws Exception {
        Process process =
                new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(90, TimeUnit.SECONDS), () -> line + " took too long");
        assertEquals(0, process.exitValue(), () -> line + " failed: " + out);
        return out;
    }

    private static Path config(String user) throws Exception {
        return Path.of(run(List.of(BED.resolve("bed").toString(), "kubeconfig", user)).strip());
    }

    private static void kubectl(String... args) throws Exception {
        String bin = run(List.of(BED.resolve("build").toString())).strip();
        List<String> line =
                new ArrayList<>(
                        List.of(bin + "/kubectl", "--kubeconfig", config("admin").toString()));
        line.addAll(List.of(args));
        run(line);
    }

    /** A user's kubeconfig with something in it replaced. */
    private Path changed(String user, String from, String to) throws Exception {
        String text = Files.readString(config(user));
        assertTrue(text.contains(from), from);
        return Files.writeString(folder.resolve("config"), text.replace(from, to));
    }

    @Test
    void theClusterScreenSaysWhoWeAreAndWhatIsNotAllowed() throws Exception {
        try (Driver user = Driver.open(config("viewer"), ScreenKind.CLUSTERS)) {
            user.untilLine("viewer", "live", "v1.36.3", "change workloads");
            user.press("x");
            user.untilLine("Signed in as", "viewer");
            user.untilLine("Logs", "yes");
            user.untilLine("Nodes", "yes");
            user.untilLine("Delete pods", "no: not allowed: delete pods");
            user.untilLine("CPU and memory use", "not installed");
            user.untilLine("pods", "live", "objects");
        }
    }

    @Test
    void whatCannotWorkIsGreyAndSaysWhy() throws Exception {
        try (Driver user = Driver.open(config("team-a"), ScreenKind.CLUSTERS)) {
            user.untilLine("team-a", "live", "nodes"); // what is not known yet is not grey
            user.press(":");
            user.type("pods");
            user.press("enter");
            user.untilLine("team-a", "code-runner");
            user.press("o");
            user.untilLine("Nodes in team-a", "not allowed: list nodes");
        }
    }

    @Test
    void namespacesComeFromAllContextsOfTheUser() throws Exception {
        Path file =
                changed(
                        "team-a",
                        "contexts:",
                        "contexts:\n- {name: other, context: {cluster: bed, user: team-a}}");
        try (Driver user = Driver.open(file, ScreenKind.PODS, "other")) {
            user.untilLine("team-a", "code-runner");
            assertFalse(Driver.text(user.frame()).contains("refund-planner"));
        }
    }

    @Test
    void impersonationIsSeenAndObeyed() throws Exception {
        Path file =
                changed(
                        "admin",
                        "token: admin-token",
                        "token: admin-token, as: team-a, as-groups: ['bed:team-a']");
        String named =
                Files.readString(file).replace("user: admin}", "user: admin, namespace: team-a}");
        Files.writeString(file, named);
        try (Driver user = Driver.open(file, ScreenKind.PODS)) {
            user.untilLine("team-a", "code-runner");
            assertFalse(Driver.text(user.frame()).contains("refund-planner"));
            user.press(":");
            user.type("clusters");
            user.press("enter");
            user.untilLine("team-a", "nodes");
        }
    }

    @Test
    void devicesThatTheSchedulerAllocatedByClaimAreCounted() throws Exception {
        Path objects = Files.writeString(folder.resolve("claims.yaml"), CLAIMS);
        kubectl("apply", "-f", objects.toString());
        try (Driver user = Driver.open(config("admin"), ScreenKind.PODS)) {
            user.untilLine("claimer", "2 gpu claimed");
        } finally {
            kubectl("delete", "--wait=false", "-f", objects.toString());
        }
    }

    private static final String CLAIMS =
            """
            apiVersion: resource.k8s.io/v1
            kind: DeviceClass
            metadata: {name: gpu.nvidia.com}
            spec: {selectors: [{cel: {expression: 'device.driver == "gpu.nvidia.com"'}}]}
            ---
            apiVersion: resource.k8s.io/v1
            kind: ResourceSlice
            metadata: {name: gpu-1-slice}
            spec:
              driver: gpu.nvidia.com
              nodeName: gpu-1
              pool: {name: gpu-1, generation: 1, resourceSliceCount: 1}
              devices: [{name: gpu-0}, {name: gpu-1}, {name: gpu-2}, {name: gpu-3}]
            ---
            apiVersion: resource.k8s.io/v1
            kind: ResourceClaimTemplate
            metadata: {name: two-gpus, namespace: refund}
            spec: {spec: {devices: {requests: [{name: g, exactly: {deviceClassName: gpu.nvidia.com, count: 2}}]}}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: claimer, namespace: refund}
            spec:
              resourceClaims: [{name: g, resourceClaimTemplateName: two-gpus}]
              containers:
              - {name: agent, image: 'registry.local/serve:1', resources: {claims: [{name: g}]}}
            """;
}
