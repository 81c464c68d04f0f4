package dev.pilothouse.demo.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.state.Tree;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes answers as a Kubernetes API server does. */
final class Reply {
    /** A real server compresses answers above this; smaller ones go out as they are. */
    private static final int COMPRESS = 128 << 10;

    private Reply() {}

    static void json(Request request, int code, JsonNode body) throws IOException {
        bytes(request, code, "application/json", Tree.bytes(body));
    }

    static void bytes(Request request, int code, String type, byte[] body) throws IOException {
        var headers = request.http().getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Cache-Control", "no-cache, private");
        boolean gzip = body.length > COMPRESS && request.gzip();
        if (gzip) {
            headers.set("Content-Encoding", "gzip");
            headers.set("Vary", "Accept-Encoding");
        }
        request.http().getRequestBody().readAllBytes();
        if (body.length == 0) {
            request.http().sendResponseHeaders(code, -1);
            return;
        }
        request.http().sendResponseHeaders(code, gzip ? 0 : body.length);
        try (OutputStream out = request.http().getResponseBody()) {
            if (gzip) {
                try (OutputStream packed = new Fast(out)) {
                    packed.write(body);
                }
            } else {
                out.write(body);
            }
        }
    }

    /** Writes an answer. */
    interface Body {
        void to(OutputStream out) throws IOException;
    }

    /** Sends what is too large to be held. */
    static void stream(Request request, Body body) throws IOException {
        var headers = request.http().getResponseHeaders();
        headers.set("Content-Type", "application/json");
        headers.set("Cache-Control", "no-cache, private");
        boolean gzip = request.gzip();
        if (gzip) {
            headers.set("Content-Encoding", "gzip");
            headers.set("Vary", "Accept-Encoding");
        }
        request.http().getRequestBody().readAllBytes();
        request.http().sendResponseHeaders(200, 0);
        try (OutputStream out = request.http().getResponseBody();
                OutputStream packed =
                        gzip ? new Fast(out) : new BufferedOutputStream(out, 1 << 16)) {
            body.to(packed);
        }
    }

    /** Level 1, as a real server uses. */
    static final class Fast extends GZIPOutputStream {
        Fast(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(1);
        }
    }

    /** A failure in the words of a real server. */
    static final class Failure extends Exception {
        private static final long serialVersionUID = 1;
        private final int code;
        private final String reason;
        private final transient @Nullable ObjectNode details;

        Failure(int code, String reason, String message) {
            this(code, reason, message, null);
        }

        Failure(int code, String reason, String message, @Nullable ObjectNode details) {
            super(message);
            this.code = code;
            this.reason = reason;
            this.details = details;
        }

        int code() {
            return code;
        }

        ObjectNode status() {
            ObjectNode status =
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
                            String.valueOf(getMessage()));
            if (!reason.isEmpty()) {
                status.put("reason", reason);
            }
            if (details != null) {
                status.set("details", details);
            }
            return status.put("code", code);
        }
    }

    static Failure notFound() {
        return new Failure(
                404, "NotFound", "the server could not find the requested resource", Tree.object());
    }

    /** What is under no known group is not answered by a Status, but by the bare router. */
    static void nowhere(Request request) throws IOException {
        byte[] words = "404 page not found\n".getBytes(StandardCharsets.UTF_8);
        bytes(request, 404, "text/plain; charset=utf-8", words);
    }

    static Failure notFound(Request.Target target) {
        ObjectNode details = Tree.of("name", target.name());
        if (!target.resource().group().isEmpty()) {
            details.put("group", target.resource().group());
        }
        details.put("kind", target.resource().plural());
        return new Failure(
                404,
                "NotFound",
                target.resource().qualified() + " \"" + target.name() + "\" not found",
                details);
    }

    static ObjectNode success(Request.Target target, String uid) {
        ObjectNode details = Tree.of("name", target.name());
        if (!target.resource().group().isEmpty()) {
            details.put("group", target.resource().group());
        }
        details.put("kind", target.resource().plural()).put("uid", uid);
        ObjectNode status = Tree.of("kind", "Status", "apiVersion", "v1");
        status.set("metadata", Tree.object());
        return status.put("status", "Success").set("details", details);
    }
}
