package dev.pilothouse.demo;

import com.sun.net.httpserver.HttpExchange;
import dev.pilothouse.time.Time;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What agents write. One agent writes what no terminal should ever be given. */
final class LogLines {
    private static final int KEPT = 120;
    private static final List<String> LINES =
            List.of(
                    "{\"level\":\"info\",\"msg\":\"tool"
                            + " call\",\"tool\":\"search_orders\",\"ms\":41}",
                    "{\"level\":\"info\",\"msg\":\"model"
                            + " answered\",\"tokens_in\":2210,\"tokens_out\":187}",
                    "plan: 3 steps, budget 12000 tokens",
                    "{\"level\":\"warn\",\"msg\":\"retrying\",\"attempt\":2,\"tool\":\"refund_api\"}",
                    "retrieved 8 documents from index orders-2026",
                    "{\"level\":\"info\",\"msg\":\"session finished\",\"turns\":7}");
    private static final String HOSTILE =
            "\u001b[2J\u001b]0;owned\u0007 hostile \u202Etxet\u202C and \u009b31m colour";

    private final Time time;

    LogLines(Time time) {
        this.time = time;
    }

    void serve(HttpExchange http, Map<String, String> query, String pod, CountDownLatch closing)
            throws IOException, InterruptedException {
        int tail = Math.min(KEPT, Wire.number(query.get("tailLines"), KEPT));
        boolean stamps = "true".equals(query.get("timestamps"));
        boolean follow = "true".equals(query.get("follow"));
        http.getResponseHeaders().set("Content-Type", "text/plain");
        http.sendResponseHeaders(200, 0);
        try (OutputStream body = http.getResponseBody()) {
            Instant now = time.now();
            for (int i = tail; i > 0; i--) {
                write(body, stamps, now.minus(Duration.ofSeconds(7L * i)), line(pod, KEPT - i));
            }
            for (int i = KEPT; follow && closing.getCount() > 0; i++) {
                body.flush();
                if (closing.await(
                        700 + Math.floorMod(pod.hashCode(), 900), TimeUnit.MILLISECONDS)) {
                    return;
                }
                write(body, stamps, time.now(), line(pod, i));
            }
        }
    }

    private static String line(String pod, int index) {
        if (pod.startsWith("triage") && index % 10 == 9) {
            return HOSTILE;
        }
        return LINES.get(Math.floorMod(pod.hashCode() + index, LINES.size()));
    }

    private static void write(OutputStream body, boolean stamps, Instant at, String line)
            throws IOException {
        body.write(((stamps ? at + " " : "") + line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
