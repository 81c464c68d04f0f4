package dev.pilothouse.connectors.kube;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pilothouse.identity.IdentityRules;
import dev.pilothouse.model.FeedRow;
import dev.pilothouse.model.Kind;
import dev.pilothouse.model.SyncState;
import dev.pilothouse.source.ClusterSource;
import dev.pilothouse.store.FleetStores;
import dev.pilothouse.store.Subscription;
import dev.pilothouse.time.Time;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A feed against a server that misbehaves on purpose. */
@Timeout(30)
class FeedTest {
    @TempDir Path folder;

    private final FleetStores stores = FleetStores.create();
    private final Semaphore changes = new Semaphore(0);
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private @Nullable HttpServer server;
    private @Nullable ClusterSource source;

    /** Answers one request. */
    private interface Answer {
        void to(HttpExchange http, String query) throws IOException, InterruptedException;
    }

    private void serve(String namespace, Answer answer) throws Exception {
        HttpServer made =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server = made;
        made.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        made.createContext(
                "/",
                http -> {
                    try (http) {
                        String query =
                                http.getRequestURI().getPath()
                                        + "?"
                                        + http.getRequestURI().getQuery();
                        if (query.contains("/pods")) {
                            asked.add(query);
                            answer.to(http, query);
                        } else {
                            send(
                                    http,
                                    200,
                                    "{\"gitVersion\":\"v1.36.3\",\"groups\":[{\"name\":\"apps\"}]}");
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
        made.start();
        String config =
                """
                current-context: a
                clusters: [{name: c, cluster: {server: "http://127.0.0.1:%d"}}]
                contexts: [{name: a, context: {cluster: c, user: u, namespace: "%s"}}]
                users: [{name: u, user: {token: sesame}}]
                """
                        .formatted(made.getAddress().getPort(), namespace);
        Path file = Files.writeString(folder.resolve("config"), config);
        KubeConnector connector =
                new KubeConnector(
                        stores,
                        IdentityRules.defaults(),
                        Time.system(),
                        Map.of(),
                        Duration.ofSeconds(1));
        ClusterSource opened = connector.sources(Kubeconfig.read(List.of(file))).getFirst();
        Subscription<?, ?> pods = stores.pods().subscribe(changes::release);
        Subscription<?, ?> feeds = stores.feeds().subscribe(changes::release);
        drain =
                () -> {
                    pods.drain();
                    feeds.drain();
                };
        source = opened;
        opened.open(EnumSet.of(Kind.POD));
    }

    private Runnable drain = () -> {};

    @AfterEach
    void stop() {
        end.countDown();
        if (source != null) {
            source.close();
        }
        if (server != null) {
            server.stop(0);
        }
    }

    private void until(String what, BooleanSupplier holds) throws InterruptedException {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (!holds.getAsBoolean()) {
            drain.run();
            if (!holds.getAsBoolean()) {
                assertTrue(
                        changes.tryAcquire(100, TimeUnit.MILLISECONDS) || System.nanoTime() < limit,
                        what + "; asked " + asked + ", state " + state());
            }
        }
    }

    private SyncState state() {
        return stores.feeds().values().stream()
                .filter(feed -> feed.kind() == Kind.POD)
                .findFirst()
                .map(FeedRow::state)
                .orElse(new SyncState.NotSynced("not asked"));
    }

    private static void send(HttpExchange http, int code, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        http.sendResponseHeaders(code, bytes.length);
        http.getResponseBody().write(bytes);
    }

    private static String pod(String name) {
        return "{\"metadata\":{\"name\":\""
                + name
                + "\",\"namespace\":\"team\",\"resourceVersion\":\"5\"},\"spec\":{\"containers\":[{\"name\":\"a\"}]},\"status\":{\"phase\":\"Running\"}}";
    }

    private static String list(String more, String... pods) {
        return "{\"kind\":\"PodList\",\"metadata\":{\"resourceVersion\":\"7\""
                + (more.isEmpty() ? "" : ",\"continue\":\"" + more + "\"")
                + "},\"items\":["
                + String.join(",", pods)
                + "]}";
    }

    private void hold(HttpExchange http) throws IOException, InterruptedException {
        http.sendResponseHeaders(200, 0);
        http.getResponseBody().flush();
        end.await();
    }

    @Test
    void listsInChunksThenWatchesFromThatVersion() throws Exception {
        serve(
                "",
                (http, query) -> {
                    if (query.contains("watch=1")) {
                        http.sendResponseHeaders(200, 0);
                        OutputStream body = http.getResponseBody();
                        byte[] event =
                                ("{\"type\":\"ADDED\",\"object\":" + pod("ü€-three") + "}\n")
                                        .getBytes(StandardCharsets.UTF_8);
                        for (byte one : event) {
                            body.write(one); // every character over its own chunk border
                            body.flush();
                        }
                        end.await();
                    } else {
                        send(
                                http,
                                200,
                                query.contains("continue=next")
                                        ? list("", pod("two"))
                                        : list("next", pod("one")));
                    }
                });
        until("three pods", () -> stores.pods().size() == 3);
        assertTrue(
                stores.pods().values().stream()
                        .anyMatch(pod -> pod.key().name().equals("ü€-three")));
        assertTrue(
                asked.stream()
                        .anyMatch(
                                query ->
                                        query.contains("watch=1")
                                                && query.contains("resourceVersion=7")),
                asked.toString());
    }

    @Test
    void anExpiredVersionListsAnewAndForgetsWhatIsGone() throws Exception {
        serve(
                "",
                (http, query) -> {
                    long lists = asked.stream().filter(q -> !q.contains("watch=1")).count();
                    if (!query.contains("watch=1")) {
                        send(
                                http,
                                200,
                                lists == 1
                                        ? list("", pod("one"), pod("two"))
                                        : list("", pod("two")));
                    } else if (lists == 1) {
                        send(
                                http,
                                200,
                                "{\"type\":\"ERROR\",\"object\":{\"kind\":\"Status\",\"code\":410,\"reason\":\"Expired\"}}\n");
                    } else {
                        hold(http);
                    }
                });
        until(
                "only the second pod",
                () ->
                        stores.pods().size() == 1
                                && stores.pods().values().getFirst().key().name().equals("two"));
    }

    @Test
    void aRightToListWithoutARightToWatchIsPolled() throws Exception {
        serve(
                "",
                (http, query) -> {
                    if (query.contains("watch=1")) {
                        send(
                                http,
                                403,
                                "{\"kind\":\"Status\",\"reason\":\"Forbidden\",\"message\":\"cannot"
                                        + " watch\"}");
                    } else {
                        send(
                                http,
                                200,
                                list(
                                        "",
                                        pod(
                                                "p"
                                                        + asked.stream()
                                                                .filter(q -> !q.contains("watch=1"))
                                                                .count())));
                    }
                });
        until(
                "a second list",
                () ->
                        stores.pods().values().stream()
                                .anyMatch(pod -> pod.key().name().equals("p2")));
        assertTrue(state() instanceof SyncState.Live);
    }

    @Test
    void whoMayNotReadTheClusterReadsTheNamespace() throws Exception {
        serve(
                "team",
                (http, query) -> {
                    if (!query.contains("/namespaces/team/")) {
                        send(
                                http,
                                403,
                                "{\"kind\":\"Status\",\"reason\":\"Forbidden\",\"message\":\"pods"
                                        + " is forbidden\"}");
                    } else if (query.contains("watch=1")) {
                        hold(http);
                    } else {
                        send(http, 200, list("", pod("mine")));
                    }
                });
        until("my pod", () -> stores.pods().size() == 1);
    }

    @Test
    void aRefusalAndGarbageAreSaidInWordsWithoutTheToken() throws Exception {
        serve(
                "",
                (http, query) ->
                        send(
                                http,
                                401,
                                "{\"kind\":\"Status\",\"reason\":\"Unauthorized\",\"message\":\"Unauthorized\"}"));
        until("failed", () -> state() instanceof SyncState.Failed);
        String words = state().toString();
        assertTrue(words.contains("does not accept our credentials"), words);
        assertTrue(!words.contains("sesame"), words);
    }

    @Test
    void garbageInsteadOfAListIsAProblemNotACrash() throws Exception {
        serve(
                "",
                (http, query) ->
                        send(
                                http,
                                200,
                                asked.size() < 3
                                        ? "<html>proxy login</html>"
                                        : query.contains("watch=1") ? "" : list("", pod("one"))));
        until("the pod in the end", () -> stores.pods().size() == 1);
    }
}
