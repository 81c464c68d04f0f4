package dev.pilothouse.suite;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.pilothouse.present.Frame;
import dev.pilothouse.present.ScreenKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What the console shows of `testbed/kubernetes/manifests` and `manifests-crs`. The same checks run
 * on the simulated platform and on the real control plane, so that what is learnt on one holds on
 * the other. The expected texts were recorded on the real one (`-Dcontract.record=FOLDER`).
 */
@Timeout(120)
abstract class ContractSuite {
    /** A kubeconfig of a server that has been filled with the manifests. */
    abstract Path kubeconfig() throws Exception;

    @Test
    void theFleet() throws Exception {
        shows("fleet", ScreenKind.FLEET);
    }

    @Test
    void thePods() throws Exception {
        shows("pods", ScreenKind.PODS);
    }

    @Test
    void theWorkloads() throws Exception {
        shows("workloads", ScreenKind.WORKLOADS);
    }

    @Test
    void theNodes() throws Exception {
        shows("nodes", ScreenKind.NODES);
    }

    @Test
    void theVersionsOfAnAgent() throws Exception {
        try (Driver user = Driver.open(kubeconfig(), ScreenKind.FLEET)) {
            choose(user, "refund-planner");
            user.press("enter");
            matches("versions", user);
        }
    }

    @Test
    void explainOfACrash() throws Exception {
        explains("explain-crash", "kyc-vision");
    }

    @Test
    void explainOfAnImage() throws Exception {
        explains("explain-image", "invoice-writer");
    }

    @Test
    void explainOfAPendingPod() throws Exception {
        explains("explain-pending", "model-server");
    }

    private void explains(String golden, String agent) throws Exception {
        try (Driver user = Driver.open(kubeconfig(), ScreenKind.FLEET)) {
            choose(user, agent);
            user.press("x");
            user.untilLine("label app.kubernetes.io/component=agent");
            matches(golden, user);
        }
    }

    private static void choose(Driver user, String agent) throws InterruptedException {
        user.untilLine(agent);
        user.press("/");
        user.type("name=" + agent);
        user.until("one agent", frame -> Driver.rows(frame) == 1);
        user.press("enter");
    }

    private void shows(String golden, ScreenKind screen) throws Exception {
        try (Driver user = Driver.open(kubeconfig(), screen)) {
            matches(golden, user);
        }
    }

    private static void matches(String name, Driver user) throws Exception {
        String folder = System.getProperty("contract.record", "");
        if (!folder.isEmpty()) {
            user.until(
                    "the first rows",
                    frame ->
                            !Driver.text(frame).contains("Synchronising")
                                    && !Driver.text(frame).lines().skip(3).toList().isEmpty());
            user.settle();
            Files.writeString(Path.of(folder, name + ".txt"), normal(user.frame()));
            return;
        }
        String wanted = golden(name);
        assertFalse(wanted.isBlank(), name + " expects nothing");
        user.until(
                "the frame of " + name + ".txt:\n" + wanted + "\n(normalised)",
                frame -> normal(frame).equals(wanted));
    }

    private static String normal(Frame frame) {
        return FrameText.normal(Driver.text(frame));
    }

    private static String golden(String name) throws IOException {
        try (InputStream in =
                ContractSuite.class.getResourceAsStream("contract/" + name + ".txt")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
