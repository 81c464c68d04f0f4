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

    private final ManualTime time = ManualTime.atNoon();

    private Credentials plugin(String script, Duration limit) throws Exception {
        Path program = file("plugin", "#!/bin/sh", script, "");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        Path config =
                file(
                        "k",
                        "clusters: [{name: c, cluster: {server: 'https://one', extensions: [{name:"
                                + " client.authentication.k8s.io/exec, extension: {audience:"
                                + " blue}}]}}]",
                        "contexts: [{name: a, context: {cluster: c, user: u}}]",
                        "users: [{name: u, user: {exec: {apiVersion:"
                                + " client.authentication.k8s.io/v1, command: ./plugin, args:"
                                + " ['a&b'], provideClusterInfo: true, env: [{name: MINE, value:"
                                + " yes}]}}}]");
        return new Credentials(
                Kubeconfig.read(List.of(config)).context("a"),
                new ExecCredential.Surroundings(Map.of("PATH", "/usr/bin:/bin"), limit),
                time);
    }

    private int asked() throws Exception {
        return Files.readAllLines(folder.resolve("asked")).size();
    }

    private static final String COUNT = "echo x >> \"$(dirname \"$0\")/asked\"; ";

    @Test
    void aPluginThatWarnsOnStandardErrorStillLogsInAndIsAskedOnce() throws Exception {
        Credentials credentials =
                plugin(
                        COUNT
                                + "echo warning: old >&2; [ \"$1\" = 'a&b' ] && [ \"$MINE\" = yes ]"
                                + " && echo"
                                + " '{\"kind\":\"ExecCredential\",\"status\":{\"token\":\"abc\",\"expirationTimestamp\":\"2026-11-24T13:00:00Z\"}}'",
                        Duration.ofSeconds(10));
        assertEquals("Bearer abc", credentials.authorization());
        assertEquals("Bearer abc", credentials.authorization());
        assertEquals(1, asked());
        assertEquals("warning: old", credentials.pluginSaid());
        time.advance(Duration.ofMinutes(59).plusSeconds(1));
        assertEquals("Bearer abc", credentials.authorization());
        assertEquals(2, asked(), "an answer is renewed a minute before it expires");
    }

    @Test
    void aRefusedAnswerIsAskedForAgainOnceAMinuteAndAtOnceByTheUser() throws Exception {
        Credentials credentials =
                plugin(COUNT + "echo '{\"status\":{\"token\":\"abc\"}}'", Duration.ofSeconds(10));
        credentials.refused(credentials.authorization());
        for (int watch = 0; watch < 10; watch++) {
            assertFalse(credentials.renewed(), "ten refused watches start no ten logins");
        }
        assertEquals(1, asked());
        time.advance(Duration.ofSeconds(61));
        assertTrue(credentials.renewed());
        assertEquals(2, asked());
        credentials.refused("Bearer abc");
        assertFalse(credentials.renewed());
        credentials.login();
        assertTrue(credentials.renewed());
        assertEquals(3, asked());
    }

    @Test
    void aPluginThatFailedIsLeftAloneForAMinute() throws Exception {
        Credentials credentials = plugin(COUNT + "exit 1", Duration.ofSeconds(10));
        for (int watch = 0; watch < 5; watch++) {
            assertThrows(ConsoleException.class, credentials::authorization);
        }
        assertEquals(1, asked());
        credentials.login();
        assertThrows(ConsoleException.class, credentials::authorization);
        assertEquals(2, asked());
    }

    @Test
    void aPluginIsToldOfItsClusterWhenItAsks() throws Exception {
        Credentials credentials =
                plugin(
                        "case \"$KUBERNETES_EXEC_INFO\" in"
                                + " *'\"server\":\"https://one\"'*'\"audience\":\"blue\"'*) echo"
                                + " '{\"status\":{\"token\":\"told\"}}';; esac",
                        Duration.ofSeconds(10));
        assertEquals("Bearer told", credentials.authorization());
    }

    @Test
    @Timeout(20)
    void aHelperThatAPluginLeavesBehindIsNotWaitedFor() throws Exception {
        Credentials credentials =
                plugin(
                        "tail -f /dev/null & echo '{\"status\":{\"token\":\"abc\"}}'",
                        Duration.ofSeconds(10));
        assertEquals("Bearer abc", credentials.authorization());
    }

    @Test
    void aTokenFileIsReadAgainAndDigitsStayDigits() throws Exception {
        Path token = file("token", "one");
        Path config =
                file(
                        "t",
                        "clusters: [{name: c, cluster: {server: 'https://one'}}]",
                        "contexts: [{name: a, context: {cluster: c, user: u}}, {name: b, context:"
                                + " {cluster: c, user: v}}]",
                        "users: [{name: u, user: {tokenFile: token, token: other}}, {name: v, user:"
                                + " {token: 123456.01234567e9}}]");
        Kubeconfig all = Kubeconfig.read(List.of(config));
        var surroundings = new ExecCredential.Surroundings(Map.of(), Duration.ofSeconds(1));
        Credentials file = new Credentials(all.context("a"), surroundings, time);
        assertEquals("Bearer one", file.authorization());
        file.refused("Bearer one");
        assertFalse(file.renewed());
        Files.writeString(token, "two\n");
        assertTrue(file.renewed());
        assertEquals("Bearer two", file.authorization());
        assertEquals(
                "Bearer 123456.01234567e9",
                new Credentials(all.context("b"), surroundings, time).authorization());
    }

    @Test
    void legacyLoginsSayWhatToUseInstead() throws Exception {
        String oidc =
                "e30."
                        + java.util.Base64.getUrlEncoder()
                                .encodeToString(
                                        "{\"exp\":1700000000}"
                                                .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        + ".x";
        Path config =
                file(
                        "l",
                        "clusters: [{name: c, cluster: {server: 'https://one'}}]",
                        "contexts: [{name: a, context: {cluster: c, user: u}}, {name: b, context:"
                                + " {cluster: c, user: v}}]",
                        "users: [{name: u, user: {auth-provider: {name: gcp}}}, {name: v, user:"
                                + " {auth-provider: {name: oidc, config: {id-token: "
                                + oidc
                                + "}}}}]");
        Kubeconfig all = Kubeconfig.read(List.of(config));
        var surroundings = new ExecCredential.Surroundings(Map.of(), Duration.ofSeconds(1));
        for (var expected : Map.of("a", "gke-gcloud-auth-plugin", "b", "has expired").entrySet()) {
            Credentials login = new Credentials(all.context(expected.getKey()), surroundings, time);
            String sentence =
                    assertThrows(ConsoleException.class, login::authorization).problem().sentence();
            assertTrue(sentence.contains(expected.getValue()), sentence);
            assertFalse(sentence.contains(oidc), sentence);
        }
    }

    @Test
    void namesGivenTwiceAreSaidAndTheFirstCounts() throws Exception {
        Path config =
                file(
                        "twice",
                        "clusters: [{name: c, cluster: {server: 'https://one'}}, {name: c, cluster:"
                                + " {server: 'https://two'}}]",
                        "contexts: [{name: a, context: {cluster: c, user: u, namespace: blue}},"
                                + " {name: b, context: {cluster: c, user: u, namespace: red}}]");
        Kubeconfig read = Kubeconfig.read(List.of(config));
        assertEquals("https://one", read.context("a").cluster().text("server"));
        assertEquals(1, read.warnings().size());
        assertTrue(read.warnings().getFirst().contains("'c' twice under clusters"));
        assertEquals(List.of("red", "blue"), read.context("b").names().namespaces());
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
    void noProxyReadsNamesRangesAndPortsAsKubectlDoes() throws Exception {
        Map<String, String> environment =
                Map.of(
                        "https_proxy",
                        "proxy:3128",
                        "NO_PROXY",
                        "corp.example,"
                            + " 10.0.0.0/8,*.internal,.below.example,fd00::/8,ported.example:6443,");
        for (String direct :
                List.of(
                        "https://corp.example",
                        "https://k8s.corp.example:6443",
                        "https://10.2.3.4:6443",
                        "https://api.internal",
                        "https://x.below.example",
                        "https://[fd00::1]:6443",
                        "https://ported.example:6443",
                        "https://localhost:1",
                        "https://127.0.0.1:1")) {
            assertEquals(
                    null,
                    Proxies.route("", java.net.URI.create(direct), environment).proxy(),
                    direct);
        }
        for (String via :
                List.of(
                        "https://example.com",
                        "https://notcorp.example",
                        "https://11.0.0.1",
                        "https://below.example",
                        "https://[fe00::1]",
                        "https://ported.example:443")) {
            assertEquals(
                    "http://proxy:3128",
                    String.valueOf(
                            Proxies.route("", java.net.URI.create(via), environment).proxy()),
                    via);
        }
    }

    @Test
    void aProxyKeepsItsPasswordToItself() throws Exception {
        java.net.URI server = java.net.URI.create("https://api.example");
        Route.Proxy proxy =
                Proxies.route("socks5://me:p%40ss@wo:rd@gate.example/", server, Map.of()).proxy();
        assertEquals("socks5://gate.example:1080", String.valueOf(proxy));
        assertEquals("p@ss@wo:rd", proxy == null ? "" : proxy.password());
        String sentence =
                assertThrows(
                                ConsoleException.class,
                                () -> Proxies.route("ftp://me:sesame@gate", server, Map.of()))
                        .problem()
                        .sentence();
        assertTrue(sentence.contains("'ftp'"), sentence);
        assertFalse(sentence.contains("sesame"), sentence);
    }
}
