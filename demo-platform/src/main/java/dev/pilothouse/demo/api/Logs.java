package dev.pilothouse.demo.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.sim.SimTime;
import dev.pilothouse.demo.state.Tree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What containers write. A line belongs to a moment of a container's life, so whoever asks twice
 * reads the same. One agent writes what no terminal should ever be given.
 */
final class Logs {
    /** A node keeps so many lines of a container. */
    private static final int KEPT = 2_000;

    private static final long MAX_PERIOD = 1_600;

    private final SimTime time;
    private final CountDownLatch closing;

    Logs(SimTime time, CountDownLatch closing) {
        this.time = time;
        this.closing = closing;
    }

    /** The life of a container of which lines are left. */
    private record Life(
            String pod, String container, Instant from, @Nullable Instant to, String end) {
        long period() {
            return 700L + Math.floorMod((pod + container).hashCode(), (int) MAX_PERIOD - 700);
        }

        long count(Instant now) {
            Instant until = to == null || now.isBefore(to) ? now : to;
            return Math.max(0, Duration.between(from, until).toMillis() / period());
        }

        Instant at(long index) {
            return from.plusMillis(period() * index);
        }
    }

    void serve(Request request, Request.Target target, ObjectNode pod)
            throws IOException, InterruptedException, Reply.Failure {
        Life life = life(request, target, pod);
        request.http().getResponseHeaders().set("Content-Type", "text/plain");
        request.http().getResponseHeaders().set("Cache-Control", "no-cache, private");
        request.http().sendResponseHeaders(200, 0);
        boolean stamps = request.flag("timestamps");
        try (OutputStream out = request.http().getResponseBody()) {
            long next = old(request, life, out, stamps);
            if (request.flag("follow")) {
                follow(life, next, out, stamps);
            }
        }
    }

    private Life life(Request request, Request.Target target, ObjectNode pod) throws Reply.Failure {
        String container = container(request, target, pod);
        for (String list : List.of("containerStatuses", "initContainerStatuses")) {
            for (JsonNode status : pod.path("status").path(list)) {
                if (Tree.text(status, "name").equals(container)) {
                    return life(request, target, status);
                }
            }
        }
        throw waiting(target, container, "ContainerCreating");
    }

    private static String container(Request request, Request.Target target, ObjectNode pod)
            throws Reply.Failure {
        List<String> names = new ArrayList<>();
        pod.path("spec").path("containers").forEach(c -> names.add(Tree.text(c, "name")));
        List<String> all = new ArrayList<>(names);
        pod.path("spec").path("initContainers").forEach(c -> all.add(Tree.text(c, "name")));
        String asked = request.text("container");
        if (asked.isEmpty() && names.size() == 1) {
            return names.getFirst();
        }
        if (asked.isEmpty()) {
            throw bad(
                    "a container name must be specified for pod "
                            + target.name()
                            + ", choose one of: ["
                            + String.join(" ", names)
                            + "]");
        }
        if (!all.contains(asked)) {
            throw bad("container " + asked + " is not valid for pod " + target.name());
        }
        return asked;
    }

    private static Reply.Failure bad(String message) {
        return new Reply.Failure(400, "BadRequest", message);
    }

    private static Reply.Failure waiting(Request.Target target, String container, String reason) {
        String why =
                reason.contains("Image") || reason.equals("ErrImagePull")
                        ? "trying and failing to pull image"
                        : reason;
        return bad(
                "container \""
                        + container
                        + "\" in pod \""
                        + target.name()
                        + "\" is waiting to start: "
                        + why);
    }

    private static Life life(Request request, Request.Target target, JsonNode status)
            throws Reply.Failure {
        String container = Tree.text(status, "name");
        JsonNode running = status.path("state").path("running");
        JsonNode ended = status.path("state").path("terminated");
        JsonNode last = status.path("lastState").path("terminated");
        if (request.flag("previous")) {
            if (last.isMissingNode()) {
                throw bad(
                        "previous terminated container \""
                                + container
                                + "\" in pod \""
                                + target.name()
                                + "\" not found");
            }
            return ended(target, container, last);
        }
        if (running.isObject()) {
            return new Life(
                    target.name(),
                    container,
                    Instant.parse(Tree.text(running, "startedAt")),
                    null,
                    "");
        }
        if (ended.isObject() || last.isObject()) {
            return ended(target, container, ended.isObject() ? ended : last);
        }
        throw waiting(target, container, Tree.text(status, "state", "waiting", "reason"));
    }

    private static Life ended(Request.Target target, String container, JsonNode end) {
        Instant to = Instant.parse(Tree.text(end, "finishedAt"));
        Instant from = Instant.parse(Tree.text(end, "startedAt"));
        // One that died at once has written something before: that is what people look for.
        Instant begun = from.isBefore(to.minusSeconds(30)) ? from : to.minusSeconds(30);
        return new Life(target.name(), container, begun, to, LogText.farewell(end));
    }

    /** Writes what is there and gives the number of the next line. */
    private long old(Request request, Life life, OutputStream out, boolean stamps)
            throws IOException {
        long count = life.count(time.now());
        long tail = request.number("tailLines", KEPT);
        long first = Math.max(0, count - Math.min(KEPT, Math.max(0, tail)));
        Instant since = since(request);
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (long i = first; i < count; i++) {
            if (!life.at(i).isBefore(since)) {
                lines.writeBytes(line(life, i, stamps));
            }
        }
        Instant to = life.to();
        if (to != null && !life.end().isEmpty() && tail > 0) {
            for (String line : life.end().lines().toList()) {
                lines.writeBytes(stamp(line, to, stamps));
            }
        }
        long most = request.number("limitBytes", Long.MAX_VALUE);
        byte[] all = lines.toByteArray();
        out.write(all, 0, (int) Math.min(most, all.length));
        out.flush();
        return count;
    }

    private Instant since(Request request) {
        String at = request.text("sinceTime");
        if (!at.isEmpty()) {
            return Instant.parse(at);
        }
        long seconds = request.number("sinceSeconds", 0);
        return seconds > 0 ? time.now().minusSeconds(seconds) : Instant.MIN;
    }

    private void follow(Life life, long from, OutputStream out, boolean stamps)
            throws IOException, InterruptedException {
        long next = from;
        while (life.to() == null) {
            Duration wait = time.real(Duration.between(time.now(), life.at(next + 1)));
            if (closing.await(Math.max(20, wait.toMillis()), TimeUnit.MILLISECONDS)) {
                return;
            }
            while (next < life.count(time.now())) {
                out.write(line(life, next++, stamps));
            }
            out.flush();
        }
    }

    private static byte[] line(Life life, long index, boolean stamps) {
        return stamp(LogText.line(life.pod(), index), life.at(index), stamps);
    }

    private static byte[] stamp(String line, Instant at, boolean stamps) {
        String before = stamps ? at + " " : "";
        return (before + line + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
