package dev.pilothouse.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pilothouse.demo.DemoOptions;
import dev.pilothouse.demo.DemoPlatform;
import dev.pilothouse.time.Time;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The settings from the command line, and commands that obey them. */
@Timeout(60)
class ConfigCommandTest {
    @TempDir Path home;

    private Shell shell;
    private Path file;

    @BeforeEach
    void open() {
        shell = new Shell(home);
        file = home.resolve(".config/pilothouse/config.yaml");
    }

    private void write(String text) throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void theFileIsBegunOnceShownAndChecked() throws Exception {
        assertEquals(0, shell.run("config", "path"));
        assertEquals(file + "\n", shell.data());
        assertEquals(1, shell.run("config", "validate"));
        assertTrue(shell.words().contains("config init"), shell.words());
        assertEquals(0, shell.run("config", "init"));
        assertEquals(file + "\n", shell.data());
        assertEquals(0, shell.run("config", "validate"));
        assertEquals("", shell.data());
        assertEquals(1, shell.run("config", "init"));
        assertTrue(shell.words().contains("exists and is kept"), shell.words());
        assertEquals(0, shell.run("config", "schema"));
        assertTrue(shell.data().startsWith("{\"$schema\":"), shell.data());
    }

    @Test
    void whatIsInForceIsPrintedWithItsOrigin() throws Exception {
        write("palette: light\nmouse: false\n");
        assertEquals(0, shell.run("config", "print", "--palette", "mono"));
        assertTrue(shell.data().contains("palette: mono  # --palette\n"), shell.data());
        assertTrue(shell.data().contains("mouse: false  # line 2\n"), shell.data());
        assertTrue(shell.data().contains("  screen: agents  # default\n"), shell.data());
        Path other = Files.writeString(home.resolve("other.yaml"), "palette: dark\n");
        assertEquals(0, shell.run("--config", other.toString(), "config", "print"));
        assertTrue(shell.data().contains("palette: dark  # line 1\n"), shell.data());
        Shell variable = new Shell(home).with("PILOTHOUSE_CONFIG", other.toString());
        assertEquals(0, variable.run("config", "path"));
        assertEquals(other + "\n", variable.data());
    }

    @Test
    void mistakesAreListedForEditorsAndStopNothing() throws Exception {
        write("palete: dark\nlogs:\n  lines: few\n");
        assertEquals(1, shell.run("config", "validate"));
        assertEquals(2, shell.data().lines().count(), shell.data());
        assertTrue(shell.data().startsWith(file + ":1:1: there is no 'palete'"), shell.data());
        try (DemoPlatform platform = DemoPlatform.start(DemoOptions.defaults(), Time.system())) {
            String where = platform.kubeconfig().toString();
            assertEquals(0, shell.run("get", "nodes", "--kubeconfig", where));
            assertTrue(shell.data().lines().count() > 2, shell.data());
            assertTrue(shell.words().contains(":1:1: there is no 'palete'"), shell.words());
        }
    }

    @Test
    void commandsObeyIdentityRulesAndSavedFilters() throws Exception {
        write(
                """
                identity:
                  agent-marks: [app.kubernetes.io/component=nothing]
                  agent-labels: [nothing]
                """);
        Path plain = Files.writeString(home.resolve("plain.yaml"), "filters: {one: name=triage}\n");
        try (DemoPlatform platform = DemoPlatform.start(DemoOptions.defaults(), Time.system())) {
            String where = platform.kubeconfig().toString();
            String[] agents = {"get", "agents", "-o", "name", "--kubeconfig", where};
            assertEquals(0, shell.run(agents), shell.words());
            assertFalse(shell.data().lines().anyMatch("refund-planner"::equals), shell.data());
            String[] usual = {"--config", plain.toString()};
            assertEquals(0, shell.run(join(usual, agents)), shell.words());
            assertTrue(shell.data().lines().anyMatch("refund-planner"::equals), shell.data());
            String[] one = {"--config", plain.toString(), "get", "agents", "-o", "name"};
            assertEquals(0, shell.run(join(one, "--kubeconfig", where, "--filter", "@one")));
            assertEquals("triage", shell.data().strip(), shell.words());
            assertEquals(2, shell.run(join(one, "--kubeconfig", where, "--filter", "@oen")));
            assertTrue(shell.words().contains("did you mean 'one'"), shell.words());
        }
    }

    private static String[] join(String[] first, String... more) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void aMistakeInAnOptionIsUsage() {
        assertEquals(2, shell.run("config", "print", "--palette", "drak"));
        assertTrue(shell.words().contains("did you mean 'dark'"), shell.words());
        assertEquals(2, shell.run("config"));
        assertTrue(shell.words().contains("needs path, print, validate"), shell.words());
        assertEquals(1, shell.words().lines().count(), shell.words());
    }
}
