package dev.pilothouse.connectors.kube;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pilothouse.identity.IdentityRules;
import dev.pilothouse.model.FeedRow;
import dev.pilothouse.model.Kind;
import dev.pilothouse.model.SyncState;
import dev.pilothouse.source.ClusterSource;
import dev.pilothouse.store.FleetStores;
import dev.pilothouse.store.Subscription;
import dev.pilothouse.time.Time;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPOutputStream;

/** One cluster whose server writes raw bytes, so that it can be wrong in every way. */
final class FeedStage implements AutoCloseable {
    final FleetStores stores = FleetStores.create();
    final List<String> asked = new CopyOnWriteArrayList<>();
    final CountDownLatch end = new CountDownLatch(1);
    private final Semaphore changes = new Semaphore(0);
    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ClusterSource source;
    private final Subscription<?, ?> pods;
    private final Subscription<?, ?> feeds;

    /** Answers a request for pods; the connection is closed afterwards. */
    interface Answer {
        void to(Request request, OutputStream out) throws IOException, InterruptedException;
    }

    /**
     * @param number how many requests for pods there were, from 1
     */
    record Request(String target, String authorization, int number) {
        boolean watch() {
            return target.contains("watch=1");
        }
    }

    FeedStage(Path folder, String user, Answer answer) throws Exception {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> accept(answer));
        String config =
                """
                clusters: [{name: c, cluster: {server: "http://127.0.0.1:%d"}}]
                contexts: [{name: a, context: {cluster: c, user: u}}]
                users: [{name: u, user: {%s}}]
                """
                        .formatted(listener.getLocalPort(), user);
        Path file = Files.writeString(folder.resolve("config"), config);
        KubeConnector connector =
                new KubeConnector(
                        stores,
                        IdentityRules.defaults(),
                        Time.system(),
                        Map.of(),
                        Duration.ofSeconds(5));
        source = connector.sources(Kubeconfig.read(List.of(file))).getFirst();
        pods = stores.pods().subscribe(changes::release);
        feeds = stores.feeds().subscribe(changes::release);
        source.open(EnumSet.of(Kind.POD));
    }

    private void accept(Answer answer) {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client, answer));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client, Answer answer) {
        try (client) {
            String head = HttpHead.read(client.getInputStream());
            String target = head.split(" ", 3)[1];
            OutputStream out = client.getOutputStream();
            if (target.contains("/pods")) {
                asked.add(target);
                answer.to(
                        new Request(target, HttpHead.field(head, "Authorization"), asked.size()),
                        out);
            } else {
                json(out, "{\"gitVersion\":\"v1\",\"groups\":[],\"status\":{\"allowed\":true}}");
            }
        } catch (IOException | InterruptedException e) {
            // The client or the test has gone.
        } finally {
            open.remove(client);
        }
    }

    static void json(OutputStream out, String body) throws IOException {
        answer(out, "200 OK", "Content-Type: application/json", body);
    }

    static void answer(OutputStream out, String status, String field, String body)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        head(out, status, field + "\r\nContent-Length: " + bytes.length);
        out.write(bytes);
        out.flush();
    }

    static void head(OutputStream out, String status, String fields) throws IOException {
        out.write(
                HttpHead.bytes(
                        "HTTP/1.1 " + status + "\r\n" + fields + "\r\nConnection: close\r\n\r\n"));
        out.flush();
    }

    void hold(OutputStream out) throws IOException, InterruptedException {
        head(out, "200 OK", "Content-Type: application/json\r\nTransfer-Encoding: chunked");
        end.await();
    }

    static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    static String pod(String name, String more) {
        return "{\"metadata\":{\"name\":\""
                + name
                + "\",\"namespace\":\"team\",\"resourceVersion\":\"5\""
                + more
                + "},\"spec\":{\"containers\":[{\"name\":\"a\"}]},\"status\":{\"phase\":\"Running\"}}";
    }

    static String list(String... pods) {
        return "{\"kind\":\"PodList\",\"metadata\":{\"resourceVersion\":\"7\"},\"items\":["
                + String.join(",", pods)
                + "]}";
    }

    void retry() {
        source.retryNow();
    }

    void until(String what, BooleanSupplier holds) throws InterruptedException {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(25);
        while (!holds.getAsBoolean()) {
            pods.drain();
            feeds.drain();
            if (!holds.getAsBoolean()) {
                assertTrue(
                        changes.tryAcquire(100, TimeUnit.MILLISECONDS) || System.nanoTime() < limit,
                        what + "; asked " + asked + ", state " + state());
            }
        }
    }

    SyncState state() {
        return stores.feeds().values().stream()
                .filter(feed -> feed.kind() == Kind.POD)
                .findFirst()
                .map(FeedRow::state)
                .orElse(new SyncState.NotSynced("not asked"));
    }

    boolean says(String words) {
        return state().toString().contains(words);
    }

    boolean shows(String... names) {
        return stores.pods().values().stream()
                .map(pod -> pod.key().name())
                .sorted()
                .toList()
                .equals(List.of(names));
    }

    @Override
    public void close() throws IOException {
        end.countDown();
        source.close();
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
