package dev.pilothouse.demo;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pilothouse.time.Time;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * One simulated Kubernetes API server: discovery, lists in chunks, watches that resume, tables,
 * logs. Answers as Kubernetes 1.36 was seen to answer.
 */
final class ApiServer implements AutoCloseable {
    /** A real server compresses answers above 128 KB only; smaller ones go out as they are. */
    private static final int COMPRESS = 128 << 10;

    private static final Set<String> TOKENS = Set.of("admin-token", "viewer-token");

    private final Shelf shelf;
    private final LogLines logs;
    private final Time time;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    final Faults faults;

    ApiServer(Shelf shelf, LogLines logs, Time time) throws IOException {
        this.shelf = shelf;
        this.logs = logs;
        this.time = time;
        faults = new Faults(shelf::endWatches);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** One request, taken apart. */
    private record Request(HttpExchange http, List<String> path, Map<String, String> query) {
        String part(int index) {
            return index < path.size() ? path.get(index) : "";
        }

        boolean wantsTable() {
            String accept = http.getRequestHeaders().getFirst("Accept");
            return accept != null && accept.contains("as=Table");
        }
    }

    private void handle(HttpExchange http) throws IOException {
        try (http) {
            Request request =
                    new Request(http, path(http.getRequestURI()), query(http.getRequestURI()));
            if (request.part(0).equals("demo")) {
                control(request);
            } else if (!fault(request)) {
                route(request);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> path(URI uri) {
        return Arrays.stream(uri.getPath().split("/", -1)).filter(part -> !part.isEmpty()).toList();
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> values = new HashMap<>();
        String raw = uri.getRawQuery();
        for (String pair : raw == null ? List.<String>of() : List.of(raw.split("&", -1))) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            values.put(
                    name,
                    equals < 0
                            ? ""
                            : java.net.URLDecoder.decode(
                                    pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return values;
    }

    /** `POST /demo/faults?mode=cut` and so on, for scripts. */
    private void control(Request request) throws IOException {
        String wanted =
                request.query().getOrDefault("mode", "none").toUpperCase(java.util.Locale.ROOT);
        for (Faults.Mode mode : Faults.Mode.values()) {
            if (mode.name().equals(wanted)) {
                faults.set(mode);
                send(request, 200, Tree.of("mode", mode.name()));
                return;
            }
        }
        send(
                request,
                400,
                Tree.of("error", "unknown mode; use " + Arrays.toString(Faults.Mode.values())));
    }

    /** True when the fault has answered. */
    private boolean fault(Request request) throws IOException, InterruptedException {
        switch (faults.mode()) {
            case NONE -> {
                return false;
            }
            case CUT -> throw new IOException("cut");
            case UNAUTHORIZED -> status(request, 401, "Unauthorized", "Unauthorized");
            case FORBIDDEN -> status(request, 403, "Forbidden", Wire.forbidden(request.path()));
            case GONE -> {
                shelf.forget();
                if (!request.query().containsKey("watch")) {
                    return false;
                }
                status(request, 410, "Expired", "too old resource version");
            }
            case THROTTLED -> {
                request.http().getResponseHeaders().set("Retry-After", "1");
                status(
                        request,
                        429,
                        "TooManyRequests",
                        "the server has received too many requests and has asked us to try again"
                                + " later");
            }
            case BROKEN ->
                    status(
                            request,
                            500,
                            "InternalError",
                            "Internal error occurred: etcdserver: request timed out");
            case SLOW -> {
                closing.await(3, TimeUnit.SECONDS);
                return false;
            }
            case GARBAGE ->
                    bytes(request, 200, "<html>not json</html>".getBytes(StandardCharsets.UTF_8));
            case HANG -> closing.await(60, TimeUnit.SECONDS);
        }
        return true;
    }

    private void route(Request request) throws IOException, InterruptedException {
        String authorization = request.http().getRequestHeaders().getFirst("Authorization");
        // kubectl sends no token over plain http, so only a wrong one is refused.
        boolean known =
                authorization == null || TOKENS.contains(authorization.replace("Bearer ", ""));
        switch (request.part(0)) {
            case "readyz", "livez", "healthz" ->
                    bytes(request, 200, "ok".getBytes(StandardCharsets.UTF_8));
            case "version" -> send(request, 200, Wire.version());
            case "api", "apis" -> {
                if (known) {
                    api(request);
                } else {
                    status(request, 401, "Unauthorized", "Unauthorized");
                }
            }
            default ->
                    status(
                            request,
                            404,
                            "NotFound",
                            "the server could not find the requested resource");
        }
    }

    private void api(Request request) throws IOException, InterruptedException {
        boolean core = request.part(0).equals("api");
        if (request.path().size() == 1) {
            send(request, 200, core ? Wire.apiVersions() : Wire.groups());
            return;
        }
        int at = core ? 2 : 3;
        String apiVersion = core ? request.part(1) : request.part(1) + "/" + request.part(2);
        if (request.path().size() == at) {
            Optional<ObjectNode> resources = Wire.resources(apiVersion);
            if (resources.isPresent()) {
                send(request, 200, resources.get());
                return;
            }
        }
        String namespace = "";
        if (request.part(at).equals("namespaces") && request.path().size() > at + 2) {
            namespace = request.part(at + 1);
            at += 2;
        }
        Optional<Resource> resource = Resource.of(apiVersion, request.part(at));
        if (resource.isEmpty()) {
            status(request, 404, "NotFound", "the server could not find the requested resource");
            return;
        }
        if (request.part(at + 2).equals("log")) {
            logs.serve(request.http(), request.query(), request.part(at + 1), closing);
        } else if (!request.part(at + 1).isEmpty()) {
            one(request, resource.get(), namespace, request.part(at + 1));
        } else if (request.query().containsKey("watch")
                && !request.query().get("watch").equals("false")
                && !request.query().get("watch").equals("0")) {
            watch(request, resource.get(), namespace);
        } else {
            list(request, resource.get(), namespace);
        }
    }

    private void one(Request request, Resource resource, String namespace, String name)
            throws IOException {
        Optional<ObjectNode> found = shelf.get(resource, namespace, name);
        if (found.isEmpty()) {
            status(
                    request,
                    404,
                    "NotFound",
                    resource.plural
                            + (resource.group.isEmpty() ? "" : "." + resource.group)
                            + " \""
                            + name
                            + "\" not found");
        } else if (request.http().getRequestMethod().equals("DELETE")) {
            shelf.remove(resource, namespace, name);
            send(request, 200, Wire.success());
        } else if (!request.http().getRequestMethod().equals("GET")) {
            status(
                    request,
                    405,
                    "MethodNotAllowed",
                    "the simulated platform is changed by its scenario only");
        } else {
            send(
                    request,
                    200,
                    request.wantsTable()
                            ? Tables.of(resource, List.of(found.get()), shelf.version(), time.now())
                            : found.get());
        }
    }

    private void list(Request request, Resource resource, String namespace) throws IOException {
        List<ObjectNode> all =
                shelf.list(resource, namespace).stream()
                        .filter(object -> Selectors.matches(object, request.query()))
                        .toList();
        int limit = Wire.number(request.query().get("limit"), 0);
        int from = Wire.number(request.query().get("continue"), 0);
        int to = limit == 0 ? all.size() : Math.min(all.size(), from + limit);
        List<ObjectNode> chunk = all.subList(Math.min(from, all.size()), to);
        ObjectNode metadata = Tree.of("resourceVersion", Long.toString(shelf.version()));
        if (to < all.size()) {
            metadata.put("continue", Integer.toString(to))
                    .put("remainingItemCount", all.size() - to);
        }
        ObjectNode answer;
        if (request.wantsTable()) {
            answer = Tables.of(resource, chunk, shelf.version(), time.now());
            answer.set("metadata", metadata);
        } else {
            answer =
                    Tree.of(
                            "kind",
                            resource.kind + "List",
                            "apiVersion",
                            resource.apiVersion(),
                            "metadata",
                            metadata);
            ArrayNode items = answer.putArray("items");
            items.addAll(chunk);
        }
        send(request, 200, answer);
    }

    private void watch(Request request, Resource resource, String namespace)
            throws IOException, InterruptedException {
        long after = Wire.longNumber(request.query().get("resourceVersion"), shelf.version());
        Shelf.@Nullable Watcher watcher = shelf.watch(resource, after);
        if (watcher == null) {
            status(request, 410, "Expired", "too old resource version: " + after);
            return;
        }
        long end =
                time.nanos()
                        + TimeUnit.SECONDS.toNanos(
                                Wire.number(request.query().get("timeoutSeconds"), 1_800));
        request.http().getResponseHeaders().set("Content-Type", "application/json");
        request.http().sendResponseHeaders(200, 0);
        try (OutputStream body = request.http().getResponseBody()) {
            body.flush();
            stream(request, watcher, end, body, new Scope(resource, namespace));
        } finally {
            shelf.unwatch(watcher);
        }
    }

    private record Scope(Resource resource, String namespace) {}

    private void stream(
            Request request, Shelf.Watcher watcher, long end, OutputStream body, Scope scope)
            throws IOException, InterruptedException {
        while (time.nanos() < end && closing.getCount() > 0) {
            Shelf.@Nullable Change change = watcher.queue().poll(1, TimeUnit.SECONDS);
            if (change == null) {
                continue;
            }
            if (change.version() < 0) {
                return;
            }
            boolean here =
                    scope.namespace().isEmpty()
                            || scope.namespace().equals(Tree.namespace(change.object()));
            if (change.resource() == scope.resource()
                    && here
                    && Selectors.matches(change.object(), request.query())) {
                ObjectNode object =
                        request.wantsTable()
                                ? Tables.of(
                                        scope.resource(),
                                        List.of(change.object()),
                                        change.version(),
                                        time.now())
                                : change.object();
                body.write(
                        Tree.JSON.writeValueAsBytes(
                                Tree.of("type", change.type(), "object", object)));
                body.write('\n');
                body.flush();
            }
        }
    }

    private void status(Request request, int code, String reason, String message)
            throws IOException {
        send(
                request,
                code,
                Tree.of(
                        "kind",
                        "Status",
                        "apiVersion",
                        "v1",
                        "metadata",
                        Tree.object(),
                        "status",
                        "Failure",
                        "message",
                        message,
                        "reason",
                        reason,
                        "code",
                        code));
    }

    private void send(Request request, int code, ObjectNode answer) throws IOException {
        request.http().getResponseHeaders().set("Content-Type", "application/json");
        bytes(
                request,
                code,
                Tree.JSON
                        .writer()
                        .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                        .writeValueAsBytes(answer));
    }

    private static void bytes(Request request, int code, byte[] body) throws IOException {
        String accepts = request.http().getRequestHeaders().getFirst("Accept-Encoding");
        boolean zip = body.length > COMPRESS && accepts != null && accepts.contains("gzip");
        if (zip) {
            request.http().getResponseHeaders().set("Content-Encoding", "gzip");
        }
        request.http().sendResponseHeaders(code, zip ? 0 : body.length);
        try (OutputStream out =
                zip
                        ? new GZIPOutputStream(request.http().getResponseBody(), 1 << 15)
                        : request.http().getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        shelf.endWatches();
        server.stop(0);
        threads.shutdownNow();
    }
}
