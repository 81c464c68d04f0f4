package dev.pilothouse.connectors.kube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.model.Problem;
import dev.pilothouse.time.Time;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ways to a server: certificates, proxies, impersonation, and what stands in the way. */
@Timeout(60)
class ConnectTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir static Path made;
    @TempDir Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<Map<String, List<String>>> heard = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void certificates() throws Exception {
        TestCertificates.make(made.resolve("good"), "ip:127.0.0.1,dns:localhost", "-1d", 30);
        TestCertificates.make(made.resolve("other"), "dns:api.example", "-1d", 30);
        TestCertificates.make(made.resolve("old"), "ip:127.0.0.1", "-10d", 5);
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    private int serve(String certificate) throws Exception {
        HttpsServer server =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(
                new HttpsConfigurator(TestCertificates.server(made.resolve(certificate))));
        return start(server);
    }

    private int start(HttpServer server) {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/",
                http -> {
                    heard.add(Map.copyOf(http.getRequestHeaders()));
                    byte[] body = "{\"gitVersion\":\"v1\"}".getBytes(StandardCharsets.UTF_8);
                    http.sendResponseHeaders(200, body.length);
                    http.getResponseBody().write(body);
                    http.close();
                });
        server.start();
        open.add(() -> server.stop(0));
        return server.getAddress().getPort();
    }

    private KubeHttp client(int port, String cluster, String user, Map<String, String> environment)
            throws Exception {
        String server =
                cluster.contains("server: 'http")
                        ? ""
                        : "server: 'https://127.0.0.1:" + port + "', ";
        Path file =
                Files.writeString(
                        folder.resolve("config"),
                        """
                        clusters: [{name: c, cluster: {%s%s}}]
                        contexts: [{name: a, context: {cluster: c, user: u}}]
                        users: [{name: u, user: {%s}}]
                        """
                                .formatted(server, cluster, user));
        Kubeconfig.Context context = Kubeconfig.read(List.of(file)).context("a");
        Time time = Time.system();
        KubeHttp http =
                new KubeHttp(
                        context,
                        new Credentials(
                                context, new ExecCredential.Surroundings(environment, LIMIT), time),
                        environment,
                        time);
        open.add(http);
        return http;
    }

    private static String trust(String name) {
        return "certificate-authority: '" + made.resolve(name + ".crt") + "'";
    }

    private static String read(KubeHttp http) throws Exception {
        return http.read("/version", LIMIT).text("gitVersion");
    }

    private static String refusal(KubeHttp http) {
        Exception failure = assertThrows(Exception.class, () -> read(http));
        Problem problem = Problems.of(failure, http.address());
        return problem.sentence();
    }

    @Test
    void aTrustedServerAnswersAndAnUntrustedOneIsExplained() throws Exception {
        int port = serve("good");
        assertEquals("v1", read(client(port, trust("good"), "token: t", Map.of())));
        assertTrue(
                refusal(client(port, trust("other"), "token: t", Map.of()))
                        .contains("signed by nobody we trust"));
        assertEquals(
                "v1", read(client(port, "insecure-skip-tls-verify: true", "token: t", Map.of())));
    }

    @Test
    void anExpiredServerCertificateIsSaidWithItsDate() throws Exception {
        String words = refusal(client(serve("old"), trust("old"), "token: t", Map.of()));
        assertTrue(words.matches(".*expired on \\d{4}-\\d{2}-\\d{2}\\..*"), words);
    }

    @Test
    void tlsServerNameIsTheNameThatIsCheckedAndSentAlsoThroughAProxy() throws Exception {
        int port = serve("other");
        assertTrue(
                refusal(client(port, trust("other"), "token: t", Map.of()))
                        .contains("Set tls-server-name"));
        String named = trust("other") + ", tls-server-name: api.example";
        assertEquals("v1", read(client(port, named, "token: t", Map.of())));
        try (TestProxy proxy = TestProxy.http("")) {
            String both = named + ", proxy-url: 'http://127.0.0.1:" + proxy.port() + "'";
            assertEquals("v1", read(client(port, both, "token: t", Map.of())));
            assertEquals(List.of("127.0.0.1:" + port), proxy.asked());
        }
    }

    @Test
    void aProxyWithAPasswordIsUsedAndOurSecretNeverReachesTheServer() throws Exception {
        int port = serve("good");
        try (TestProxy proxy = TestProxy.http("me:p@ss:word")) {
            String url = "http://me:p%40ss:word@127.0.0.1:" + proxy.port();
            KubeHttp http =
                    client(
                            port,
                            trust("good") + ", proxy-url: '" + url + "'",
                            "token: t",
                            Map.of());
            assertEquals("v1", read(http));
            assertEquals(List.of("127.0.0.1:" + port), proxy.asked());
            assertTrue(
                    heard.stream()
                            .flatMap(headers -> headers.keySet().stream())
                            .noneMatch("Proxy-authorization"::equalsIgnoreCase));
            String wrong = "http://me:sesame@127.0.0.1:" + proxy.port();
            String words =
                    refusal(
                            client(
                                    port,
                                    trust("good") + ", proxy-url: '" + wrong + "'",
                                    "token: t",
                                    Map.of()));
            assertTrue(words.contains("does not accept our login (407)"), words);
            assertFalse(words.contains("sesame"), words);
        }
    }

    @Test
    void theVariablesChooseAProxyThatResolvesTheNameItself() throws Exception {
        int port = serve("other");
        String named = trust("other") + ", server: 'https://api.example:" + port + "'";
        try (TestProxy proxy = TestProxy.http("").resolving("api.example", "127.0.0.1")) {
            String url = "http://127.0.0.1:" + proxy.port();
            assertEquals("v1", read(client(port, named, "token: t", Map.of("HTTPS_PROXY", url))));
            assertEquals(List.of("api.example:" + port), proxy.asked());
        }
    }

    @Test
    void socksIsSpokenWithAndWithoutALogin() throws Exception {
        int port = serve("good");
        try (TestProxy proxy = TestProxy.socks("");
                TestProxy guarded = TestProxy.socks("me:word")) {
            for (String url :
                    List.of(
                            "socks5://127.0.0.1:" + proxy.port(),
                            "socks5h://me:word@127.0.0.1:" + guarded.port())) {
                String cluster = trust("good") + ", proxy-url: '" + url + "'";
                assertEquals("v1", read(client(port, cluster, "token: t", Map.of())), url);
            }
            String wrong =
                    trust("good") + ", proxy-url: 'socks5://me:x@127.0.0.1:" + guarded.port() + "'";
            assertTrue(
                    refusal(client(port, wrong, "token: t", Map.of()))
                            .contains("does not accept our login"));
        }
    }

    @Test
    void aProxyThatIsNotThereIsNamed() throws Exception {
        String cluster = trust("good") + ", proxy-url: 'http://127.0.0.1:1'";
        assertTrue(
                refusal(client(serve("good"), cluster, "token: t", Map.of()))
                        .contains("The proxy http://127.0.0.1:1 cannot be reached"));
    }

    @Test
    void impersonationIsSentWholeAndOnce() throws Exception {
        KubeHttp http =
                client(
                        serve("good"),
                        trust("good"),
                        "token: t, as: anna, as-uid: '7', as-groups: [ops, eu], as-user-extra:"
                                + " {acme.com/team: [a, b]}",
                        Map.of());
        assertEquals("v1", read(http));
        Map<String, List<String>> headers = heard.getLast();
        assertEquals(List.of("anna"), headers.get("Impersonate-user"));
        assertEquals(List.of("7"), headers.get("Impersonate-uid"));
        assertEquals(List.of("ops", "eu"), headers.get("Impersonate-group"));
        assertEquals(List.of("a", "b"), headers.get("Impersonate-extra-acme.com%2fteam"));
    }

    @Test
    void aNewCertificateAuthorityOnDiskIsTakenUpWithoutARestart() throws Exception {
        int port = serve("good");
        Path authority = Files.copy(made.resolve("other.crt"), folder.resolve("ca.crt"));
        KubeHttp http = client(port, "certificate-authority: ca.crt", "token: t", Map.of());
        assertTrue(refusal(http).contains("signed by nobody we trust"));
        Files.writeString(authority, Files.readString(made.resolve("good.crt")));
        Files.setLastModifiedTime(
                authority, java.nio.file.attribute.FileTime.fromMillis(1_700_000_000_000L));
        assertEquals("v1", read(http));
    }

    @Test
    void clientKeysOfEveryFormLogInAndAnExpiredCertificateSaysItsDate() throws Exception {
        int port = serve("good");
        for (String form : List.of("good.key", "good.sec1", "rsa.pkcs1")) {
            TestCertificates.keys(made);
            String certificate = form.startsWith("rsa") ? "rsa.crt" : "good.crt";
            String user =
                    "client-certificate: '%s', client-key: '%s'"
                            .formatted(made.resolve(certificate), made.resolve(form));
            assertEquals("v1", read(client(port, trust("good"), user, Map.of())), form);
        }
        String old =
                "client-certificate: '%s', client-key: '%s'"
                        .formatted(made.resolve("old.crt"), made.resolve("old.key"));
        String words =
                assertThrows(
                                ConsoleException.class,
                                () -> read(client(port, trust("good"), old, Map.of())))
                        .problem()
                        .sentence();
        assertTrue(words.matches(".*user 'u' expired on \\d{4}-.*"), words);
        String half = "client-certificate: '" + made.resolve("good.crt") + "'";
        assertTrue(
                assertThrows(
                                ConsoleException.class,
                                () -> read(client(port, trust("good"), half, Map.of())))
                        .problem()
                        .sentence()
                        .contains("no client-key"));
    }

    @Test
    void anEncryptedKeySaysHowToDecryptIt() {
        for (String pem :
                List.of(
                        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIB\n-----END ENCRYPTED PRIVATE"
                                + " KEY-----\n",
                        "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nMIIB\n-----END"
                                + " RSA PRIVATE KEY-----\n")) {
            assertTrue(
                    assertThrows(
                                    ConsoleException.class,
                                    () -> Pem.key("key", pem.getBytes(StandardCharsets.UTF_8)))
                            .problem()
                            .sentence()
                            .contains("openssl pkey"));
        }
    }

    @Test
    void aLoginPageOrARedirectIsNotTakenForACluster() throws Exception {
        HttpServer portal =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        portal.createContext(
                "/",
                http -> {
                    boolean redirect = http.getRequestURI().getPath().startsWith("/api");
                    http.getResponseHeaders()
                            .set(
                                    redirect ? "Location" : "Content-Type",
                                    redirect ? "https://login.example/?next=%2F" : "text/html");
                    answer(http, redirect ? 302 : 200, "<html>Sign in</html>");
                });
        portal.start();
        open.add(() -> portal.stop(0));
        String server = "server: 'http://127.0.0.1:" + portal.getAddress().getPort() + "'";
        KubeHttp http = client(1, server, "token: t", Map.of());
        assertTrue(refusal(http).contains("answered with a web page"), refusal(http));
        Exception sent = assertThrows(Exception.class, () -> http.read("/apis", LIMIT));
        assertTrue(
                Problems.of(sent, http.address()).sentence().contains("sends us to login.example"));
    }

    private static void answer(com.sun.net.httpserver.HttpExchange http, int code, String body)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        http.sendResponseHeaders(code, bytes.length);
        http.getResponseBody().write(bytes);
        http.close();
    }
}
