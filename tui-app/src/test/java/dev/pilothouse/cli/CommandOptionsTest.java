package dev.pilothouse.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pilothouse.demo.DemoOptions;
import dev.pilothouse.demo.DemoPlatform;
import dev.pilothouse.time.Time;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Options mean the same before and after the word of a command, and mistakes are one sentence. */
@Timeout(60)
class CommandOptionsTest {
    @TempDir Path home;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(home);
    }

    @Test
    void theClusterChosenBeforeTheCommandIsTheOneThatIsAsked() throws Exception {
        Files.createDirectories(home.resolve(".kube"));
        Files.writeString(
                home.resolve(".kube/config"),
                """
                current-context: wrong
                clusters: [{name: c, cluster: {server: "http://127.0.0.1:1"}}]
                contexts: [{name: wrong, context: {cluster: c, user: u}}]
                users: [{name: u, user: {}}]
                """);
        try (DemoPlatform platform = DemoPlatform.start(DemoOptions.defaults(), Time.system())) {
            String file = platform.kubeconfig().toString();
            String[] where = {"--kubeconfig", file, "--context", "us-prod"};
            assertEquals(0, shell.run(join(where, "get", "nodes", "-o", "json")), shell.words());
            assertEveryRowIsOf("us-prod");
            assertEquals(0, shell.run(join(new String[] {"get", "nodes", "-o", "json"}, where)));
            assertEveryRowIsOf("us-prod");
            assertEquals(
                    0,
                    shell.run(
                            "--kubeconfig",
                            file,
                            "get",
                            "--context",
                            "us-prod",
                            "-o",
                            "json",
                            "nodes"));
            assertEveryRowIsOf("us-prod");
            assertEquals(0, shell.run(join(where, "-n", "search", "get", "pods", "-o", "json")));
            assertTrue(shell.data().contains("\"namespace\":\"search\""), shell.data());
            assertTrue(
                    shell.data().lines().noneMatch(line -> line.contains("\"namespace\":\"p")),
                    shell.data());
            assertEquals(0, shell.run(join(where, "get", "pods", "-A", "-o", "name")));
            assertTrue(shell.data().lines().count() > 20, shell.data());
        }
    }

    private void assertEveryRowIsOf(String cluster) {
        List<String> rows = shell.data().lines().filter(line -> line.startsWith("  {")).toList();
        assertFalse(rows.isEmpty(), shell.data() + shell.words());
        rows.forEach(row -> assertTrue(row.contains("\"cluster\":\"" + cluster + "\""), row));
    }

    private static String[] join(String[] first, String... more) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsOneSentenceAndExitsWithTwo(String line, String expected) {
        assertEquals(2, shell.run(line.split(" ")), shell.words());
        assertTrue(shell.words().contains(expected), shell.words());
        assertEquals(1, shell.words().lines().count(), shell.words());
        assertEquals("", shell.data());
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> mistakes() {
        return Stream.of(
                mistake("get pods -o yaml", "Use table, wide, json, csv or name"),
                mistake("get", "'get' needs WHAT"),
                mistake("get pdos", "did you mean 'pods'"),
                mistake("get logs", "is nothing that can be listed"),
                mistake("get self", "is nothing that can be listed"),
                mistake("explain x -o yaml", "Use text or json"),
                mistake("logs x --tail ten", "'ten' is not a whole number"),
                mistake("demo --speed fast", "'fast' is not a number"),
                mistake("demo --agents 0", "--agents takes 1 to 5000"),
                mistake("demo --serve --terminal", "Choose one of"),
                mistake("demo --kubeconfig x", "--kubeconfig means nothing to 'demo'"),
                mistake("--kubeconfig x demo", "--kubeconfig means nothing to 'demo'"),
                mistake("--screen pods get pods", "--screen means nothing to 'get'"),
                mistake("get pods --palette light", "--palette means nothing to 'get'"),
                mistake("get pods --kubeconfig", "--kubeconfig needs a value, FILE"),
                mistake("get pods --conetxt x", "did you mean '--context'"),
                mistake("gte pods", "did you mean 'get'"),
                mistake("doctor everything", "'doctor' does not take 'everything'"),
                mistake("completion powershell", "Use bash, zsh or fish"));
    }

    private static org.junit.jupiter.params.provider.Arguments mistake(String line, String words) {
        return org.junit.jupiter.params.provider.Arguments.of(line, words);
    }

    @Test
    void looksInAnAliasDoNotStopACommand() {
        assertEquals(0, shell.run("--palette", "light", "--ascii", "version"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theHelpOfEveryCommandHasExamplesAndFitsAHundredColumns(String command) {
        assertEquals(
                0,
                shell.run(
                        Stream.of(command, "--help")
                                .filter(w -> !w.isEmpty())
                                .toArray(String[]::new)));
        assertTrue(shell.data().contains("Examples:"), shell.data());
        assertEquals("", shell.words());
        shell.data().lines().forEach(line -> assertTrue(line.length() < 100, line));
        assertFalse(
                !command.isEmpty() && !command.equals("demo") && shell.data().contains("--ascii"),
                "an option that does nothing there");
    }

    static Stream<String> commands() {
        return Stream.of(
                "", "desktop", "demo", "get", "explain", "logs", "doctor", "completion", "version");
    }
}
