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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Follows one kind in one scope: a list in chunks, then a watch that resumes where the last one
 * ended. The first rows are in the store after the first chunk. A watch that the server ends is
 * resumed at once; 410 lists anew; a lost server is waited for together with the cluster's other
 * feeds; refused credentials are waited for until there are others; a right to list without a right
 * to watch is polled. What fails again and again is asked less and less often.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/using-api/api-concepts/#efficient-detection-of-changes">API
 *     concepts</a>
 */
final class Feed {
    static final int CHUNK = 500;
    static final long REFUSED = 60_000;
    private static final Duration HEADERS = Duration.ofSeconds(30);
    private static final long POLL = 5_000;

    /** metrics-server measures every 15 s, so asking more often would only cost. */
    private static final long POLL_METRICS = 15_000;

    private static final long FIRST_DELAY = 500;
    private static final long LONGEST_DELAY = 30_000;
    private static final int WATCH_SECONDS = 540;
    private static final long SHORT_WATCH = Duration.ofSeconds(1).toNanos();

    /** A list sends objects all the time, a watch at least a bookmark a minute where it can. */
    private static final long LIST_STALL = Duration.ofSeconds(60).toNanos();

    private static final long WATCH_STALL = Duration.ofMinutes(5).toNanos();

    private final Kind kind;
    private final String namespace;
    private final Server server;
    private final FeedSink sink;
    private final Consumer<SyncState> report;
    private final AtomicReference<@Nullable Body> stream = new AtomicReference<>();
    private String resourceVersion = "";
    private boolean mayWatch = true;
    private int failures;
    private boolean live;
    private volatile boolean listing;
    private volatile boolean stopped;
    private volatile long lastByte;
    private final AtomicInteger objects = new AtomicInteger();
    private final AtomicInteger unreadable = new AtomicInteger();
    private @Nullable Instant lastGood;

    /** What feeds of a cluster share. `namespaces` are those to read when not all may be. */
    record Server(
            KubeHttp http,
            Reachability reachability,
            Time time,
            Supplier<List<String>> namespaces) {}

    /** `namespace` is empty for the whole cluster. */
    Feed(Kind kind, String namespace, Server server, FeedSink sink, Consumer<SyncState> report) {
        this.kind = kind;
        this.namespace = namespace;
        this.server = server;
        this.sink = sink;
        this.report = report;
        lastByte = server.time().nanos();
    }

    /** Rows of an earlier run are in the store; they were true until then. Before {@link #run}. */
    void resume(@Nullable Instant since) {
        lastGood = since;
    }

    /** Runs until it is stopped, or until it is not allowed to list: returns what was said then. */
    Optional<KubeException> run() throws InterruptedException {
        while (!server.reachability().isClosed() && !stopped) {
            try {
                round();
            } catch (KubeException e) {
                if (e.status() == 403 && resourceVersion.isEmpty()) {
                    return Optional.of(e);
                }
                refused(e);
            } catch (IOException | ConsoleException e) {
                lost(e);
            } catch (RuntimeException e) {
                // Whatever a server sends, a feed that ends without a word is the worst answer.
                resourceVersion = "";
                lost(new IOException("unexpected " + e.getClass().getSimpleName(), e));
            }
        }
        return Optional.empty();
    }

    private void round() throws IOException, ConsoleException, InterruptedException {
        if (resourceVersion.isEmpty()) {
            list();
            good();
        }
        if (mayWatch) {
            watch();
        } else {
            server.reachability().pause(kind == Kind.POD_METRICS ? POLL_METRICS : POLL);
            resourceVersion = "";
        }
    }

    private void good() {
        failures = 0;
        lastGood = server.time().now();
        if (!live) {
            live = true;
            report.accept(new SyncState.Live(server.time().now()));
        }
    }

    private void refused(KubeException e) throws InterruptedException {
        if (e.gone()) {
            resourceVersion = "";
            backOff();
        } else if (e.status() == 401) {
            stale(Problems.of(e, server.http().address()));
            server.reachability().awaitCredentials();
        } else if ((e.status() == 403 || e.status() == 405) && !resourceVersion.isEmpty()) {
            mayWatch = false;
        } else if (e.status() == 429 || e.status() >= 500) {
            stale(Problems.of(e, server.http().address()));
            server.reachability().pause(Math.max(1_000, e.retryAfter() * 1_000));
            backOff();
        } else {
            stale(Problems.of(e, server.http().address()));
            resourceVersion = "";
            server.reachability().pause(REFUSED);
        }
    }

    private void lost(Exception e) throws InterruptedException {
        if (server.reachability().isClosed() || stopped) {
            return;
        }
        stale(Problems.of(e, server.http().address()));
        if (e instanceof ConsoleException) {
            server.reachability().pause(REFUSED / 4);
            return;
        }
        server.reachability().await();
        backOff();
        if (!resourceVersion.isEmpty() && failures == 1) {
            // The next watch may be silent for a minute; that the server answers is what makes the
            // rows true again.
            good();
            failures = 1;
        }
    }

    /** The first failure is free: most are a connection that went away, and the next one works. */
    private void backOff() throws InterruptedException {
        failures++;
        if (failures > 1) {
            int doublings = Math.min(failures - 2, 10);
            server.reachability().pause(Math.min(LONGEST_DELAY, FIRST_DELAY << doublings));
        }
    }

    private void stale(Problem why) {
        live = false;
        Instant since = lastGood;
        report.accept(since == null ? new SyncState.Failed(why) : new SyncState.Stale(since, why));
    }

    /** When what we hold was last true; null when we never held anything. */
    @Nullable Instant lastGood() {
        return lastGood;
    }

    private String path(String query) {
        return path(kind, namespace) + "?" + query;
    }

    static String path(Kind kind, String namespace) {
        String base = kind.group().isEmpty() ? "/api/v1" : "/apis/" + kind.apiVersion();
        String scope = namespace.isEmpty() ? "" : "/namespaces/" + namespace;
        return base + scope + "/" + kind.plural();
    }

    private void list() throws IOException, ConsoleException, InterruptedException {
        Set<ObjectKey> seen = new HashSet<>();
        String token = "";
        ListHead head;
        do {
            String more = URLEncoder.encode(token, StandardCharsets.UTF_8);
            String query = "limit=" + CHUNK + (token.isEmpty() ? "" : "&continue=" + more);
            listing = true;
            Body body = server.http().get(path(query), HEADERS);
            open(body);
            try (body;
                    JsonParser parser = KubeHttp.JSON.createParser(body)) {
                head = readList(parser, seen);
            } finally {
                stream.set(null);
            }
            token = head.token();
        } while (!token.isEmpty());
        sink.retain(seen, namespace);
        objects.set(seen.size());
        // A list without a version (some aggregated APIs) cannot be watched.
        mayWatch &= !head.version().isEmpty();
        resourceVersion = head.version().isEmpty() ? "0" : head.version();
    }

    private record ListHead(String version, String token) {}

    private ListHead readList(JsonParser parser, Set<ObjectKey> seen) throws IOException {
        ListHead head = new ListHead("", "");
        boolean items = false;
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("the answer is not a list");
        }
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken token = parser.nextToken();
            if (name.equals("metadata") && token == JsonToken.START_OBJECT) {
                Json metadata = Json.whole(parser);
                String more = metadata.fields().get("continue") instanceof String t ? t : "";
                head = new ListHead(metadata.text("resourceVersion"), more);
            } else if (name.equals("items")) {
                items = token == JsonToken.START_ARRAY || token == JsonToken.VALUE_NULL;
                readItems(parser, token, seen);
            } else {
                parser.skipChildren();
            }
        }
        if (!items) {
            // To take it for an empty list would make every row vanish.
            throw new IOException("the answer is not a list");
        }
        return head;
    }

    private void readItems(JsonParser parser, JsonToken start, Set<ObjectKey> seen)
            throws IOException {
        if (start != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        for (JsonToken next = parser.nextToken();
                next != null && next != JsonToken.END_ARRAY;
                next = parser.nextToken()) {
            if (next == JsonToken.START_OBJECT) {
                ObjectKey key = put(Json.pruned(parser));
                if (key != null) {
                    seen.add(key);
                }
                touched();
            } else {
                parser.skipChildren();
            }
        }
    }

    /** One object that cannot be read is counted and left out; the others are shown. */
    private @Nullable ObjectKey put(Json object) {
        if (object.at("metadata").text("name").isEmpty()) {
            unreadable.incrementAndGet();
            return null;
        }
        try {
            return sink.put(object);
        } catch (RuntimeException e) {
            unreadable.incrementAndGet();
            return null;
        }
    }

    private void watch() throws IOException, ConsoleException, InterruptedException {
        String query =
                "watch=1&allowWatchBookmarks=true&timeoutSeconds="
                        + WATCH_SECONDS
                        + "&resourceVersion="
                        + resourceVersion;
        listing = false;
        Body body = server.http().get(path(query), HEADERS);
        long opened = server.time().nanos();
        int events = 0;
        open(body);
        try (body) {
            if (!live) {
                confirm();
            }
            JsonParser parser = KubeHttp.JSON.createParser(body); // waits for the first byte
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                touched();
                event(Json.pruned(parser));
                good();
                events++;
            }
        } finally {
            stream.set(null);
        }
        if (events == 0 && server.time().nanos() - opened < SHORT_WATCH) {
            backOff(); // a proxy that ends each watch at once must not be asked in a loop
        } else {
            good();
        }
    }

    /**
     * A watch may be silent for a minute, so after a failure a list of one object says whether the
     * rows are true again. It does not end the back-off: that takes an event.
     */
    private void confirm() throws IOException, ConsoleException, InterruptedException {
        try (Body body = server.http().get(path("limit=1&resourceVersion=0"), HEADERS);
                JsonParser parser = KubeHttp.JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT
                    || Json.whole(parser).at("metadata").text("resourceVersion").isEmpty()) {
                throw new IOException("the answer is not a list");
            }
        }
        int failed = failures;
        good();
        failures = failed;
    }

    private void event(Json event) throws KubeException {
        Json object = event.at("object");
        switch (event.text("type")) {
            case "ADDED" -> {
                put(object);
                objects.incrementAndGet();
            }
            case "MODIFIED" -> put(object);
            case "DELETED" -> {
                sink.remove(object);
                objects.decrementAndGet();
            }
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
    }

    private void open(Body body) {
        touched();
        stream.set(body);
    }

    private void touched() {
        lastByte = server.time().nanos();
    }

    /** Objects that the last list and the events since then named. */
    int objects() {
        return Math.max(0, objects.get());
    }

    /** Objects that could not be read and are not shown, since the start. */
    int unreadable() {
        return unreadable.get();
    }

    boolean streaming() {
        return stream.get() != null;
    }

    /** Nanoseconds since the stream last said something; 0 when none is open. */
    long silence() {
        return stream.get() == null ? 0 : server.time().nanos() - lastByte;
    }

    /** Silent for so long that only a new connection can help, whatever the server says. */
    boolean stalled() {
        return silence() > (listing ? LIST_STALL : WATCH_STALL);
    }

    /** Ends a stream that is believed dead; the feed reconnects by itself. */
    void cut() {
        Body open = stream.get();
        if (open != null) {
            open.abort();
        }
    }

    void stop() {
        stopped = true;
        cut();
    }
}
