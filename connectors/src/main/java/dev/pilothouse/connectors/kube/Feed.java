package dev.pilothouse.connectors.kube;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.model.Kind;
import dev.pilothouse.model.ObjectKey;
import dev.pilothouse.model.Problem;
import dev.pilothouse.model.SyncState;
import dev.pilothouse.time.Time;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Follows one kind on one cluster: a list in chunks, then a watch that resumes where the last one
 * ended. The first rows are in the store after the first chunk. A watch that the server ends is
 * resumed at once; 410 lists anew; a lost server is waited for together with the cluster's other
 * feeds; a right to list without a right to watch is polled; no right at all is said once and asked
 * again now and then, since rights change.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/using-api/api-concepts/#efficient-detection-of-changes">API
 *     concepts</a>
 */
final class Feed implements Runnable {
    static final int CHUNK = 500;
    private static final Duration HEADERS = Duration.ofSeconds(30);
    private static final long POLL = 5_000;
    private static final long REFUSED = 60_000;
    private static final int WATCH_SECONDS = 540;

    private final Kind kind;
    private final Server server;
    private final FeedSink sink;
    private final Consumer<SyncState> report;
    private final AtomicReference<@Nullable InputStream> stream = new AtomicReference<>();
    private String namespace = "";
    private String resourceVersion = "";
    private boolean mayWatch = true;
    private volatile long lastByte;
    private @Nullable Instant lastGood;

    /**
     * What feeds of a cluster share. `fallback` is the namespace to try when the whole cluster is
     * not allowed.
     */
    record Server(KubeHttp http, Reachability reachability, Time time, String fallback) {}

    Feed(Kind kind, Server server, FeedSink sink, Consumer<SyncState> report) {
        this.kind = kind;
        this.server = server;
        this.sink = sink;
        this.report = report;
        lastByte = server.time().nanos();
    }

    Kind kind() {
        return kind;
    }

    @Override
    public void run() {
        report.accept(new SyncState.NotSynced("listing " + kind.plural()));
        while (!server.reachability().isClosed()) {
            try {
                round();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void round() throws InterruptedException {
        try {
            if (resourceVersion.isEmpty()) {
                list();
                lastGood = server.time().now();
                report.accept(new SyncState.Live(server.time().now()));
            }
            if (mayWatch) {
                watch();
            } else {
                server.reachability().pause(POLL);
                resourceVersion = "";
            }
        } catch (KubeException e) {
            refused(e);
        } catch (IOException | ConsoleException e) {
            lost(e);
        }
    }

    private void refused(KubeException e) throws InterruptedException {
        boolean listing = resourceVersion.isEmpty();
        if (e.gone()) {
            resourceVersion = "";
        } else if (e.status() == 403 && !listing) {
            mayWatch = false;
        } else if (e.status() == 403
                && namespace.isEmpty()
                && kind.namespaced()
                && !server.fallback().isEmpty()) {
            namespace = server.fallback();
        } else if (e.status() == 429 || e.status() >= 500) {
            stale(Problems.of(e, server.http().address()));
            server.reachability().pause(Math.max(1_000, e.retryAfter() * 1_000));
        } else {
            report.accept(new SyncState.Failed(Problems.of(e, server.http().address())));
            resourceVersion = "";
            namespace = "";
            server.reachability().pause(REFUSED);
        }
    }

    private void lost(Exception e) throws InterruptedException {
        if (server.reachability().isClosed()) {
            return;
        }
        boolean needsUser = e instanceof ConsoleException;
        stale(Problems.of(e, server.http().address()));
        if (needsUser) {
            server.reachability().pause(REFUSED / 4);
        } else {
            server.reachability().await();
            if (!resourceVersion.isEmpty()) {
                // The next watch may be silent for a minute; that the server answers is what makes
                // the rows true again.
                report.accept(new SyncState.Live(server.time().now()));
            }
        }
    }

    private void stale(Problem why) {
        Instant since = lastGood;
        report.accept(since == null ? new SyncState.Failed(why) : new SyncState.Stale(since, why));
    }

    private String path(String query) {
        String base = kind.group().isEmpty() ? "/api/v1" : "/apis/" + kind.apiVersion();
        String scope = namespace.isEmpty() ? "" : "/namespaces/" + namespace;
        return base + scope + "/" + kind.plural() + "?" + query;
    }

    private void list() throws IOException, ConsoleException, InterruptedException {
        Set<ObjectKey> seen = new HashSet<>();
        String token = "";
        ListHead head;
        do {
            String query =
                    "limit="
                            + CHUNK
                            + (token.isEmpty()
                                    ? ""
                                    : "&continue="
                                            + URLEncoder.encode(token, StandardCharsets.UTF_8));
            try (InputStream body = server.http().get(path(query), HEADERS);
                    JsonParser parser = KubeHttp.JSON.createParser(body)) {
                head = readList(parser, seen);
            }
            token = head.token();
        } while (!token.isEmpty());
        sink.retain(seen, namespace);
        // A list without a version (some aggregated APIs) cannot be watched.
        mayWatch &= !head.version().isEmpty();
        resourceVersion = head.version().isEmpty() ? "0" : head.version();
        touched();
    }

    private record ListHead(String version, String token) {}

    private ListHead readList(JsonParser parser, Set<ObjectKey> seen) throws IOException {
        ListHead head = new ListHead("", "");
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("the answer is not a list");
        }
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken token = parser.nextToken();
            if (name.equals("metadata") && token == JsonToken.START_OBJECT) {
                Json metadata = Json.whole(parser);
                head =
                        new ListHead(
                                metadata.text("resourceVersion"),
                                metadata.fields().get("continue") instanceof String more
                                        ? more
                                        : "");
            } else if (name.equals("items") && token == JsonToken.START_ARRAY) {
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    seen.add(sink.put(Json.pruned(parser)));
                }
            } else {
                parser.skipChildren();
            }
        }
        return head;
    }

    private void watch() throws IOException, ConsoleException, InterruptedException {
        String query =
                "watch=1&allowWatchBookmarks=true&timeoutSeconds="
                        + WATCH_SECONDS
                        + "&resourceVersion="
                        + resourceVersion;
        InputStream body = server.http().get(path(query), HEADERS);
        stream.set(body);
        try (body;
                JsonParser parser = KubeHttp.JSON.createParser(body)) {
            touched();
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                touched();
                event(Json.pruned(parser));
            }
        } finally {
            stream.set(null);
        }
    }

    private void event(Json event) throws KubeException {
        Json object = event.at("object");
        String type = event.text("type");
        switch (type) {
            case "ADDED", "MODIFIED" -> sink.put(object);
            case "DELETED" -> sink.remove(object);
            case "ERROR" ->
                    throw new KubeException(
                            object.count("code"),
                            object.text("reason"),
                            object.message("message"),
                            0);
            default -> {}
        }
        String version = object.at("metadata").text("resourceVersion");
        if (!version.isEmpty()) {
            resourceVersion = version;
        }
        lastGood = server.time().now();
    }

    private void touched() {
        lastByte = server.time().nanos();
    }

    /** Nanoseconds since the stream last said something; 0 when no watch is open. */
    long silence() {
        return stream.get() == null ? 0 : server.time().nanos() - lastByte;
    }

    /** Ends a stream that is believed dead; the feed reconnects by itself. */
    void cut() {
        InputStream open = stream.get();
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // It was dead already.
            }
        }
    }
}
