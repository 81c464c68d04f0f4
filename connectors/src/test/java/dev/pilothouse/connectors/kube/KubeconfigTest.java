package dev.pilothouse.connectors.kube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.testkit.ManualTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KubeconfigTest {
    @TempDir Path folder;

    private Path file(String name, String... lines) throws Exception {
        return Files.writeString(folder.resolve(name), String.join("\n", lines));
    }

    private static final String ONE =
            """
            current-context: a
            clusters: [{name: c, cluster: {server: "https://one:6443"}}]
            contexts: [{name: a, context: {cluster: c, user: u, namespace: team}}]
            users: [{name: u, user: {token: t1}}]
            """;

    @Test
    void severalFilesMergeAndTheFirstWins() throws Exception {
        Path one = file("one", ONE);
        Path two =
                file(
                        "two",
                        "current-context: b",
                        "clusters: [{name: c, cluster: {server: 'https://two:6443'}}, {name: d,"
                                + " cluster: {server: 'https://d:6443'}}]",
                        "contexts: [{name: b, context: {cluster: d, user: u}}]");
        Kubeconfig config = Kubeconfig.read(List.of(one, folder.resolve("absent"), two));
        assertEquals(List.of("a", "b"), config.contextNames());
        assertEquals("a", config.current());
        assertEquals("https://one:6443", config.context("a").cluster().text("server"));
        assertEquals("team", config.context("a").namespace());
    }

    @Test
    void filesComeFromTheFlagThenTheVariableThenTheHome() {
        Path home = Path.of("/home/me");
        assertEquals(
                List.of(Path.of("/x")),
                Kubeconfig.files(Optional.of("/x"), Map.of("KUBECONFIG", "/y"), home));
        assertEquals(
                List.of(Path.of("/y"), Path.of("/z")),
                Kubeconfig.files(Optional.empty(), Map.of("KUBECONFIG", "/y:/z:"), home));
        assertEquals(
                List.of(Path.of("/home/me/.kube/config")),
                Kubeconfig.files(Optional.empty(), Map.of(), home));
    }

    @Test
    void aBrokenFileIsNamedWithItsLine() throws Exception {
        Path broken = file("broken", "clusters:", "- name: x", "  cluster: [unclosed");
        ConsoleException mistake =
                assertThrows(ConsoleException.class, () -> Kubeconfig.read(List.of(broken)));
        assertTrue(mistake.problem().sentence().contains("broken:"), mistake.problem().sentence());
        Path list = file("list", "- a", "- b");
        assertTrue(
                assertThrows(ConsoleException.class, () -> Kubeconfig.read(List.of(list)))
                        .problem()
                        .sentence()
                        .contains("not a kubeconfig"));
    }

    @Test
    void aContextWithoutItsClusterSaysWhatIsMissing() throws Exception {
        Kubeconfig config =
                Kubeconfig.read(
                        List.of(
                                file(
                                        "c",
                                        "contexts: [{name: a, context: {cluster: gone, user:"
                                                + " u}}]")));
        ConsoleException mistake = assertThrows(ConsoleException.class, () -> config.context("a"));
        assertTrue(mistake.problem().sentence().contains("'gone'"));
        assertTrue(
                assertThrows(ConsoleException.class, () -> config.context("b"))
                        .problem()
                        .sentence()
                        .contains("Contexts: a"));
    }

    private Credentials plugin(String script, Duration limit) throws Exception {
        Path program = file("plugin", "#!/bin/sh", script, "");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        Path config =
                file(
                        "k",
                        "clusters: [{name: c, cluster: {server: 'https://one'}}]",
                        "contexts: [{name: a, context: {cluster: c, user: u}}]",
                        "users: [{name: u, user: {exec: {apiVersion:"
                                + " client.authentication.k8s.io/v1, command: ./plugin, args:"
                                + " ['a&b']}}}]");
        return new Credentials(
                Kubeconfig.read(List.of(config)).context("a").user(),
                Map.of(),
                ManualTime.atNoon(),
                limit);
    }

    @Test
    void aPluginThatWarnsOnStandardErrorStillLogsInAndIsAskedOnce() throws Exception {
        Credentials credentials =
                plugin(
                        "echo warning: old >&2; echo x >> \"$(dirname \"$0\")/asked\"; [ \"$1\" ="
                            + " 'a&b' ] && echo"
                            + " '{\"kind\":\"ExecCredential\",\"status\":{\"token\":\"abc\",\"expirationTimestamp\":\"2026-11-24T13:00:00Z\"}}'",
                        Duration.ofSeconds(10));
        assertEquals("Bearer abc", credentials.authorization());
        assertEquals("Bearer abc", credentials.authorization());
        assertEquals(1, Files.readAllLines(folder.resolve("asked")).size());
        assertTrue(credentials.forget());
        assertEquals("Bearer abc", credentials.authorization());
        assertEquals(2, Files.readAllLines(folder.resolve("asked")).size());
    }

    @Test
    void aPluginThatFailsShowsWhatItSaidButNeverItsOutput() throws Exception {
        Credentials credentials =
                plugin(
                        "echo '{\"status\":{\"token\":\"sesame\"}}'; echo please log in >&2; exit"
                                + " 3",
                        Duration.ofSeconds(10));
        String sentence =
                assertThrows(ConsoleException.class, credentials::authorization)
                        .problem()
                        .sentence();
        assertTrue(sentence.contains("please log in"), sentence);
        assertFalse(sentence.contains("sesame"), sentence);
    }

    @Test
    @Timeout(20)
    void aPluginThatHangsIsEndedAtTheLimit() throws Exception {
        Credentials credentials = plugin("exec tail -f /dev/null", Duration.ofMillis(300));
        assertTrue(
                assertThrows(ConsoleException.class, credentials::authorization)
                        .problem()
                        .sentence()
                        .contains("did not answer"));
    }

    @Test
    void noProxyKnowsSuffixesAndRanges() {
        Map<String, String> environment =
                Map.of(
                        "HTTPS_PROXY",
                        "http://proxy:3128",
                        "NO_PROXY",
                        "corp.example, 10.0.0.0/8,*.internal,");
        var proxies = Proxies.of("", java.net.URI.create("https://x"), environment);
        for (String direct :
                List.of(
                        "https://corp.example",
                        "https://k8s.corp.example:6443",
                        "https://10.2.3.4:6443",
                        "https://api.internal",
                        "https://127.0.0.1:1")) {
            assertEquals(
                    java.net.Proxy.NO_PROXY,
                    proxies.select(java.net.URI.create(direct)).getFirst(),
                    direct);
        }
        for (String via :
                List.of("https://example.com", "https://notcorp.example", "https://11.0.0.1")) {
            assertEquals(
                    java.net.Proxy.Type.HTTP,
                    proxies.select(java.net.URI.create(via)).getFirst().type(),
                    via);
        }
    }
}
