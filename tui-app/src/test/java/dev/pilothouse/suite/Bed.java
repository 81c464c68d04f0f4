package dev.pilothouse.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real control plane of testbed/kubernetes, and its kubectl. */
final class Bed {
    static final Path FOLDER =
            Path.of(System.getProperty("pilothouse.testbed", "../testbed/kubernetes"));

    private Bed() {}

    static String bed(String... args) throws Exception {
        List<String> line = new ArrayList<>(List.of(FOLDER.resolve("bed").toString()));
        line.addAll(List.of(args));
        return run(line);
    }

    static Path config(String user) throws Exception {
        return Path.of(bed("kubeconfig", user).strip());
    }

    /** Runs kubectl with a kubeconfig; fails when kubectl does. */
    static String kubectl(Path kubeconfig, String... args) throws Exception {
        return run(line(kubeconfig, args));
    }

    private static List<String> line(Path kubeconfig, String... args) throws Exception {
        List<String> line =
                new ArrayList<>(
                        List.of(
                                run(List.of(FOLDER.resolve("build").toString())).strip()
                                        + "/kubectl",
                                "--kubeconfig",
                                kubeconfig.toString()));
        line.addAll(List.of(args));
        return line;
    }

    /** What kubectl says, whether it succeeds or not. */
    static String said(Path kubeconfig, String... args) throws Exception {
        Process process =
                new ProcessBuilder(line(kubeconfig, args)).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(90, TimeUnit.SECONDS));
        return out;
    }

    static String run(List<String> line) throws Exception {
        Process process =
                new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(90, TimeUnit.SECONDS), () -> line + " took too long");
        assertEquals(0, process.exitValue(), () -> line + " failed: " + out);
        return out;
    }
}
