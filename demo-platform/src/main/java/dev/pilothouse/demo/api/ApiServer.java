package dev.pilothouse.demo.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.pilothouse.demo.sim.SimTime;
import dev.pilothouse.demo.sim.World;
import dev.pilothouse.demo.state.Tree;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * One simulated Kubernetes API server on loopback. Answers as Kubernetes 1.36 was seen to answer.
 */
public final class ApiServer implements AutoCloseable {
    private final HttpServer server;
    private final boolean secure;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Faults faults;
    private final Router router;

    /**
     * Starts to serve.
     *
     * @param port 0 for one that is free
     * @param tls null for plain http, over which kubectl sends no token
     * @throws IOException when the port cannot be had
     */
    public ApiServer(World world, SimTime time, int port, @Nullable SSLContext tls)
            throws IOException {
        faults = new Faults(world.shelf()::endWatches, world.shelf()::forget);
        router = new Router(world, time, closing, faults);
        secure = tls != null;
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        if (tls == null) {
            server = HttpServer.create(address, 0);
        } else {
            HttpsServer https = HttpsServer.create(address, 0);
            https.setHttpsConfigurator(new HttpsConfigurator(tls));
            server = https;
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI address() {
        return URI.create(
                (secure ? "https" : "http") + "://127.0.0.1:" + server.getAddress().getPort());
    }

    public Faults faults() {
        return faults;
    }

    private void handle(HttpExchange http) throws IOException {
        try (http) {
            Request request = Request.of(http);
            try {
                serve(request);
            } catch (Reply.Failure e) {
                if (e.code() == 429) {
                    http.getResponseHeaders().set("Retry-After", "1");
                }
                Reply.json(request, e.code(), e.status());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(Request request) throws IOException, InterruptedException, Reply.Failure {
        switch (request.part(0)) {
            case "demo" -> control(request);
            case "readyz", "livez", "healthz" -> {
                if (router.fault(request, "", "get")) {
                    Reply.bytes(request, 200, "text/plain", "ok".getBytes(StandardCharsets.UTF_8));
                }
            }
            case "version" -> {
                if (router.fault(request, "", "get")) {
                    Reply.json(request, 200, Discovery.version());
                }
            }
            case "api", "apis" ->
                    router.serve(request, Access.user(request, secure, router.namespaces()));
            default -> Reply.nowhere(request);
        }
    }

    /** GET, POST `?fault=429/pods/list` and DELETE of /demo/faults, for scripts and by hand. */
    private void control(Request request) throws IOException, Reply.Failure {
        if (!request.part(1).equals("faults")) {
            throw Reply.notFound();
        }
        switch (request.method()) {
            case "POST" -> {
                try {
                    faults.add(Faults.parse(request.text("fault")));
                } catch (IllegalArgumentException e) {
                    throw new Reply.Failure(400, "BadRequest", String.valueOf(e.getMessage()));
                }
            }
            case "DELETE" -> faults.clear();
            case "GET" -> {}
            default -> throw Writes.unsupported();
        }
        ObjectNode answer = Tree.of("faults", faults.toString());
        Reply.json(request, 200, answer);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
        try {
            var _ = threads.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
