package dev.pilothouse.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pilothouse.demo.DemoOptions;
import dev.pilothouse.demo.DemoPlatform;
import dev.pilothouse.time.Time;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stock kubectl on the simulated platform, and beside it on the real control plane. */
@Tag("testbed")
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubectlTest {
    private DemoPlatform company;
    private DemoPlatform manifests;

    @BeforeAll
    void serve() throws Exception {
        company = DemoPlatform.start(DemoOptions.defaults().secured(), Time.system());
        List<Path> folders =
                List.of(Bed.FOLDER.resolve("manifests"), Bed.FOLDER.resolve("manifests-crs"));
        DemoOptions options = DemoOptions.defaults().ofManifests(folders).secured();
        manifests = DemoPlatform.start(options, Time.system());
    }

    @AfterAll
    void stop() {
        company.close();
        manifests.close();
    }

    private String kubectl(String line) throws Exception {
        return Bed.kubectl(company.kubeconfig(), line.split(" "));
    }

    /** The words of a table or an error must be the same; what was generated may differ. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "get pods -n team-a -o wide",
                "get deployments -n kyc -o wide",
                "get replicasets -n billing -o wide",
                "get statefulsets,daemonsets,jobs,cronjobs -A -o wide",
                "get nodes -o wide",
                "get namespaces",
                "get runtimeclasses",
                "get rollouts,sandboxes -A",
                "get pods -n kyc -l app=kyc-vision",
                "get pods -n kyc -l app!=kyc-vision,app --field-selector status.phase=Running",
                "get pods -A --field-selector foo=bar",
                "get pod -n kyc nope",
                "get nothing",
                "rollout history -n kyc deployment/kyc-vision",
                "rollout status -n team-a deployment/safe-runner",
                "logs -n billing deployment/model-server -c nope",
                "auth can-i delete pods",
                "get pods -A --chunk-size=3 --no-headers -o name --selector app=index-writer"
            })
    void saysWhatItSaysOnTheRealServer(String line) throws Exception {
        String real = Bed.said(Bed.config("admin"), line.split(" "));
        String ours = Bed.said(manifests.kubeconfig(), line.split(" "));
        assertEquals(normal(real), normal(ours));
    }

    private static String normal(String text) {
        return FrameText.normal("\n" + text)
                .replaceAll("controller-uid=[-0-9a-f]+", "controller-uid=")
                .replaceAll("pod-template-hash=\\w+", "pod-template-hash=");
    }

    @Test
    void aRolloutIsSeenFromItsStartToItsEnd() throws Exception {
        kubectl("-n refund rollout restart deployment/refund-planner");
        String status = kubectl("-n refund rollout status deployment/refund-planner --timeout=60s");
        assertTrue(status.contains("new replicas have been updated"), status);
        assertTrue(status.contains("successfully rolled out"), status);
        kubectl("-n refund rollout undo deployment/refund-planner");
        kubectl("-n refund scale deployment/refund-planner --replicas=4");
        kubectl("-n refund rollout status deployment/refund-planner --timeout=60s");
        String replicas =
                kubectl(
                        "-n refund get deployment refund-planner -o"
                                + " jsonpath={.status.readyReplicas}");
        assertEquals("4", replicas);
    }

    @Test
    void describeLogsTopWaitAndDiscoveryWork() throws Exception {
        String described = kubectl("-n kyc describe pods -l app=kyc-vision");
        assertTrue(described.contains("OOMKilled") && described.contains("Back-off"), described);
        assertEquals(
                3, kubectl("-n refund logs deployment/refund-planner --tail=3").lines().count());
        assertTrue(
                kubectl("-n refund logs deployment/refund-planner --since=10s --timestamps")
                        .lines()
                        .allMatch(line -> line.startsWith("20")));
        assertTrue(kubectl("top nodes").contains("eu-cpu-1"));
        assertTrue(kubectl("api-resources").contains("inferenceservices"));
        assertTrue(
                kubectl("-n refund wait --for=condition=Available deployment/refund-planner")
                        .contains("condition met"));
        assertTrue(kubectl("-n refund get deployments -o yaml").contains("kind: Deployment"));
    }

    @Test
    void eachUserMayDoWhatIsTheirs() throws Exception {
        Path users = company.usersKubeconfig();
        assertTrue(
                Bed.said(users, "--context", "nobody@eu-prod", "get", "pods", "-A")
                        .contains(
                                "pods is forbidden: User \"nobody\" cannot list resource \"pods\""
                                        + " in API group \"\" at the cluster scope"));
        assertTrue(
                Bed.said(users, "--context", "viewer@eu-prod", "auth", "can-i", "delete", "pods")
                        .startsWith("no"));
        assertTrue(
                Bed.said(users, "--context", "refund@eu-prod", "get", "deployments")
                        .contains("refund-planner"));
        assertTrue(
                Bed.said(users, "--token", "wrong", "--context", "viewer@eu-prod", "get", "pods")
                        .contains("You must be logged in to the server"));
        assertTrue(
                Bed.said(users, "--context", "oncall@eu-prod", "auth", "whoami")
                        .contains("oncall"));
    }
}
