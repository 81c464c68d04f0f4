package dev.pilothouse.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pilothouse.demo.DemoOptions;
import dev.pilothouse.demo.DemoPlatform;
import dev.pilothouse.time.Time;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CommandsTest {
    @TempDir Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        out.reset();
        err.reset();
        PrintStream data = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream words = new PrintStream(err, true, StandardCharsets.UTF_8);
        return Pilothouse.run(
                args,
                new Pilothouse.Surroundings(
                        data, words, Map.of("TERM", "xterm"), home, Time.system()));
    }

    private String data() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String words() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aWrongCommandLineIsOneSentenceWithASuggestion() {
        assertEquals(2, run("get", "pods", "--fliter", "x"));
        assertTrue(words().contains("did you mean '--filter'"), words());
        assertEquals(1, words().lines().count());
        assertEquals("", data());
        assertEquals(2, run("gte"));
        assertTrue(words().contains("did you mean 'get'"), words());
    }

    @Test
    void withoutAClusterItSaysWhatToDo() {
        assertEquals(1, run("get", "agents"));
        assertTrue(words().contains("pilothouse demo"), words());
    }

    @Test
    void aBrokenKubeconfigIsNamedWithItsLine() throws Exception {
        Path broken = Files.writeString(home.resolve("broken"), "clusters: [\n  {name: x");
        assertEquals(1, run("get", "agents", "--kubeconfig", broken.toString()));
        assertTrue(words().contains("broken:"), words());
        assertFalse(words().contains("Exception"), words());
    }

    @Test
    void helpVersionAndCompletionGoToStandardOutput() {
        assertEquals(0, run("--help"));
        assertTrue(data().contains("pilothouse demo"));
        assertEquals(0, run("version"));
        assertTrue(data().matches("pilothouse \\d.*\\R"), data());
        assertEquals(0, run("completion", "bash"));
        assertTrue(data().contains("complete"));
        assertEquals(0, run("completion", "fish"));
        assertEquals(2, run("completion", "powershell"));
        assertTrue(words().contains("bash, zsh or fish"));
    }

    @Test
    void getPrintsTheSameFleetInEveryFormat() throws Exception {
        try (DemoPlatform platform = DemoPlatform.start(DemoOptions.defaults(), Time.system())) {
            String[] base = {
                "get", "agents", "--all-contexts", "--kubeconfig", platform.kubeconfig().toString()
            };
            assertEquals(0, run(with(base)));
            assertEquals(61, data().lines().count(), "a head and 60 agents");
            assertTrue(data().lines().noneMatch(line -> line.endsWith(" ")));
            assertEquals(
                    0,
                    run(with(base, "-o", "json", "--filter", "status!=running name=kyc-vision")));
            assertTrue(data().startsWith("{\"version\":1,\"items\":["), data());
            assertTrue(data().contains("\"status\":\"crash loop\""), data());
            assertEquals(0, run(with(base, "-o", "csv", "--filter", "name=kyc-vision")));
            assertEquals(3, data().lines().count(), data());
            assertEquals(0, run(with(base, "-o", "name", "--filter", "name=kyc-vision")));
            assertEquals("kyc-vision\nkyc-vision\n", data());
            assertEquals(1, run(with(base, "nobody")));
            assertTrue(words().contains("nothing named 'nobody' among the agents"), words());
            assertEquals(2, run(with(base, "--filter", "restarst>5")));
            assertTrue(
                    words().contains("character 1") && words().contains("did you mean 'restarts'"),
                    words());
            assertEquals(2, run(with(base, "-o", "yaml")));
            assertTrue(words().contains("Use table, wide, json, csv or name"), words());
        }
    }

    @Test
    void explainAndDoctorSayWhatTheyFound() throws Exception {
        try (DemoPlatform platform = DemoPlatform.start(DemoOptions.defaults(), Time.system())) {
            String file = platform.kubeconfig().toString();
            assertEquals(0, run("explain", "kyc-vision", "--all-contexts", "--kubeconfig", file));
            assertTrue(data().contains("OOMKilled, exit 137"), data());
            assertEquals(1, run("explain", "nobody", "--kubeconfig", file));
            assertEquals(0, run("doctor", "--all-contexts", "--kubeconfig", file));
            assertTrue(data().contains("cluster eu-prod") && data().contains("live"), data());
            assertEquals(1, run("get", "agents", "--context", "mars", "--kubeconfig", file));
            assertTrue(words().contains("Contexts: eu-prod, us-prod"), words());
        }
    }

    @Test
    void anUnreachableClusterIsSaidAndFails() throws Exception {
        Path dead =
                Files.writeString(
                        home.resolve("dead"),
                        """
                        current-context: a
                        clusters: [{name: c, cluster: {server: "http://127.0.0.1:1"}}]
                        contexts: [{name: a, context: {cluster: c, user: u}}]
                        users: [{name: u, user: {token: sesame}}]
                        """);
        assertEquals(1, run("get", "pods", "--kubeconfig", dead.toString()));
        assertTrue(words().contains("a: http://127.0.0.1:1 refuses connections"), words());
        assertFalse(words().contains("sesame"));
    }

    private static String[] with(String[] base, String... more) {
        String[] all = java.util.Arrays.copyOf(base, base.length + more.length);
        System.arraycopy(more, 0, all, base.length, more.length);
        return all;
    }
}
