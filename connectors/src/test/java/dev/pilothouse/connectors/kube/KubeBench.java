package dev.pilothouse.connectors.kube;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.pilothouse.identity.IdentityRules;
import dev.pilothouse.model.ClusterId;
import dev.pilothouse.model.Kind;
import dev.pilothouse.store.FleetStores;
import dev.pilothouse.time.Time;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Figures of the connector, printed. `heapPerPod` needs nothing; `listsAgainstWatchList` needs a
 * kubeconfig in the system property `pilothouse.kubeconfig`.
 */
@Tag("bench")
class KubeBench {
    private static final int PODS = 10_000;
    private static final int PER_REVISION = 200;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void heapPerPod() throws Exception {
        FleetStores stores = FleetStores.create();
        FeedSink sink =
                new Sinks(new ClusterId("c"), stores, IdentityRules.defaults(), () -> {})
                        .of(Kind.POD);
        long before = used();
        long json = 0;
        for (int i = 0; i < PODS; i++) {
            String text = pod(i);
            json += text.length();
            try (JsonParser parser = KubeHttp.JSON.createParser(text)) {
                parser.nextToken();
                sink.put(Json.pruned(parser));
            }
        }
        long bytes = (used() - before) / PODS;
        System.out.printf(
                "heap per pod %d bytes (%d pods, JSON %d bytes each)%n", bytes, PODS, json / PODS);
        assertTrue(stores.pods().size() == PODS && bytes <= 1_024, () -> bytes + " bytes a pod");
    }

    /** After a full collection: a weak reference is gone once one has run. */
    private static long used() {
        WeakReference<Object> mark = new WeakReference<>(new Object());
        while (mark.get() != null) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** As large as a pod of two containers is on a server. */
    private static String pod(int i) {
        int revision = i / PER_REVISION;
        String name = "agent-%d-5d9c7b%04x-%05x".formatted(revision, revision, i);
        StringBuilder all = new StringBuilder();
        for (int e = 0; e < 10; e++) {
            all.append("{\"name\":\"E")
                    .append(e)
                    .append("\",\"value\":\"some value of a variable\"},");
        }
        String container =
                "{\"name\":\"%s\",\"image\":\"registry.local/agents/agent:%d\",\"resources\":{\"requests\":{\"cpu\":\"250m\",\"memory\":\"256Mi\"},\"limits\":{\"memory\":\"512Mi\"}},\"env\":[%s{\"name\":\"MODEL\",\"value\":\"m\"}]}";
        String status =
                "{\"name\":\"%s\",\"ready\":true,\"restartCount\":0,\"state\":{\"running\":{\"startedAt\":\"2026-11-24T10:00:%02dZ\"}},\"containerID\":\"containerd://%064x\"}";
        return "{\"metadata\":{\"name\":\"%s\",\"namespace\":\"team-%d\",\"uid\":\"%08x-0000-4000-8000-000000000000\",\"resourceVersion\":\"%d\",\"creationTimestamp\":\"2026-11-24T10:00:%02dZ\",\"labels\":{\"app\":\"agent-%d\",\"pod-template-hash\":\"h%d\"},\"ownerReferences\":[{\"apiVersion\":\"apps/v1\",\"kind\":\"ReplicaSet\",\"name\":\"agent-%d-5d9c7b\",\"uid\":\"r%d\",\"controller\":true}],\"managedFields\":[{\"manager\":\"%s\"}]},\"spec\":{\"nodeName\":\"node-%d\",\"containers\":[%s,%s]},\"status\":{\"phase\":\"Running\",\"podIP\":\"10.1.%d.%d\",\"conditions\":[%s,%s,%s,%s],\"containerStatuses\":[%s,%s]}}"
                .formatted(
                        name,
                        revision % 8,
                        i,
                        i,
                        i % 60,
                        revision,
                        revision,
                        revision,
                        revision,
                        "x".repeat(3_000),
                        i % 500,
                        container.formatted("agent", revision, all),
                        container.formatted("sidecar", revision, all),
                        i / 250 % 250,
                        i % 250,
                        condition("Initialized", i),
                        condition("Ready", i),
                        condition("ContainersReady", i),
                        condition("PodScheduled", i),
                        status.formatted("agent", i % 60, i),
                        status.formatted("sidecar", i % 60, i));
    }

    private static String condition(String type, int i) {
        return "{\"type\":\"%s\",\"status\":\"True\",\"lastTransitionTime\":\"2026-11-24T10:00:%02dZ\"}"
                .formatted(type, i % 60);
    }

    @Test
    void listsAgainstWatchList() throws Exception {
        String file = System.getProperty("pilothouse.kubeconfig", "");
        org.junit.jupiter.api.Assumptions.assumeFalse(file.isEmpty());
        Kubeconfig config = Kubeconfig.read(List.of(Path.of(file)));
        for (int round = 0; round < 4; round++) {
            try (KubeHttp http = http(config)) {
                http.read("/version", LIMIT); // both start with an open connection
                report(round, "chunked gzip", http, () -> chunks(http));
                report(round, "WatchList", http, () -> watchList(http));
            }
        }
    }

    private static KubeHttp http(Kubeconfig config) throws Exception {
        Kubeconfig.Context context = config.context(config.contextNames().getFirst());
        Credentials login =
                new Credentials(
                        context, new ExecCredential.Surroundings(Map.of(), LIMIT), Time.system());
        return new KubeHttp(context, login, Map.of(), Time.system());
    }

    /** Objects, and when the first was read, in nanoseconds of the monotonic clock. */
    private record Read(int objects, long first) {}

    private interface Way {
        Read all() throws Exception;
    }

    private static void report(int round, String name, KubeHttp http, Way way) throws Exception {
        long bytes = http.bytes();
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long start = System.nanoTime();
        Read read = way.all();
        System.out.printf(
                "round %d %-13s %d objects, first after %.0f ms, all after %.0f ms, %d bytes on"
                        + " the wire, %.0f ms of CPU in the reader%n",
                round,
                name,
                read.objects(),
                (read.first() - start) / 1e6,
                (System.nanoTime() - start) / 1e6,
                http.bytes() - bytes,
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e6);
    }

    private static Read chunks(KubeHttp http) throws Exception {
        int objects = 0;
        long first = 0;
        String more = "";
        do {
            String token =
                    java.net.URLEncoder.encode(more, java.nio.charset.StandardCharsets.UTF_8);
            String path = "/api/v1/pods?limit=500" + (more.isEmpty() ? "" : "&continue=" + token);
            more = "";
            try (Body body = http.get(path, LIMIT);
                    JsonParser parser = KubeHttp.JSON.createParser(body)) {
                parser.nextToken();
                for (String name = parser.nextFieldName();
                        name != null;
                        name = parser.nextFieldName()) {
                    JsonToken token0 = parser.nextToken();
                    if (name.equals("metadata")) {
                        more =
                                Json.whole(parser).fields().get("continue") instanceof String t
                                        ? t
                                        : "";
                    } else if (name.equals("items")) {
                        while (parser.nextToken() == JsonToken.START_OBJECT) {
                            Json.pruned(parser);
                            first = objects++ == 0 ? System.nanoTime() : first;
                        }
                    } else if (token0.isStructStart()) {
                        parser.skipChildren();
                    }
                }
            }
        } while (!more.isEmpty());
        return new Read(objects, first);
    }

    private static Read watchList(KubeHttp http) throws Exception {
        int objects = 0;
        long first = 0;
        String path =
                "/api/v1/pods?watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true";
        Body body = http.get(path, LIMIT);
        try (JsonParser parser = KubeHttp.JSON.createParser(body)) {
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                Json event = Json.pruned(parser);
                if (event.text("type").equals("BOOKMARK")) {
                    return new Read(objects, first);
                }
                first = objects++ == 0 ? System.nanoTime() : first;
            }
        } finally {
            body.abort();
        }
        throw new IOException("the initial events have no end");
    }
}
